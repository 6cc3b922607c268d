/**
 * Matches patterns with wildcards over the index. The rarest part of the pattern is looked up; only around its
 * occurrences is the shortest match from every position found, by dynamic programming from the pattern's end. Time is
 * at most (tokens of the paragraphs that contain the rarest part) × (elements), for any pattern.
 */
import { PhraseError } from './errors.ts';
import { sortNumbers } from './numbers.ts';
import type { SegmentProfile } from './segment/profile.ts';
import type { Segment } from './segment/segment.ts';
import type { Tokens } from './segment/tokens.ts';
import type { Pattern, PatternElement, PrefixElement, WordsElement } from './types.ts';

/** One token: from `low` to (not including) `high`, or `also` (0: nothing more). */
interface Atom {
  low: number;
  high: number;
  also: number;
}

/** `gap` 0: any one of `options`, each a run of atoms. Otherwise zero to `gap` tokens. */
interface Step {
  options: Atom[][];
  gap: number;
  shortest: number;
  longest: number;
}

/** Where a rare part occurs, and how far before it a match of the whole pattern can begin. */
interface Anchor {
  count: number;
  ranges: { first: number; end: number }[];
  before: { shortest: number; longest: number };
}

/** By the segment's own positions, starts ascending. */
export function matchPattern(
  segment: Segment,
  index: SegmentProfile,
  pattern: Pattern,
): { starts: Uint32Array; ends: Uint32Array } {
  const steps = compile(index, pattern);
  if (steps === null) return { starts: new Uint32Array(0), ends: new Uint32Array(0) };
  const shortest = steps.reduce((sum, step) => sum + step.shortest, 0);
  const longest = steps.reduce((sum, step) => sum + step.longest, 0);
  const anchor = rarest(index, steps);
  const at = positions(index, anchor);
  const found = new Matches();
  const search = new WindowSearch(index.tokens, steps, found);
  const { tokenStart } = segment;
  for (let i = 0; i < at.length; ) {
    const paragraph = segment.paragraphAt(at[i]!);
    const first = tokenStart.at(paragraph);
    const end = tokenStart.at(paragraph + 1) - 1;
    const from = Math.max(first, at[i]! - anchor.before.longest);
    let to = at[i]! - anchor.before.shortest + longest;
    for (i += 1; i < at.length && at[i]! < end && at[i]! - anchor.before.longest <= to; i += 1) {
      to = at[i]! - anchor.before.shortest + longest;
    }
    to = Math.min(to, end);
    if (to - from >= shortest) search.run(from, to);
  }
  return found.arrays();
}

/** Null if a word or every choice of an element is unknown to the collection: nothing can match. */
function compile(index: SegmentProfile, pattern: Pattern): Step[] | null {
  const steps: Step[] = [];
  for (const element of pattern.elements) {
    const step = stepOf(index, element);
    if (step === null) return null;
    const last = steps.at(-1);
    if (last?.options.length === 1 && step.options.length === 1) {
      last.options[0]!.push(...step.options[0]!);
      last.shortest += step.shortest;
      last.longest += step.longest;
    } else steps.push(step);
  }
  return steps;
}

function stepOf(index: SegmentProfile, element: PatternElement): Step | null {
  if (element.type === 'gap') return { options: [], gap: element.max, shortest: 0, longest: element.max };
  if (element.type === 'any') {
    return { options: [[{ low: 1, high: 0xffffffff, also: 0 }]], gap: 0, shortest: 1, longest: 1 };
  }
  const runs = element.type === 'alternatives' ? element.options : [[element]];
  const options = runs.map((run) => atomsOf(index, run)).filter((atoms) => atoms !== null);
  if (options.length === 0) return null;
  const lengths = options.map((atoms) => atoms.length);
  return { options, gap: 0, shortest: Math.min(...lengths), longest: Math.max(...lengths) };
}

function atomsOf(index: SegmentProfile, run: readonly (WordsElement | PrefixElement)[]): Atom[] | null {
  const atoms: Atom[] = [];
  for (const element of run) {
    if (element.type === 'words') {
      for (const word of element.words) {
        const token = index.words.id(word) + 1;
        if (token === 0) return null;
        atoms.push({ low: token, high: token + 1, also: 0 });
      }
    } else {
      const { first, end } = index.words.prefixRange(element.prefix);
      const also = element.word === undefined ? 0 : index.words.id(element.word) + 1;
      if (first === end && also === 0) return null;
      atoms.push({ low: first + 1, high: end + 1, also });
    }
  }
  return atoms;
}

