/**
 * Merges sorted lists of suffixes by what each shares with the last one written: of two suffixes that come after it,
 * the one that shares more is first, and words are compared only if both share equally many (W. Ng and K. Kakehi,
 * "Merging String Sequences by Longest Common Prefixes", IPSJ 2008).
 */
import type { Tokens } from './tokens.ts';

/** The suffixes of one word in one segment, in order. */
export interface SuffixRun {
  tokens: Tokens;
  /** New token of each old one. */
  tokenOf: Uint32Array;
  /** By report: the offset added to its positions, and its new number. */
  shift: Float64Array;
  newReport: Int32Array;
  suffixes: ArrayLike<number>;
  /** Number of words shared with the previous suffix; arbitrary for the first one. */
  lcp: ArrayLike<number>;
  reportAt: ArrayLike<number>;
}

/**
 * Takes a suffix: its new position, the number of words it shares with the previous one (0 for the first), its new
 * report.
 */
export type SuffixSink = (position: number, shared: number, report: number) => void;

/** All runs begin with the same word. Equal suffixes are in the order of the runs. */
export function mergeSuffixes(runs: readonly SuffixRun[], write: SuffixSink): void {
  if (runs.length === 1) {
    writeRest(runs[0]!, 0, 0, write);
    return;
  }
  const at = new Uint32Array(runs.length);
  /** Number of words that each run's next suffix shares with the last one written. */
  const shared = new Uint32Array(runs.length).fill(1);
  let open = runs.length;
  let isFirst = true;
  while (open > 1) {
    let most = 0;
    for (let i = 0; i < runs.length; i += 1) if (shared[i]! > most) most = shared[i]!;
    const best = leastOf(runs, at, shared, most);
    const run = runs[best]!;
    const place = at[best]!;
    const report = run.reportAt[place]!;
    write(run.suffixes[place]! + run.shift[report]!, isFirst ? 0 : most, run.newReport[report]!);
    isFirst = false;
    at[best] = place + 1;
    if (place + 1 === run.suffixes.length) {
      open -= 1;
      // A finished run shares nothing and is not considered again.
      shared[best] = 0;
    } else shared[best] = run.lcp[place + 1]!;
  }
  for (let i = 0; i < runs.length; i += 1)
    if (at[i]! < runs[i]!.suffixes.length) writeRest(runs[i]!, at[i]!, isFirst ? 0 : shared[i]!, write);
}

/**
 * The first of the next suffixes among those that share `most`. What the others share with it is stored in `shared`: as
 * much as is compared here; for those that share less with the last one, exactly that.
 */
function leastOf(runs: readonly SuffixRun[], at: Uint32Array, shared: Uint32Array, most: number): number {
  let best = -1;
  const tied: number[] = [];
  for (let i = 0; i < runs.length; i += 1) {
    if (shared[i] !== most) continue;
    if (best < 0) {
      best = i;
      continue;
    }
    const common = commonFrom(runs[best]!, at[best]!, runs[i]!, at[i]!, most);
    if (isAfter(runs[best]!, at[best]!, runs[i]!, at[i]!, common)) {
      // A suffix that shared more with the best so far shares with the new best only what that one does.
      for (const j of tied) if (shared[j]! > common) shared[j] = common;
      shared[best] = common;
      tied.push(best);
      best = i;
    } else {
      shared[i] = common;
      tied.push(i);
    }
  }
  return best;
}

function commonFrom(a: SuffixRun, i: number, b: SuffixRun, j: number, from: number): number {
  const [p, q] = [a.suffixes[i]!, b.suffixes[j]!];
  let common = from;
  for (;;) {
    const token = a.tokens.at(p + common);
    if (token === 0 || a.tokenOf[token] !== b.tokenOf[b.tokens.at(q + common)]) return common;
    common += 1;
  }
}

function isAfter(a: SuffixRun, i: number, b: SuffixRun, j: number, common: number): boolean {
  const x = a.tokenOf[a.tokens.at(a.suffixes[i]! + common)]!;
  const y = b.tokenOf[b.tokens.at(b.suffixes[j]! + common)]!;
  return x > y;
}

function writeRest(run: SuffixRun, from: number, shared: number, write: SuffixSink): void {
  const { suffixes, lcp, reportAt, shift, newReport } = run;
  for (let i = from; i < suffixes.length; i += 1) {
    const report = reportAt[i]!;
    write(suffixes[i]! + shift[report]!, i === from ? shared : lcp[i]!, newReport[report]!);
  }
}
