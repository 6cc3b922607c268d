/**
 * Latin runs in right-to-left lines: which numbers, brackets and signs next to Latin letters belong to them. `v` are
 * the line's units from right to left, `classes` their bidirectional classes.
 */
import type { Class } from './bidi-class.ts';
import { lineThresholds } from './thresholds.ts';
import type { Unit } from './words.ts';

/** No function looks farther ahead on a line than this many units. */
const farthest = 400;

/**
 * Whether the European number at `i` ends a Latin run (`CABINET-1-1999`) rather than preceding one; both look the same.
 * It belongs to the run if there is no space between them, or if the space was drawn together with the number or the
 * letters: between a number and a Latin run that follows it, a space has the other direction and is drawn separately.
 */
export function latinAhead(
  v: readonly Unit[],
  classes: readonly Class[],
  i: number,
  bracket = v.length,
): boolean {
  let apart = false;
  const stop = Math.min(bracket, i + farthest);
  for (let k = i + 1; k < stop; k++) {
    const c = classes[k]!;
    if (c === 'R' || c === 'AN' || c === 'S') return false;
    if (c === 'L') return !apart;
    if (c !== 'WS') continue;
    const label = isLabel(v, classes, i, k);
    const space = v[k]!.drawn;
    const letters = [k - 1, k + 1].filter((n) => classes[n] === 'EN' || classes[n] === 'L');
    const beside = (letters.length > 0 ? letters : [k - 1, k + 1]).map((n) => v[n]?.glyph);
    const together = beside.some((g) => g?.run === space?.run);
    // A space from another font is drawn separately in any case.
    const telling = beside.some((g) => g?.font === space?.font);
    // `1- Specific`: a number with its dot or hyphen before a Latin run is a label.
    if (label || (space && telling && !together)) apart = true;
  }
  return false;
}

/**
 * Whether the unit at `i` is a bracket that closes one inside the Latin run on its left, as in `Zingiber (ginger)`. It
 * then belongs to the run (rule N0).
 */
export function closesLatin(v: readonly Unit[], classes: readonly Class[], i: number): boolean {
  const at = ')]}'.indexOf(v[i]!.s);
  if (at < 0 || v[i]!.s === '') return false;
  const first = classes[i + 1] === 'ET' ? i + 2 : i + 1;
  if (classes[first] !== 'L' && !(classes[first] === 'EN' && latinAhead(v, classes, first))) return false;
  const end = latinEnd(v, classes, i + 1, i + farthest);
  // A run does not begin with a bracket: that would take the direction of the text before it.
  if (v[end + 1] && '([{'.includes(v[end + 1]!.s)) return false;
  let open = 0;
  for (let k = end; k > i; k--) {
    if (v[k]!.s === '([{'[at]) open++;
    else if (v[k]!.s === v[i]!.s) open--;
  }
  return open > 0;
}

/**
 * Whether the number at `i`, up to the space at `k`, looks like a label or ends a clause: `1- `, `12 - `, `2-. `, `3،
 * `.
 */
function isLabel(v: readonly Unit[], classes: readonly Class[], i: number, k: number): boolean {
  if (classes[k - 1] === 'EN' || !'-–.),،؛:;'.includes(v[k - 1]!.s)) return false;
  if (classes[k + 1] !== 'L' && ',،؛:;'.includes(v[k - 1]!.s)) return false;
  let last = k - 2;
  if (classes[last] === 'WS' || '-–'.includes(v[last]?.s ?? ' ')) last--;
  return (
    last >= i && last - i < lineThresholds.labelDigits && classes.slice(i, last + 1).every((c) => c === 'EN')
  );
}

/**
 * Text objects of the line that contain Latin but no right-to-left text: everything in them was drawn in one direction.
 */
export function runsOfLatin(v: readonly Unit[], classes: readonly Class[]): Set<number> {
  const latin = new Set<number>();
  const other = new Set<number>();
  v.forEach((u, k) => {
    if (!u.glyph) return;
    if (classes[k] === 'L') latin.add(u.glyph.run);
    else if (classes[k] === 'R' || classes[k] === 'AN') other.add(u.glyph.run);
  });
  for (const run of other) latin.delete(run);
  // A line that is one text object says nothing about its parts.
  return new Set(v.map((u) => u.glyph?.run)).size > 2 ? latin : new Set();
}

const neutral = (c: Class | undefined): boolean => c === 'ON' || c === 'CS' || c === 'ES' || c === 'ET';

