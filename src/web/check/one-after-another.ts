/** Checks the passages of a draft one after the other; a failure stops the check, and a retry continues from there. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, body } from '../client.ts';
import type { Place } from '../place.ts';
import { filtersOf } from '../query.ts';
import { type Checked, grouped } from './precedents.ts';

export interface Checks {
  /** By passage; undefined if not checked yet. */
  done: readonly (Checked | undefined)[];
  /** The error that stopped the check, at the first passage without an answer. */
  error: Error | null;
  retry(): void;
}

/** Number of cached answers: when a word changes in one paragraph, only that paragraph is checked again. */
const mostKept = 300;

/** How many other wordings to ask for; equal ones among them are shown as one. */
const asked = 60;

/** @throws ApiError */
async function check(text: string, place: Place): Promise<Checked> {
  const { kind: _, section: __, report: ___, ...filters } = filtersOf(place);
  const { verbatim, hits, scope } = await body(
    api.similar.$post({ json: { text, verbatim: false, limit: asked, ...filters } }),
  );
  return { verbatim, wordings: grouped(hits), scope };
}

export function useChecks(passages: readonly string[], place: Place): Checks {
  const { series = '', year_from = '', year_to = '' } = place;
  const of = JSON.stringify([passages, series, year_from, year_to]);
  const kept = useRef(new Map<string, Checked>());
  const keyOf = (text: string) => JSON.stringify([text, series, year_from, year_to]);
  const [state, setState] = useState<{ of: string; count: number; error: Error | null }>({
    of: '',
    count: 0,
    error: null,
  });
  const [attempt, setAttempt] = useState(0);
  const retry = () => setAttempt((count) => count + 1);
  useEffect(() => {
    let current = true;
    const run = async () => {
      for (const [index, text] of passages.entries()) {
        const found = kept.current.get(keyOf(text)) ?? (await check(text, place));
        if (!current) return;
        kept.current.set(keyOf(text), found);
        setState({ of, count: index + 1, error: null });
      }
    };
    setState((before) => ({ of, count: before.of === of ? before.count : 0, error: null }));
    run()
      .then(() => {
        for (const key of [...kept.current.keys()].slice(0, -Math.max(mostKept, passages.length)))
          kept.current.delete(key);
      })
      .catch((error: unknown) => {
        if (current) setState((before) => ({ ...before, of, error: error as Error }));
      });
    return () => {
      current = false;
    };
  }, [of, attempt]);
  // A failure for lack of a network is retried when the network is back.
  useEffect(() => {
    if (state.error === null) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [state.error]);
  const same = state.of === of;
  const count = same ? state.count : 0;
  return {
    done: passages.map((text, index) => (index < count ? kept.current.get(keyOf(text)) : undefined)),
    error: same ? state.error : null,
    retry,
  };
}
