/**
 * The letters that differ between two words or two short runs of words, so that وقرر/فقرر shows one changed letter.
 */

/** A letter with the marks and invisible characters after it. */
const CLUSTER = /.[\p{M}\u0640\p{Default_Ignorable_Code_Point}]*/gsu;
const INVISIBLE = /[\u0640\p{Default_Ignorable_Code_Point}]/gu;

/** Words are similar if more than this share of their letters is common, in order. */
const ALIKE = 0.55;

/** Longer runs are not examined. */
const MOST_WORDS = 24;

/** A word as in its text. */
export interface Spelt {
  /** Folded. */
  folded: string;
  raw: string;
  start: number;
}

export interface Inner {
  base: [number, number][];
  other: [number, number][];
}

/**
 * Ranges of the letters that differ, or undefined if no two words are similar but different (then the whole words
 * differ). Words without a partner are marked as a whole. Offsets are those of `start`.
 */
export function innerRanges(base: readonly Spelt[], other: readonly Spelt[]): Inner | undefined {
  if (base.length === 0 || other.length === 0) return undefined;
  if (base.length > MOST_WORDS || other.length > MOST_WORDS) return undefined;
  // Computed in one direction, so that swapping the sides swaps the answer.
  const swap = spelling(base) > spelling(other);
  const pairs = swap
    ? pairWords(other, base).map(([j, i]): [number, number] => [i, j])
    : pairWords(base, other);
  if (!pairs.some(([i, j]) => base[i]!.raw !== other[j]!.raw)) return undefined;
  const inner: Inner = { base: [], other: [] };
  const partnerOf = new Map(pairs);
  const taken = new Map(pairs.map(([i, j]) => [j, i]));
  for (let i = 0; i < base.length; i++) {
    const j = partnerOf.get(i);
    const word = base[i]!;
    if (j === undefined) mark(inner.base, word.start, word.start + word.raw.length);
    else
      for (const [start, end] of differing(word.raw, other[j]!.raw))
        mark(inner.base, word.start + start, word.start + end);
  }
  for (let j = 0; j < other.length; j++) {
    const i = taken.get(j);
    const word = other[j]!;
    if (i === undefined) mark(inner.other, word.start, word.start + word.raw.length);
    else
      for (const [start, end] of differing(word.raw, base[i]!.raw))
        mark(inner.other, word.start + start, word.start + end);
  }
  return inner;
}

function spelling(words: readonly Spelt[]): string {
  return words.map(({ raw }) => raw).join(' ');
}

function mark(ranges: [number, number][], start: number, end: number): void {
  const last = ranges[ranges.length - 1];
  if (last && last[1] === start) last[1] = end;
  else ranges.push([start, end]);
}

/**
 * Whether two folded words differ only in a clitic, an ending or a few letters: most letters in common in order, and
 * half of the shorter word in a row. Numbers never do.
 */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const common = commonLetters(a, b);
  if (common < 2 || (2 * common) / (a.length + b.length) <= ALIKE) return false;
  if (2 * longestStretch(a, b) < Math.min(a.length, b.length)) return false;
  return !/\p{N}/u.test(a) && !/\p{N}/u.test(b);
}

/**
 * The longest run of letters that both words have, without the article: two words are not similar because of their ال.
 */
function longestStretch(a: string, b: string): number {
  let longest = 0;
  const skip = a.startsWith('ال') && b.startsWith('ال') ? 2 : 0;
  for (let i = skip; i < a.length; i++)
    for (let j = skip; j < b.length; j++) {
      let length = 0;
      while (i + length < a.length && j + length < b.length && a[i + length] === b[j + length]) length++;
      if (length > longest) longest = length;
    }
  return longest + skip / 2;
}

/** Length of the longest common subsequence of letters, one bit per letter; letters after the 31st are ignored. */
function commonLetters(a: string, b: string): number {
  const length = Math.min(a.length, 31);
  let v = -1;
  for (let j = 0; j < b.length; j++) {
    const letter = b.charCodeAt(j);
    let m = 0;
    for (let i = 0; i < length; i++) if (a.charCodeAt(i) === letter) m |= 1 << i;
    if (m !== 0) v = (v + (v & m)) | (v & ~m);
  }
  let common = 0;
  for (let left = ~v & (0x7fffffff >>> (31 - length)); left !== 0; left &= left - 1) common++;
  return common;
}

/** Pairs of similar words in order, with the maximum number of letters in common. */
function pairWords(base: readonly Spelt[], other: readonly Spelt[]): [number, number][] {
  const columns = other.length + 1;
  const gain = new Int32Array(base.length * columns);
  const best = new Int32Array((base.length + 1) * columns);
  for (let i = base.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--) {
      const at = i * columns + j;
      const worth = gainOf(base[i]!.folded, other[j]!.folded);
      gain[at] = worth;
      const skipped = Math.max(best[at + columns]!, best[at + 1]!);
      best[at] = worth > 0 ? Math.max(skipped, worth + best[at + columns + 1]!) : skipped;
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < base.length && j < other.length; ) {
    const at = i * columns + j;
    if (gain[at]! > 0 && best[at] === gain[at]! + best[at + columns + 1]!) pairs.push([i++, j++]);
    else if (best[at] === best[at + columns]) i++;
    else j++;
  }
  return pairs;
}

function gainOf(a: string, b: string): number {
  // Too different in length to be similar.
  if (2 * Math.min(a.length, b.length) <= ALIKE * (a.length + b.length)) return 0;
  return alike(a, b) ? 1 + commonLetters(a, b) : 0;
}

interface Cluster {
  /** As `exact` reads it. */
  form: string;
  start: number;
  end: number;
}

function clusters(raw: string): Cluster[] {
  return Array.from(raw.matchAll(CLUSTER), (match) => ({
    form: match[0].normalize('NFKC').replace(INVISIBLE, '').toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Ranges of `raw` whose letters are not in `against` at their place; the same pairs from either side. */
function differing(raw: string, against: string): [number, number][] {
  const swap = raw > against;
  const a = clusters(swap ? against : raw);
  const b = clusters(swap ? raw : against);
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i]![j] =
        a[i]!.form === b[j]!.form ? best[i + 1]![j + 1]! + 1 : Math.max(best[i + 1]![j]!, best[i]![j + 1]!);
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]!.form === b[j]!.form) {
      kept.add(swap ? j : i);
      i++;
      j++;
    } else if (best[i + 1]![j]! >= best[i]![j + 1]!) i++;
    else j++;
  }
  const ranges: [number, number][] = [];
  const own = swap ? b : a;
  for (let k = 0; k < own.length; k++) if (!kept.has(k)) mark(ranges, own[k]!.start, own[k]!.end);
  return ranges;
}
