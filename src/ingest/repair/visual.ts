/**
 * From a damaged visual layer to paragraphs in reading order: page furniture removed, lines reordered, lines joined.
 */
import { words } from 'arabic-normalizer';
import type { Span, Warning } from '../../report/index.ts';
import type { Block } from '../document.ts';
import { type Atom, readAtoms } from './atoms.ts';
import { compose } from './compose.ts';
import { chanceWrong, DOUBTED } from './doubt.ts';
import { Evidence, type Word } from './evidence.ts';
import type { Forms } from './evidence-file.ts';
import { isFurniture, repeatedLines } from './furniture.ts';
import { endsInLabel } from './label.ts';
import { type OrderedLine, orderLine } from './line-order.ts';
import type { Part } from './line-state.ts';
import { lineSignals, type Signals } from './signals.ts';
import { orderThresholds } from './thresholds.ts';

export interface VisualOptions {
  /** Words in folded form and their counts, added to the bundled evidence. */
  lexicon?: ReadonlyMap<string, number>;
  /** Clean texts of the same kind, such as other reports of the series: they are evidence too. */
  siblings?: readonly string[];
  /** Evidence that replaces the bundled one. */
  forms?: Forms;
}

export interface VisualRepair {
  /** One per paragraph, heading or item, label included in the text. */
  blocks: Block[];
  /** By block: its words and the signals that they may be wrong. */
  readings: WordReading[][];
  /** Page headers, job numbers and page numbers, each once, in order. */
  furniture: string[];
  warnings: Warning[];
  /** Number of words that repair changed. */
  words: number;
}

/** A word of a block's text, `start` to `end`. */
export interface WordReading {
  start: number;
  end: number;
  signals: Signals;
}

interface Line {
  text: string;
  atoms: Atom[];
  trailing: number;
}

/** @param text a visual layer, see `looksVisual` */
export function repairVisualText(text: string, options: VisualOptions = {}): VisualRepair {
  const stored = text.split(/\r\n|[\n\r\f]/u);
  const repeated = repeatedLines(stored);
  const furniture = new Set<string>();
  const lines: Line[] = [];
  for (const raw of stored) {
    if (raw.trim() === '') continue;
    if (isFurniture(raw, repeated)) furniture.add(raw.trim().replace(/\s+/gu, ' '));
    else {
      const line = raw
        .replace(/[\u00A0\u2000-\u200A\u202F\t]/gu, ' ')
        .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
      lines.push({ text: line, ...readAtoms(line) });
    }
  }
  const evidence = new Evidence(options.lexicon, options.forms);
  const said = [...sentences(options.siblings ?? [])];
  evidence.learn(said, true);
  evidence.learn(ownWords(lines));
  evidence.settle();
  const paragraphs = groupLines(lines);
  for (const paragraph of paragraphs) orderParagraph(paragraph, evidence);
  evidence.forget();
  evidence.learn(said, true);
  for (const paragraph of paragraphs)
    evidence.learn(
      spellings(
        paragraph.ordered.flatMap(({ parts }) => parts),
        evidence,
      ),
    );
  evidence.settle();
  for (const paragraph of paragraphs) orderParagraph(paragraph, evidence, true);
  const read = paragraphs.map(toBlock);
  const blocks = read.map(({ block }) => block);
  return {
    blocks,
    readings: read.map(({ readings }) => readings),
    furniture: [...furniture],
    warnings: [],
    words: blocks.reduce((sum, block) => sum + (block.repairs?.length ?? 0), 0),
  };
}

/** A run of Latin is one word, including a symbol with its numbers. */
const latin =
  /\p{Script=Latin}[\p{Script=Latin}0-9./_&@:'’-]*(?: \p{Script=Latin}[\p{Script=Latin}0-9./_&@:'’-]*)*/gu;

/** Clean texts as `Evidence.learn` takes them. */
function* sentences(texts: readonly string[]): Generator<string | null> {
  for (const text of texts) {
    for (const sentence of text.split(/[.:؛!?؟](?=\s|$)/u)) {
      yield '.';
      for (const word of words(sentence.replace(latin, ' latin '))) {
        if (word === 'latin') yield '@';
        else if (/^[0-9]+$/u.test(word)) yield '#';
        else yield /^[\u0621-\u064A]+$/u.test(word) ? word : null;
      }
    }
    yield null;
  }
}

/** Words between single spaces are complete: what is at the edge of a piece may be a fragment. */
function* ownWords(lines: readonly Line[]): Generator<string | null> {
  for (const { atoms } of lines) {
    yield null;
    for (let i = 1; i + 1 < atoms.length; i++) {
      const atom = atoms[i]!;
      const whole =
        atom.kind === 'word' && atom.gap === 1 && atoms[i + 1]!.gap === 1 && atom.lead + atom.trail === 0;
      const inside = atoms[i - 1]!.kind === 'word' && atoms[i + 1]!.kind === 'word';
      yield whole && inside ? atom.text : null;
    }
  }
}

