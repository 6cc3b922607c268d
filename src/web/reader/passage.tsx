/** The selected passage: since when it has been said, what the file has for its words, and its paragraph's history. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api, body, type Paragraph, type Report } from '../client.ts';
import { useKnown } from '../known.ts';
import { useLoaded } from '../load.ts';
import { rowsOf, Strip } from '../parts/history.tsx';
import { Quoted, SymbolName, Year } from '../parts/isolated.tsx';
import { passageAsked } from '../parts/paragraph-menu.tsx';
import { ordinalOf, placeName } from '../parts/report-name.tsx';
import { problemText } from '../parts/state.tsx';
import { versionsOf } from '../parts/versions.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { sayReader } from '../strings/reader.ts';
import { sayThreads } from '../strings/threads.ts';
import type { Ranged } from './layers.ts';
import { OriginalLink } from './original-link.tsx';
import type { Judged, Value } from './reading.ts';
import '../style/wording.css';

export interface Pressed {
  ordinal: number;
  /** UTF-16 offset into the paragraph's text. */
  offset: number;
}

/** The position of a click in its paragraph's text; null if it was not on words. */
function pressedAt(event: MouseEvent): Pressed | null {
  const target = event.target as Element;
  const words = target.closest('.report .words');
  if (!words || target.closest('a, button') || getSelection()?.isCollapsed === false) return null;
  const caret = document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const range = document.createRange();
  range.setStart(words, 0);
  if (caret && words.contains(caret.startContainer)) range.setEnd(caret.startContainer, caret.startOffset);
  return { ordinal: Number(words.parentElement!.id.slice(1)), offset: range.toString().length };
}

/** The last passage clicked inside the element, or requested in a paragraph's menu. */
export function usePressed(within: RefObject<HTMLElement | null>) {
  const [pressed, setPressed] = useState<Pressed | null>(null);
  useEffect(() => {
    const element = within.current;
    if (!element) return;
    const clicked = (event: MouseEvent) => {
      const found = pressedAt(event);
      if (found) setPressed(found);
    };
    const asked = (event: Event) => {
      const ordinal = Number(ordinalOf((event.target as HTMLElement).dataset.paragraph ?? ''));
      setPressed({ ordinal, offset: 0 });
    };
    element.addEventListener('click', clicked);
    element.addEventListener(passageAsked, asked);
    return () => {
      element.removeEventListener('click', clicked);
      element.removeEventListener(passageAsked, asked);
    };
  }, []);
  return { pressed, press: setPressed };
}

/** A thread starts from a phrase; a longer text would occur nowhere else. */
const mostWords = 12;

