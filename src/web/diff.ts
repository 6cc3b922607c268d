/** A comparison's diff as ranges to mark on one side, or as one running text with deletions and insertions. */
import type { Change, DiffPart } from './client.ts';
import type { Mark } from './marks.ts';

/** Letters are marked separately if most of the word stays the same. */
function fewLetters(letters: readonly (readonly [number, number])[], length: number) {
  const differing = letters.reduce((sum, [start, end]) => sum + end - start, 0);
  return differing * 2 <= length ? letters : [];
}

/**
 * The ranges to mark in one paragraph of one side: deleted words (base) or inserted words (other), and the letters that
 * differ.
 */
export function sideMarks(diff: readonly DiffPart[], side: 'base' | 'other', paragraph: string): Mark[] {
  const tag = side === 'base' ? 'del' : 'ins';
  return diff
    .flatMap((part): Mark[] => {
      const range = part[side];
      if (range === null || range.paragraph !== paragraph || part.op === 'equal') return [];
      const letters = fewLetters(part.inner?.[side] ?? [], range.end - range.start);
      return [{ start: range.start, end: range.end, tag, ...(letters.length > 0 ? { letters } : {}) }];
    })
    .sort((a, b) => a.start - b.start);
}

/** Part of a paragraph's text. */
export interface Passage {
  text: string;
  /** Offset of its beginning in the paragraph; offsets in a diff count from the paragraph's beginning. */
  start: number;
}

export interface Piece {
  tag: 'ins' | 'del' | null;
  text: string;
}

const slice = (passage: Passage, start: number, end: number): string =>
  passage.text.slice(Math.max(0, start - passage.start), Math.max(0, end - passage.start));

/**
 * One running text: `after`, with the deleted words of `before` inserted where they were. Without the pieces tagged
 * `del` it is the same as `after`, apart from spaces.
 */
export function tracked(diff: readonly DiffPart[], before: Passage, after: Passage): Piece[] {
  const pieces: Piece[] = [];
  const add = (tag: Piece['tag'], text: string) => {
    if (text === '') return;
    const last = pieces.at(-1);
    const touching = last && (tag === 'del' || last.tag === 'del') && /[\p{L}\p{M}\p{N}]$/u.test(last.text);
    if (touching && /^[\p{L}\p{N}]/u.test(text)) pieces.push({ tag: null, text: ' ' });
    pieces.push({ tag, text });
  };
  let at = after.start;
  for (const { op, base, other } of diff) {
    const went = op === 'equal' || base === null ? '' : slice(before, base.start, base.end);
    if (other === null) {
      add('del', went);
      continue;
    }
    add(null, slice(after, at, other.start));
    add('del', went);
    add(op === 'equal' ? null : 'ins', slice(after, other.start, other.end));
    at = other.end;
  }
  add(null, after.text.slice(at - after.start));
  return pieces;
}

/** A difference seen from the other side: deletions become insertions, and weaker becomes stronger. */
export function turned<
  T extends {
    diff: readonly DiffPart[];
    strength?: Strength | undefined;
    qualifiers?: Qualifiers | undefined;
  },
>(difference: T): T {
  const { diff, strength, qualifiers } = difference;
  return {
    ...difference,
    diff: diff.map(({ op, base, other, inner, ...rest }) => ({
      ...rest,
      op: op === 'insert' ? 'delete' : op === 'delete' ? 'insert' : op,
      base: other,
      other: base,
      ...(inner ? { inner: { base: inner.other, other: inner.base } } : {}),
    })),
    ...(strength
      ? { strength: { from: strength.to, to: strength.from, direction: opposite[strength.direction] } }
      : {}),
    ...(qualifiers ? { qualifiers: { added: qualifiers.removed, removed: qualifiers.added } } : {}),
  };
}

type Strength = NonNullable<Change['strength']>;
type Qualifiers = NonNullable<Change['qualifiers']>;

const opposite = { stronger: 'weaker', weaker: 'stronger', same: 'same' } as const;
