/**
 * A change as one run of text: what stayed, what was deleted, what was inserted, paragraph ends included. Leaving out
 * deletions gives the other side, leaving out insertions gives the base, character for character.
 */
import { tokenize } from 'arabic-normalizer';
import type { Paragraph } from '../../report/index.ts';
import type { Change, DiffRange } from '../body.ts';

export interface PieceOfText {
  mark: 'same' | 'deleted' | 'inserted';
  /** `\n` ends a paragraph. */
  text: string;
  /** Only for deletions and insertions that may only come from the reading. */
  doubtful?: boolean;
}

/** Paragraphs of both reports by id. */
export type Paragraphs = ReadonlyMap<string, Paragraph>;

export function paragraphsById(...sides: (readonly Paragraph[])[]): Paragraphs {
  return new Map(sides.flat().map((paragraph) => [paragraph.id, paragraph]));
}

/** The pieces of a change, each side's paragraphs ended by `\n`. */
export function piecesOf(change: Change, base: Paragraphs, other: Paragraphs): PieceOfText[] {
  const left = joined(change.base, base);
  const right = joined(change.other, other);
  const pieces: PieceOfText[] = [];
  let b = 0;
  let o = 0;
  const gap = (toBase: number, toOther: number) => {
    between(pieces, left.text.slice(b, toBase), right.text.slice(o, toOther));
    b = toBase;
    o = toOther;
  };
  // All of it was deleted or inserted; any doubt concerns the whole.
  if (change.base.length === 0 || change.other.length === 0) {
    put(pieces, 'deleted', left.text, change.doubtful);
    put(pieces, 'inserted', right.text, change.doubtful);
    return pieces;
  }
  for (const part of change.diff) {
    const [x, y] = [part.base && left.place(part.base), part.other && right.place(part.other)];
    gap(x ? x.start : b, y ? y.start : o);
    if (part.op === 'equal')
      equal(pieces, left.text.slice(x!.start, x!.end), right.text.slice(y!.start, y!.end));
    else {
      if (x) put(pieces, 'deleted', left.text.slice(x.start, x.end), part.doubtful);
      if (y) put(pieces, 'inserted', right.text.slice(y.start, y.end), part.doubtful);
    }
    b = x ? x.end : b;
    o = y ? y.end : o;
  }
  gap(left.text.length, right.text.length);
  return pieces;
}

interface Joined {
  text: string;
  place(range: DiffRange): { start: number; end: number };
}

function joined(ids: readonly string[], paragraphs: Paragraphs): Joined {
  const starts = new Map<string, number>();
  let text = '';
  for (const id of ids) {
    const paragraph = paragraphs.get(id);
    if (!paragraph) throw new Error(`the comparison names paragraph ${id}, which was not given`);
    const label = paragraph.label === null ? '' : `${oneLine(paragraph.label)} `;
    starts.set(id, text.length + label.length);
    text += `${label}${oneLine(paragraph.text)}\n`;
  }
  return {
    text,
    place: ({ paragraph, start, end }) => {
      const at = starts.get(paragraph) ?? 0;
      return { start: at + start, end: at + end };
    },
  };
}

/**
 * Of the same length; line breaks inside a paragraph become spaces, and what a document cannot contain becomes U+FFFD.
 */
function oneLine(text: string): string {
  return text
    .replace(/[\n\r\v\f\u2028\u2029]/g, ' ')
    .replace(/[\p{Cs}\x00-\x08\x0e-\x1f\ufffe\uffff]/gu, '\ufffd');
}

function put(pieces: PieceOfText[], mark: PieceOfText['mark'], text: string, doubtful = false): void {
  if (text === '') return;
  const last = pieces[pieces.length - 1];
  if (last?.mark === mark && (last.doubtful ?? false) === doubtful) last.text += text;
  else pieces.push({ mark, text, ...(doubtful ? { doubtful } : {}) });
}

/** Punctuation between words: what both sides have at either end is kept. */
function between(pieces: PieceOfText[], was: string, now: string): void {
  let head = 0;
  const least = Math.min(was.length, now.length);
  while (head < least && was[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  put(pieces, 'same', was.slice(0, head));
  put(pieces, 'deleted', was.slice(head, was.length - tail));
  put(pieces, 'inserted', now.slice(head, now.length - tail));
  put(pieces, 'same', was.slice(was.length - tail, was.length));
}

/** The same words on both sides; the punctuation between them may differ. */
function equal(pieces: PieceOfText[], was: string, now: string): void {
  if (was === now) {
    put(pieces, 'same', was);
    return;
  }
  const [left, right] = [tokenize(was, 'exact'), tokenize(now, 'exact')];
  let [b, o] = [0, 0];
  left.forEach((token, n) => {
    const other = right[n]!;
    if (token.start < b || other.start < o) return;
    between(pieces, was.slice(b, token.start), now.slice(o, other.start));
    between(pieces, was.slice(token.start, token.end), now.slice(other.start, other.end));
    b = token.end;
    o = other.end;
  });
  between(pieces, was.slice(b), now.slice(o));
}