export function Passage({
  report,
  paragraph,
  offset,
  judged,
  reading,
  to,
  close,
}: {
  report: Report;
  paragraph: Paragraph;
  offset: number;
  judged: Judged | undefined;
  reading: readonly Ranged<Value>[];
  /** Moves to another place in the same paragraph. */
  to: (offset: number) => void;
  close: () => void;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus({ preventScroll: true });
  }, [paragraph.id, offset]);
  const at = <T extends { start: number; end: number }>(ranges: readonly T[]) =>
    ranges.find(({ start, end }) => offset >= start && offset < end) ??
    ranges.find(({ end }) => offset === end);
  const span = judged && at(judged.spans);
  const word = at(reading);
  const said = span ? paragraph.text.slice(span.start, span.end) : paragraph.text;
  const phrase = said
    .replaceAll(/["“”„«»]/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
  return (
    <aside
      ref={panel}
      class="passage"
      aria-label={sayReader('passage')}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2>{placeName(paragraph.id, paragraph.number)}</h2>
        <Stops stops={stopsOf(judged?.spans ?? [], reading)} offset={offset} to={to} />
        <button type="button" class="plain" aria-label={say('close')} title={say('close')} onClick={close}>
          ✕
        </button>
      </header>
      {word && <Word report={report} paragraph={paragraph} range={word} />}
      {span && (
        <section>
          <p>
            <strong>
              {span.first_seen === null ? (
                sayReader('newHere')
              ) : (
                <>
                  {sayReader('firstSaid')}{' '}
                  <a href={address({ page: 'report', id: span.first_seen.report })}>
                    {span.first_seen.year === null ? (
                      <SymbolName text={span.first_seen.report} />
                    ) : (
                      <Year year={span.first_seen.year} />
                    )}
                  </a>
                </>
              )}
            </strong>
          </p>
          <blockquote>
            <Quoted text={said.length > 240 ? `${said.slice(0, said.lastIndexOf(' ', 240))} …` : said} />
          </blockquote>
        </section>
      )}
      <ul>
        {phrase.length > 0 && (
          <li>
            <a href={address({ page: 'threads', q: `"${phrase.slice(0, mostWords).join(' ')}"` })}>
              {sayReader('threads')}
            </a>
          </li>
        )}
        <li>
          <OriginalLink report={report} page={paragraph.page} />
        </li>
      </ul>
      <History key={paragraph.id} paragraph={paragraph.id} />
    </aside>
  );
}

/** Where the passages and the marked words of a paragraph begin, in order. */
const stopsOf = (...ranges: readonly (readonly { start: number }[])[]): number[] =>
  [...new Set(ranges.flat().map(({ start }) => start))].sort((a, b) => a - b);

/** Moves between the passages and marked words of the paragraph, without a mouse. */
function Stops({
  stops,
  offset,
  to,
}: {
  stops: readonly number[];
  offset: number;
  to: (offset: number) => void;
}) {
  if (stops.length < 2) return null;
  const at = stops.findLastIndex((stop) => stop <= offset);
  const step = (by: 1 | -1, word: 'previousPassage' | 'nextPassage', sign: string) => (
    <button
      type="button"
      class="plain"
      aria-label={sayReader(word)}
      title={sayReader(word)}
      aria-disabled={stops[at + by] === undefined}
      onClick={() => stops[at + by] !== undefined && to(stops[at + by]!)}
    >
      {sign}
    </button>
  );
  return (
    <span class="steps">
      {step(-1, 'previousPassage', '↑')}
      {step(1, 'nextPassage', '↓')}
      <bdi dir="ltr" class="quiet whole" role="status">
        {Math.max(0, at) + 1} / {stops.length}
      </bdi>
    </span>
  );
}

function Word({
  report,
  paragraph: { text, page },
  range: { start, end, value },
}: {
  report: Report;
  paragraph: Paragraph;
  range: Ranged<Value>;
}) {
  if (value.type !== 'repaired' && value.type !== 'doubtful') return null;
  return (
    <section class="word">
      <p>
        <strong>{sayReader(value.type === 'doubtful' ? 'doubtfulWord' : 'repairedWord')}</strong>
      </p>
      <dl>
        <div>
          <dt>{sayReader('readAs')}</dt>
          <dd>
            <Quoted text={text.slice(start, end)} />
          </dd>
        </div>
        <div>
          <dt>{sayReader('fileGave')}</dt>
          <dd>{value.raw === null ? sayReader('asInFile') : <Quoted text={value.raw} />}</dd>
        </div>
      </dl>
      {page !== null && (
        <p>
          <OriginalLink report={report} page={page} />
        </p>
      )}
    </section>
  );
}

function History({ paragraph }: { paragraph: string }) {
  const known = useKnown();
  const loaded = useLoaded(paragraph, () => body(api.wording.$get({ query: { paragraph } })));
  if (loaded.error) return <p class="warn">{problemText(loaded.error)}</p>;
  if (!loaded.value) return <p class="quiet">{say('loading')}</p>;
  const versions = versionsOf(loaded.value);
  return (
    <section>
      {versions.length < 2 ? (
        <p class="quiet">{sayReader('noHistory')}</p>
      ) : (
        <>
          <p>
            {sayThreads('stoodIn')(versions.length, versions.length + loaded.value.gaps.length)} ·{' '}
            {sayThreads('withWordings')(loaded.value.wordings)}
          </p>
          <Strip rows={rowsOf(versions, loaded.value.gaps, known.value)} />
        </>
      )}
      <p>
        <a href={address({ page: 'wording', paragraph })}>{sayReader('wholeHistory')}</a>
      </p>
    </section>
  );
}
