/** The kind of change between two aligned texts, and whether the punctuation between their words differs. */
import type { ChangeKind } from './body.ts';
import { isDetailAt, pieceAt, type Side, sameExactly, tokenAt } from './side.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The kind of a pair: `split` and `merged` by their counts, the others by their words.
 * @param matches for each base token the matching other token, or -1
 */
export function kindOf(base: Side, other: Side, matches: Int32Array, vocabulary: Vocabulary): ChangeKind {
  if (base.pieces.length < other.pieces.length) return 'split';
  if (base.pieces.length > other.pieces.length) return 'merged';
  if (sameIds(base.ids, other.ids)) return sameExact(base, other) ? 'identical' : 'orthographic';
  return differInDetails(base, other, matches, vocabulary) ? 'details' : 'reworded';
}

export function sameIds(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameExact(base: Side, other: Side): boolean {
  const [x, y] = [base.pieces[0], other.pieces[0]];
  if (x && y && base.pieces.length === 1 && other.pieces.length === 1) {
    if (x.prepared.paragraph.text === y.prepared.paragraph.text && x.from === y.from) return true;
  }
  for (let i = 0; i < base.ids.length; i++) if (!sameExactly(base, i, other, i)) return false;
  return true;
}

/** Whether every word that differs is a detail: as matched, or because the words that are not details are the same. */
function differInDetails(base: Side, other: Side, matches: Int32Array, vocabulary: Vocabulary): boolean {
  const matched = new Uint8Array(other.ids.length);
  let byMatches = true;
  for (let i = 0; i < matches.length && byMatches; i++) {
    const j = matches[i] as number;
    if (j >= 0) matched[j] = 1;
    else byMatches = isDetailAt(base, i, vocabulary);
  }
  for (let j = 0; j < matched.length && byMatches; j++)
    if (matched[j] === 0) byMatches = isDetailAt(other, j, vocabulary);
  if (byMatches) return true;
  return sameIds(withoutDetails(base, vocabulary), withoutDetails(other, vocabulary));
}

function withoutDetails(side: Side, vocabulary: Vocabulary): Int32Array {
  return side.ids.filter((_, at) => !isDetailAt(side, at, vocabulary));
}

const UNSEEN = /[\s\u0640\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Whether punctuation or brackets differ between two words that are adjacent in both texts, before a shared first word
 * or after a shared last one. Spaces and invisible characters do not count.
 */
export function punctuationDiffers(base: Side, other: Side, matches: Int32Array): boolean {
  if (sameText(base, other)) return false;
  let before = -1;
  for (let i = 0; i < matches.length; i++) {
    const j = matches[i] as number;
    if (j >= 0 && j === before + 1 && marksBefore(base, i) !== marksBefore(other, j)) return true;
    before = j >= 0 ? j : -2;
  }
  if (before !== other.ids.length - 1) return false;
  return marksBefore(base, matches.length) !== marksBefore(other, other.ids.length);
}

function sameText(base: Side, other: Side): boolean {
  const [x, y] = [base.pieces[0], other.pieces[0]];
  if (!x || !y || base.pieces.length > 1 || other.pieces.length > 1) return false;
  return x.prepared.paragraph.text === y.prepared.paragraph.text && x.from === y.from && x.to === y.to;
}

/** The punctuation between token `at` and the one before it; paragraphs of one side follow each other like words. */
function marksBefore(side: Side, at: number): string {
  const whole = side.pieces.length;
  if (side.ids.length === 0)
    return marks(side.pieces.map((piece) => piece.prepared.paragraph.text).join(' '));
  const first = at === 0 ? -1 : pieceAt(side, at - 1);
  const last = at === side.ids.length ? whole : pieceAt(side, at);
  if (first === last) {
    const { text } = side.pieces[first]!.prepared.paragraph;
    return marks(
      text.slice(tokenAt(side, at - 1).end, Math.max(tokenAt(side, at).start, tokenAt(side, at - 1).end)),
    );
  }
  let between = '';
  for (let p = Math.max(first, 0); p <= Math.min(last, whole - 1); p++) {
    const piece = side.pieces[p]!;
    const { text } = piece.prepared.paragraph;
    // For a passage only what is inside it counts.
    const opens = piece.from > 0 ? piece.prepared.tokens[piece.from]!.start : 0;
    const closes =
      piece.to < piece.prepared.tokens.length ? piece.prepared.tokens[piece.to - 1]!.end : text.length;
    const start = p === first ? tokenAt(side, at - 1).end : opens;
    const end = p === last ? tokenAt(side, at).start : closes;
    between += text.slice(start, Math.max(start, end));
  }
  return marks(between);
}

function marks(between: string): string {
  return between.trim() === '' ? '' : between.normalize('NFKC').replace(UNSEEN, '');
}
