/** How far a read text is from its truth: word error rate (edit distance over folded words) and correct blocks. */
import { words } from 'arabic-normalizer';
import type { ParsedReport } from '../../src/report/index.ts';

export interface TruthBlock {
  kind: string;
  number: number | null;
  text: string;
}

export interface WordScore {
  /** Substitutions, insertions and deletions. */
  errors: number;
  /** Words of the truth. */
  words: number;
}

/**
 * Levenshtein distance over words, banded: the band doubles until the distance fits into it, so that similar texts cost
 * little (Ukkonen 1985).
 */
export function wordErrors(truth: string, read: string): WordScore {
  const a = words(truth, 'folded');
  const b = words(read, 'folded');
  const most = Math.max(a.length, b.length);
  for (let band = 64; ; band *= 2) {
    const errors = bandedDistance(a, b, band);
    if (errors <= band || band >= most) return { errors, words: a.length };
  }
}

function bandedDistance(a: readonly string[], b: readonly string[], band: number): number {
  let previous = new Uint32Array(b.length + 1);
  let current = new Uint32Array(b.length + 1);
  const far = 0x3fffffff;
  for (let j = 0; j <= b.length; j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - band);
    const to = Math.min(b.length, i + band);
    current.fill(far);
    if (from === 1) current[0] = i;
    for (let j = from; j <= to; j++) {
      const change = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const removal = j <= i - 1 + band ? previous[j]! + 1 : far;
      current[j] = Math.min(change, removal, current[j - 1]! + 1);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}

export interface BlockScore {
  right: number;
  total: number;
  /** Blocks of the truth that were not found, for a person to look at. */
  wrong: TruthBlock[];
}

/**
 * Blocks with the right kind, number and words: an in-order match (longest common subsequence) for all but footnotes,
 * which are matched by number because they are elsewhere in the truth.
 */
export function blockScore(truth: readonly TruthBlock[], read: readonly TruthBlock[]): BlockScore {
  const key = (block: TruthBlock) =>
    `${block.kind}|${block.number ?? ''}|${words(block.text, 'folded').join(' ')}`;
  const notes = new Set(read.filter((block) => block.kind === 'footnote').map(key));
  const body = truth.filter((block) => block.kind !== 'footnote');
  const missing = unmatched(body.map(key), read.filter((block) => block.kind !== 'footnote').map(key));
  const wrong = truth.filter((block) => block.kind === 'footnote' && !notes.has(key(block)));
  wrong.push(...missing.map((i) => body[i]!));
  return { right: truth.length - wrong.length, total: truth.length, wrong };
}

/** Indexes into `a` outside a longest common subsequence with `b`. */
function unmatched(a: readonly string[], b: readonly string[]): number[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const missing: number[] = [];
  let j = 0;
  for (let i = 0; i < a.length; i++) {
    while (j < b.length && a[i] !== b[j] && table[i * width + j + 1] === table[i * width + j]) j++;
    if (j < b.length && a[i] === b[j]) j++;
    else missing.push(i);
  }
  return missing;
}

/** A report's blocks as the truth writes them, without the title. */
export function readBlocks(parsed: ParsedReport): TruthBlock[] {
  return parsed.paragraphs
    .filter((paragraph) => paragraph.kind !== 'title')
    .map(({ kind, number, label, text }) => ({
      kind,
      number,
      // A heading's label is part of the truth's text; numbers of paragraphs and notes are not.
      text: label !== null && number === null ? `${label} ${text}` : text,
    }));
}

/**
 * How a page of known layout was read. Blocks are compared by their words and by whether they are cells; on pages in
 * two languages each language is compared separately, because either may come first.
 */
export function layoutScore(
  truth: readonly { kind: string; text: string }[],
  { paragraphs }: ParsedReport,
  layout: string,
): WordScore & BlockScore {
  const asTruth = (kind: string, text: string): TruthBlock => ({ kind, number: null, text });
  const two = layout === 'bilingual';
  const read = paragraphs.map(({ kind, label, text }) =>
    asTruth(!two && kind === 'table' ? 'table' : 'text', label === null ? text : `${label} ${text}`),
  );
  const all = truth.map(({ kind, text }) => asTruth(kind, text));
  const arabic = ({ text }: TruthBlock) => /\p{Script=Arabic}/u.test(text);
  const parts = two ? [arabic, (block: TruthBlock) => !arabic(block)] : [() => true];
  const sum = { errors: 0, words: 0, right: 0, total: 0, wrong: [] as TruthBlock[] };
  for (const part of parts) {
    const [a, b] = [all.filter(part), read.filter(part)];
    const joined = (blocks: readonly TruthBlock[]) => blocks.map(({ text }) => text).join('\n');
    const { errors, words: count } = wordErrors(joined(a), joined(b));
    const { right, total, wrong } = blockScore(a, b);
    sum.errors += errors;
    sum.words += count;
    sum.right += right;
    sum.total += total;
    sum.wrong.push(...wrong);
  }
  return sum;
}