/** The part of the pattern with the fewest occurrences. */
function rarest(index: SegmentProfile, steps: readonly Step[]): Anchor {
  let best: Anchor | null = null;
  const before = { shortest: 0, longest: 0 };
  for (const step of steps) {
    let whole: Anchor | null = { count: 0, ranges: [], before: { shortest: Infinity, longest: 0 } };
    for (const option of step.options) {
      const part = rarestRun(index, option);
      if (part === null) {
        whole = null;
        break;
      }
      whole.count += part.count;
      whole.ranges.push(...part.ranges);
      whole.before.shortest = Math.min(whole.before.shortest, before.shortest + part.before.shortest);
      whole.before.longest = Math.max(whole.before.longest, before.longest + part.before.longest);
    }
    if (whole && step.options.length > 0 && (best === null || whole.count < best.count)) best = whole;
    before.shortest += step.shortest;
    before.longest += step.longest;
  }
  if (best === null) throw new PhraseError('only_wildcards', 'the phrase needs at least one word', 'q');
  return best;
}

function rarestRun(index: SegmentProfile, atoms: readonly Atom[]): Anchor | null {
  let best: Anchor | null = null;
  for (let i = 0; i < atoms.length; ) {
    const from = i;
    const isWord = (atom: Atom | undefined) => atom?.high === atom!.low + 1 && atom.also === 0;
    while (i < atoms.length && isWord(atoms[i])) i += 1;
    let ranges: { first: number; end: number }[] = [];
    if (i > from) {
      ranges = [index.rangeOf(Uint32Array.from(atoms.slice(from, i), (atom) => atom.low))];
    } else {
      const { low, high, also } = atoms[i]!;
      i += 1;
      if (high === 0xffffffff) continue;
      const { wordFirst } = index;
      ranges = [{ first: wordFirst.at(low - 1), end: wordFirst.at(high - 1) }];
      if (also > 0) ranges.push(index.wordRange(also - 1));
    }
    const count = ranges.reduce((sum, range) => sum + range.end - range.first, 0);
    if (best === null || count < best.count) {
      best = { count, ranges, before: { shortest: from, longest: from } };
    }
  }
  return best;
}

/** Ascending, each once. */
function positions(index: SegmentProfile, anchor: Anchor): Uint32Array {
  const all = new Uint32Array(anchor.count);
  let at = 0;
  for (const { first, end } of anchor.ranges) {
    all.set(index.suffixes.slice(first, end), at);
    at += end - first;
  }
  return sortNumbers(all);
}

/** Finds the shortest match from every position of a window of one paragraph. */
class WindowSearch {
  private readonly tokens: Tokens;
  /** Of the window. */
  private window: ArrayLike<number> = [];
  private readonly steps: readonly Step[];
  private readonly found: Matches;
  private reach = new Uint32Array(256);
  private next = new Uint32Array(256);

  constructor(tokens: Tokens, steps: readonly Step[], found: Matches) {
    this.tokens = tokens;
    this.steps = steps;
    this.found = found;
  }

  /**
   * From `from` to (not including) `to`. `reach[p]` is the smallest end of a match of the steps so far from `from + p`.
   */
  run(from: number, to: number): void {
    const length = to - from;
    if (this.reach.length <= length) {
      this.reach = new Uint32Array(length * 2);
      this.next = new Uint32Array(length * 2);
    }
    this.window = this.tokens.slice(from, to);
    for (let p = 0; p <= length; p += 1) this.reach[p] = from + p;
    for (let i = this.steps.length - 1; i >= 0; i -= 1) {
      const step = this.steps[i]!;
      if (step.gap > 0) this.skip(step.gap, length);
      else this.read(step.options, length);
      [this.reach, this.next] = [this.next, this.reach];
    }
    for (let p = 0; p < length; p += 1) {
      if (this.reach[p] !== nowhere) this.found.add(from + p, this.reach[p]!);
    }
  }

  private skip(gap: number, length: number): void {
    const { reach, next } = this;
    for (let p = 0; p <= length; p += 1) {
      let least = reach[p]!;
      const end = Math.min(length, p + gap);
      for (let q = p + 1; q <= end; q += 1) if (reach[q]! < least) least = reach[q]!;
      next[p] = least;
    }
  }

  private read(options: readonly Atom[][], length: number): void {
    const { reach, next, window } = this;
    next.fill(nowhere, 0, length + 1);
    for (const atoms of options) {
      for (let p = length - atoms.length; p >= 0; p -= 1) {
        const end = reach[p + atoms.length]!;
        if (end >= next[p]!) continue;
        let i = 0;
        while (i < atoms.length && accepts(atoms[i]!, window[p + i]!)) i += 1;
        if (i === atoms.length) next[p] = end;
      }
    }
  }
}

const nowhere = 0xffffffff;

function accepts(atom: Atom, token: number): boolean {
  return (token >= atom.low && token < atom.high) || token === atom.also;
}

/** Starts and ends, growing. */
class Matches {
  private starts = new Uint32Array(64);
  private ends = new Uint32Array(64);
  private count = 0;

  add(start: number, end: number): void {
    if (this.count === this.starts.length) {
      for (const name of ['starts', 'ends'] as const) {
        const larger = new Uint32Array(this.count * 2);
        larger.set(this[name]);
        this[name] = larger;
      }
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }

  arrays(): { starts: Uint32Array; ends: Uint32Array } {
    return { starts: this.starts.slice(0, this.count), ends: this.ends.slice(0, this.count) };
  }
}