/** Lines of one paragraph and, once known, their words in reading order. */
interface Paragraph {
  /** One line that is used as stored. */
  asStored: boolean;
  lines: Line[];
  ordered: OrderedLine[];
  /** By line and part, cached. */
  signals: (Signals | null)[][];
}

function groupLines(lines: readonly Line[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Paragraph | null = null;
  for (const line of lines) {
    const long = line.atoms.length > mostAtoms;
    if (long || (!open && isForeign(line))) {
      paragraphs.push({ asStored: true, lines: [line], ordered: [], signals: [] });
      open = null;
      continue;
    }
    if (!open || endsInLabel(line.text)) {
      open = { asStored: false, lines: [], ordered: [], signals: [] };
      paragraphs.push(open);
    }
    open.lines.push(line);
    if (endsParagraph(line)) open = null;
  }
  return paragraphs;
}

/** No printed line has this many words and signs; the time for ordering one grows faster than its length. */
const mostAtoms = 120;

/** Latin and no Arabic: a cover's `15 June 2012`. Inside a paragraph such a line may be part of it. */
const isForeign = ({ atoms }: Line): boolean =>
  atoms.some(({ kind }) => kind === 'latin') && atoms.every(({ kind }) => kind !== 'word');

/** @param last the order is final: the signals of doubt are recorded too */
function orderParagraph(paragraph: Paragraph, evidence: Evidence, last = false): void {
  const { lines, ordered, signals, asStored } = paragraph;
  if (asStored) return;
  lines.forEach((line, i) => {
    const before = i === 0 ? evidence.stop() : edgeWord(ordered[i - 1]!.parts.at(-1), evidence);
    const known = ordered[i + 1]?.parts[0];
    const after = i === lines.length - 1 ? null : edgeWord(known, evidence);
    evidence.judge(ordered[i] ? spellings(partsAround(ordered, i), evidence) : ownWords([line]));
    ordered[i] = orderLine(line.atoms, line.trailing, { before, after, first: i === 0 }, evidence);
    if (last) signals[i] = lineSignals(ordered[i]!, { before, after }, evidence);
  });
}

/** The parts of line `i` with their neighbours on both sides. */
function partsAround(ordered: readonly OrderedLine[], i: number): Part[] {
  return [ordered[i - 1]?.parts.slice(-1), ordered[i]?.parts, ordered[i + 1]?.parts.slice(0, 1)].flatMap(
    (p) => p ?? [],
  );
}

function edgeWord(part: Part | undefined, evidence: Evidence): Word | null {
  if (part?.kind === 'word') return evidence.word(part.text);
  if (part?.kind === 'latin') return evidence.latin().attested > 0 ? evidence.latin() : null;
  return part?.kind === 'number' ? evidence.number() : null;
}

/** What a pass has read, as evidence for the next; unknown words that it made itself are not. */
function* spellings(parts: readonly Part[], evidence: Evidence): Generator<string | null> {
  yield '.';
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'word') yield part.guessed && !evidence.word(part.text).sound ? null : part.text;
    else if (part.kind === 'number') yield '#';
    else if (part.kind === 'latin' && evidence.latin().attested > 0) yield '@';
    else if ('.:؛'.includes(part.text) || (i < orderThresholds.labelParts && '-–)'.includes(part.text)))
      yield '.';
  }
  yield null;
}

function toBlock({ lines, ordered, signals, asStored }: Paragraph): {
  block: Block;
  readings: WordReading[];
} {
  if (asStored) return { block: { text: lines[0]!.text.trim().replace(/\s+/gu, ' ') }, readings: [] };
  const parts = ordered.flatMap(({ parts }, i) =>
    parts.map((part, k) => ({ ...part, line: lines[i]!.text, signals: signals[i]![k] ?? null })),
  );
  const { text, repairs, readings } = compose(parts);
  const doubts = readings.flatMap(({ start, end, signals }): Span[] =>
    chanceWrong(signals) < DOUBTED ? [] : [[start, end]],
  );
  const block: Block = { text };
  if (repairs.length > 0)
    block.repairs = repairs.map((repair) => ({
      ...repair,
      doubtful: doubts.some(([start]) => start === repair.start),
    }));
  if (doubts.length > 0) block.doubts = doubts;
  return { block, readings };
}

/** The last line of a paragraph is not justified: in the layer it begins with the remaining space. */
function endsParagraph(line: Line): boolean {
  const { lastLineSpaces } = orderThresholds;
  const [first] = line.atoms;
  if (first !== undefined && first.gap >= lastLineSpaces) return true;
  return first?.kind === 'latin' && line.trailing >= lastLineSpaces;
}
