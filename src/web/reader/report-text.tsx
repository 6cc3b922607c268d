/**
 * A report's paragraphs as a text to read, with what is known of its words. All of them are in the page, so that it
 * prints and the browser finds in it; those out of sight are not laid out (`content-visibility`).
 */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Paragraph, Report } from '../client.ts';
import { direction } from '../direction.ts';
import { language, pageDirection } from '../language.ts';
import { numbersInOrder } from '../numbers.ts';
import { ParagraphMenu } from '../parts/paragraph-menu.tsx';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { sayReader } from '../strings/reader.ts';
import { type Node, nested, type Ranged } from './layers.ts';
import { referenceMarks, type Value } from './reading.ts';

export interface Layers {
  ages: (paragraph: Paragraph) => readonly Ranged<Value>[];
  reading: (paragraph: Paragraph) => readonly Ranged<Value>[];
  /** The report of the collection with this symbol. */
  reportWith: (symbol: string) => string | undefined;
}

/** Paragraphs to show, and between them runs that are passed over. */
export type Part = Paragraph | { folded: readonly Paragraph[] };

/** So many paragraphs are laid out or left out together: with a box of its own each, thousands would slow scrolling. */
const chunk = 40;
/** So many chunks are drawn in one go, so that a long report is read while its end is still being drawn. */
const stage = 8;

interface Drawn {
  parts: readonly Part[];
  layers: Layers;
  content: VNode;
}

export function ReportText({
  report,
  parts,
  layers,
  onDrawn,
}: {
  report: Report;
  parts: readonly Part[];
  layers: Layers;
  /** Called as more of the text comes to stand in the page. */
  onDrawn: (chunks: number) => void;
}) {
  const main = useMemo(() => {
    const begin = parts.slice(0, 200).flatMap((part) => ('folded' in part ? part.folded : [part]));
    return direction(begin.map(({ text }) => text).join(' '));
  }, [parts]);
  const chunks = useMemo(() => {
    const count = Math.ceil(parts.length / chunk);
    return Array.from({ length: count }, (_, index) => parts.slice(index * chunk, (index + 1) * chunk));
  }, [parts]);
  const kept = useRef<Drawn[]>([]);
  const ready = useStages(chunks.length, [chunks, layers]);
  useEffect(() => onDrawn(ready), [ready, chunks]);
  // The same node again costs nothing: what is not at its turn yet stays as it was, or out.
  kept.current = chunks.slice(0, Math.max(ready, kept.current.length)).flatMap((list, index) => {
    const before = kept.current[index];
    if (before?.parts === list && (before.layers === layers || index >= ready)) return before;
    if (index >= ready) return [];
    return { parts: list, layers, content: section(list, index, layers) };
  });
  return (
    <article class="report arabic" dir={main} lang={report.language}>
      {parts.length === 0 && (
        <p lang={language} dir={pageDirection}>
          {say('noParagraphs')}
        </p>
      )}
      {kept.current.map(({ content }) => content)}
    </article>
  );
}

/** How many of so many may be drawn: a few more each frame, from the first on whenever what they are of changes. */
function useStages(count: number, of: readonly unknown[]): number {
  const [state, setState] = useState({ of, ready: stage / 2 });
  const same = of.every((one, index) => one === state.of[index]);
  const ready = same ? state.ready : stage / 2;
  useEffect(() => {
    if (ready >= count) return;
    // Behind the next frame's painting.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setState({ of, ready: ready + stage }));
    });
    // A page out of sight has no frames.
    const anyway = setTimeout(() => setState({ of, ready: ready + stage }), 250);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      clearTimeout(anyway);
    };
  }, [count, ready, ...of]);
  return Math.min(ready, count);
}

const section = (parts: readonly Part[], index: number, layers: Layers): VNode => (
  <div
    key={index}
    class="part"
    style={`contain-intrinsic-block-size:auto ${parts.reduce((sum, part) => sum + linesOf(part), 0) * lineHeight}rem`}
  >
    {parts.map((part) => drawnPart(part, layers))}
  </div>
);

/** About how many letters of the text face stand in a line, and its height, to guess how high a part out of sight is. */
const lettersInLine = 85;
const lineHeight = 2.34;

const linesOf = (part: Part): number =>
  'folded' in part ? 1 : Math.ceil(part.text.length / lettersInLine) + 0.5;

const drawnPart = (part: Part, layers: Layers): VNode =>
  'folded' in part ? (
    <p
      key={`folded ${part.folded[0]!.id}`}
      class="folded"
      lang={language}
      dir={pageDirection}
      data-first={part.folded[0]!.ordinal}
    >
      {sayReader('nothingNew')(part.folded.length)}
    </p>
  ) : (
    block(part, layers)
  );

const levels = ['h2', 'h3', 'h4'] as const;

/** Not a component of its own: five thousand of them would cost as much as their words. */
function block(paragraph: Paragraph, layers: Layers): VNode {
  const { id, kind, label, path, ordinal, number, text } = paragraph;
  const Tag = kind === 'title' ? 'h1' : kind === 'heading' ? levels[Math.min(2, path.length)]! : 'p';
  const hanging = label !== null && kind !== 'heading' && kind !== 'title';
  return (
    <Tag
      key={id}
      id={`p${ordinal}`}
      class={`${kind}${hanging ? ' numbered' : ''}`}
      dir={direction(`${label ?? ''} ${text}`)}
    >
      {label !== null && (
        <a class="label" href={`#p${ordinal}`} aria-label={`${label}: ${say('linkHere')}`} lang={language}>
          {label}
        </a>
      )}
      {label !== null && ' '}
      <span class="words">{drawn(paragraph, layers)}</span>{' '}
      <span class="beside-text" lang={language}>
        <ParagraphMenu paragraph={id} {...(number === null ? {} : { label: String(number) })} />
      </span>
    </Tag>
  );
}

function drawn(paragraph: Paragraph, layers: Layers): ComponentChildren {
  const text = numbersInOrder(paragraph.text);
  const all = [referenceMarks(paragraph), layers.ages(paragraph), layers.reading(paragraph)];
  return nested(text, all).map((node, index) => piece(node, index, layers, paragraph));
}

function piece(node: Node<Value>, key: number, layers: Layers, paragraph: Paragraph): ComponentChildren {
  if (typeof node === 'string') return node;
  const { value } = node;
  const inside = node.inside.map((one, index) => piece(one, index, layers, paragraph));
  switch (value.type) {
    case 'age':
      return value.shade === null ? (
        <ins key={key} class="new">
          {inside}
        </ins>
      ) : (
        <span key={key} class={`age shade-${value.shade}`}>
          {inside}
        </span>
      );
    case 'reference':
      return (
        <a key={key} class="reference" href={referenceAddress(value, layers, paragraph)}>
          {inside}
        </a>
      );
    default:
      return (
        <span key={key} class={value.type}>
          {inside}
        </span>
      );
  }
}

/** A report of the collection, a paragraph of this one, else who cites it. */
function referenceAddress(
  { kind, symbol }: Extract<Value, { type: 'reference' }>,
  { reportWith }: Layers,
  { report, part }: Paragraph,
): string {
  const found = reportWith(symbol);
  if (found !== undefined) return address({ page: 'report', id: found });
  const printed = kind === 'paragraph' ? /^para (\d+)$/.exec(symbol)?.[1] : undefined;
  if (printed !== undefined)
    return address({ page: 'report', id: report, number: printed, part: part === 'main' ? '' : part });
  return address({ page: 'references', symbol });
}
