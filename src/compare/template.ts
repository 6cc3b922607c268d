/** What all versions of a wording share, word by word, and what varies between. */
import type { TemplatePart } from './body.ts';
import { alignTokens } from './diff/align.ts';
import { alignWeighted } from './diff/weighted.ts';
import { type Side, tokenAt } from './side.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface NamedSide {
  report: string;
  /** One passage. */
  side: Side;
}

/** Beyond this many cells words are matched piecewise. */
const LARGE = 1 << 22;
/** Weight of every word: more than all run bonuses together, so that the maximum number of words is matched. */
const WORD = 1 << 14;

/**
 * The words that all versions share, in order, with slots where any version has words between them; every slot has its
 * text in each version, possibly empty. A word is shown in its most common form. The words are reduced version by
 * version, so a word stays only as long as it can be found in order in all of them.
 */
export function templateOf(versions: readonly NamedSide[], vocabulary: Vocabulary): TemplatePart[] {
  const first = versions[0];
  if (!first) return [];
  let shared: Int32Array = first.side.ids;
  let places: Int32Array[] = [];
  const keys = versions.map(({ side }) => side.ids.join(' '));
  for (let narrowed = true; narrowed; ) {
    narrowed = false;
    places = [];
    const embedded = new Map<string, Int32Array>();
    for (const [n, { side }] of versions.entries()) {
      const same = embedded.get(keys[n]!);
      if (same && same.length === shared.length) {
        places.push(same);
        continue;
      }
      const matches = embed(shared, side.ids, vocabulary);
      const kept = Array.from(matches.keys()).filter((k) => (matches[k] as number) >= 0);
      if (kept.length < shared.length) {
        narrowed = true;
        shared = Int32Array.from(kept, (k) => shared[k] as number);
      }
      const place = Int32Array.from(kept, (k) => matches[k] as number);
      embedded.set(keys[n]!, place);
      places.push(place);
    }
  }
  const parts: TemplatePart[] = [];
  for (let k = 0; k <= shared.length; k++) {
    const values = versions.map(({ report, side }, n) => {
      const from = k === 0 ? 0 : (places[n]![k - 1] as number) + 1;
      const to = k === shared.length ? side.ids.length : (places[n]![k] as number);
      return { report, text: textOf(side, from, to) };
    });
    if (values.some(({ text }) => text !== '')) parts.push({ type: 'slot', values });
    if (k < shared.length) {
      const printed = versions.map(({ side }, n) => textOf(side, places[n]![k]!, places[n]![k]! + 1));
      parts.push({ type: 'word', text: commonest(printed) });
    }
  }
  return parts;
}

/** In ties, the first. */
function commonest(texts: readonly string[]): string {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  const most = Math.max(...times.values());
  return texts.find((text) => times.get(text) === most) ?? '';
}

/** The maximum number of words of `shared` that are in `ids` in order; runs stay together if that loses none. */
function embed(shared: Int32Array, ids: Int32Array, vocabulary: Vocabulary): Int32Array {
  if (shared.length * ids.length > LARGE) return alignTokens(shared, ids, vocabulary);
  const matches = new Int32Array(shared.length).fill(-1);
  alignWeighted(
    shared,
    0,
    shared.length,
    ids,
    0,
    ids.length,
    () => WORD,
    (i, j) => {
      matches[i] = j;
    },
  );
  return matches;
}

function textOf(side: Side, from: number, to: number): string {
  if (from >= to) return '';
  const { text } = side.pieces[0]!.prepared.paragraph;
  return text.slice(tokenAt(side, from).start, tokenAt(side, to - 1).end);
}