/** Whether the unit at `i` is punctuation on the right of a Latin run, drawn together with it. */
export function drawnWithLatin(
  v: readonly Unit[],
  classes: readonly Class[],
  i: number,
  runs: Set<number>,
): boolean {
  const run = v[i]!.glyph?.run;
  if (run === undefined || !neutral(classes[i]) || !runs.has(run)) return false;
  const next = classes[i + 1];
  return (
    (next === 'L' || next === 'EN') && v[i + 1]!.glyph?.run === run && latinEnd(v, classes, i + 1) > i + 1
  );
}

/**
 * What belongs to a Latin run on its left: punctuation drawn together with it, and a number. (A number that followed
 * the run in the text would be on its right.)
 */
export function withTail(
  v: readonly Unit[],
  classes: readonly Class[],
  from: number,
  runs: Set<number>,
): number {
  let end = from;
  for (;;) {
    const next = classes[end + 1];
    const bracketed = bracketedNumber(v, classes, end + 1);
    const run = v[end]!.glyph?.run;
    if (next === 'EN' || next === 'NSM') end++;
    else if (next === 'WS' && classes[end + 2] === 'EN') end += 2;
    else if (bracketed > end) end = bracketed;
    else if (
      next === 'WS' &&
      neutral(classes[end + 2]) &&
      !isBracket(v[end + 2]) &&
      classes[end + 3] === 'EN'
    )
      end += 3;
    else if (neutral(next) && run !== undefined && runs.has(run) && v[end + 1]!.glyph?.run === run) end++;
    else if (neutral(next) && classes[end + 2] === 'EN' && classes[end] === 'EN') end += 2;
    else return end;
  }
}

/**
 * The far bracket of a European number in brackets that begins at `at` or after one space, else -1. After Latin letters
 * such a number would be part of the Latin run (rules W7, N0), so on their left it comes before them.
 */
function bracketedNumber(v: readonly Unit[], classes: readonly Class[], at: number): number {
  const first = classes[at] === 'WS' ? at + 1 : at;
  if (!isBracket(v[first]) || classes[first + 1] !== 'EN') return -1;
  const end = numberEnd(classes, first + 1, true) + 1;
  return v[end] !== undefined && v[end].s === mirrored(v[first]!.s) ? end : -1;
}

const brackets = '()[]{}';
const isBracket = (u: Unit | undefined): boolean => u !== undefined && u.s !== '' && brackets.includes(u.s);
const mirrored = (s: string): string => brackets[brackets.indexOf(s) ^ 1]!;

/** The partner of the bracket right before `i`; the end of the line if there is no bracket. */
export function bracketAhead(v: readonly Unit[], i: number): number {
  const open = v[i - 1];
  if (!isBracket(open)) return v.length;
  let depth = 1;
  for (let k = i; k < Math.min(v.length, i + farthest); k++) {
    if (v[k]!.s === open!.s) depth++;
    else if (v[k]!.s === mirrored(open!.s) && --depth === 0) return k;
  }
  return v.length;
}

/**
 * Whether a line without any right-to-left letter ends, on its right, with a sign that closes a clause. The Latin run
 * then continues on the next line and the sign belongs to it: at the end of the paragraph it would be on the left.
 */
export function endsLatinLine(v: readonly Unit[], classes: readonly Class[]): boolean {
  if (!'.,;:!?'.includes(v[0]!.s) || (classes[1] !== 'L' && classes[1] !== 'EN')) return false;
  return classes.includes('L') && !classes.includes('R') && !classes.includes('AN');
}

/** The leftmost unit of the Latin run whose rightmost is `i`. */
export function latinEnd(v: readonly Unit[], classes: readonly Class[], i: number, stop = v.length): number {
  let end = i;
  for (let k = i; k < Math.min(stop, v.length); k++) {
    const c = classes[k]!;
    if (c === 'R' || c === 'AN' || c === 'S') break;
    if (c === 'L') end = k;
  }
  while (classes[end + 1] === 'EN' || classes[end + 1] === 'NSM') end++;
  return end;
}

/** The leftmost unit of the number whose rightmost digit is `i`. `signs`: rule W4 lets a hyphen join, W5 a sign. */
export function numberEnd(classes: readonly Class[], i: number, signs: boolean): number {
  const kind = classes[i]!;
  let end = i;
  for (;;) {
    const next = classes[end + 1];
    if (next === kind || next === 'NSM') end++;
    else if (classes[end + 2] === kind && (next === 'CS' || (next === 'ES' && signs && kind === 'EN')))
      end += 2;
    else break;
  }
  if (signs && kind === 'EN' && classes[end + 1] === 'ET') end++;
  return end;
}
