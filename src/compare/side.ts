/** Paragraphs prepared for comparison, and one side of a word diff: one or several of them read as one text. */
import { type Token, tokenize, words } from 'arabic-normalizer';
import type { Paragraph } from '../report/index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A paragraph with its words as numbers. */
export interface Prepared {
  paragraph: Paragraph;
  /** Folded tokens with their UTF-16 ranges. */
  tokens: Token[];
  /** Word ids of the tokens in the comparison's vocabulary. */
  ids: Int32Array;
  /** The folded words joined by spaces: equal keys mean equal folded texts. */
  key: string;
  /** Exact words, made on first use. */
  exact: string[] | null;
  /** 1 for each token whose reading is uncertain, made on first use; null if there is none. */
  doubted?: Uint8Array | null;
}

export function prepare(paragraph: Paragraph, vocabulary: Vocabulary): Prepared {
  const tokens = tokenize(paragraph.text);
  vocabulary.budget.spend(tokens.length);
  const ids = new Int32Array(tokens.length);
  let key = '';
  for (let i = 0; i < tokens.length; i++) {
    const text = (tokens[i] as Token).text;
    ids[i] = vocabulary.id(text);
    key += i === 0 ? text : ` ${text}`;
  }
  return { paragraph, tokens, ids, key, exact: null };
}

/** Exact words of a prepared paragraph; as many as its tokens. */
export function exactWords(prepared: Prepared): string[] {
  prepared.exact ??= words(prepared.paragraph.text, 'exact');
  return prepared.exact;
}

/** One side of a word diff. Token `i` of the side is token `from + i - first` of its piece. */
export interface Side {
  pieces: Piece[];
  ids: Int32Array;
}

/** Tokens `from`…`to` (exclusive) of a paragraph; they begin at `first` in the side. */
export interface Piece {
  prepared: Prepared;
  from: number;
  to: number;
  first: number;
}

/** Whole paragraphs read as one text. */
export function sideOf(paragraphs: readonly Prepared[]): Side {
  const only = paragraphs[0];
  if (paragraphs.length === 1 && only)
    return { pieces: [{ prepared: only, from: 0, to: only.ids.length, first: 0 }], ids: only.ids };
  const pieces: Piece[] = [];
  let first = 0;
  for (const prepared of paragraphs) {
    pieces.push({ prepared, from: 0, to: prepared.ids.length, first });
    first += prepared.ids.length;
  }
  const ids = new Int32Array(first);
  for (const piece of pieces) ids.set(piece.prepared.ids, piece.first);
  return { pieces, ids };
}

/** Tokens `from`…`to` of one paragraph. */
export function passageOf(prepared: Prepared, from: number, to: number): Side {
  return { pieces: [{ prepared, from, to, first: 0 }], ids: prepared.ids.subarray(from, to) };
}

/** Number of the piece that holds token `at` of the side. */
export function pieceAt(side: Side, at: number): number {
  let piece = side.pieces.length - 1;
  while (piece > 0 && (side.pieces[piece] as Piece).first > at) piece--;
  return piece;
}

export function tokenAt(side: Side, at: number): Token {
  const piece = side.pieces[pieceAt(side, at)] as Piece;
  return piece.prepared.tokens[piece.from + at - piece.first] as Token;
}

/** Whether two tokens are the same under `exact`. Most are written the same, which can be seen without normalising. */
export function sameExactly(base: Side, i: number, other: Side, j: number): boolean {
  const x = base.pieces[pieceAt(base, i)] as Piece;
  const y = other.pieces[pieceAt(other, j)] as Piece;
  const [n, m] = [x.from + i - x.first, y.from + j - y.first];
  const a = x.prepared.tokens[n] as Token;
  const b = y.prepared.tokens[m] as Token;
  return (
    (a.text === b.text && sameLetters(x.prepared.paragraph.text, a, y.prepared.paragraph.text, b)) ||
    exactWords(x.prepared)[n] === exactWords(y.prepared)[m]
  );
}

function sameLetters(x: string, a: Token, y: string, b: Token): boolean {
  const length = a.end - a.start;
  if (length !== b.end - b.start) return false;
  for (let k = 0; k < length; k++) if (x.charCodeAt(a.start + k) !== y.charCodeAt(b.start + k)) return false;
  return true;
}

/** Words that belong to a month's name only next to its other half: ذو الحجة, جمادى الآخرة. */
const halfNames = new Map<string, { step: 1 | -1; beside: string[] }>();
for (const word of ['ذو', 'ذي']) halfNames.set(word, { step: 1, beside: ['الحجه', 'القعده'] });
for (const word of ['الاخر', 'الاخره']) halfNames.set(word, { step: -1, beside: ['ربيع', 'جمادي'] });

/** Whether token `at` is a detail: by its word, as half of a month's name, or because a reference covers it. */
export function isDetailAt(side: Side, at: number, vocabulary: Vocabulary): boolean {
  const id = side.ids[at] as number;
  if (vocabulary.isDetail(id)) return true;
  const half = halfNames.get(vocabulary.word(id));
  const neighbour = half && side.ids[at + half.step];
  if (half && neighbour !== undefined && half.beside.includes(vocabulary.word(neighbour))) return true;
  const { references } = (side.pieces[pieceAt(side, at)] as Piece).prepared.paragraph;
  if (references.length === 0) return false;
  const { start, end } = tokenAt(side, at);
  return references.some((reference) => reference.start <= start && end <= reference.end);
}
