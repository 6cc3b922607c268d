/**
 * Visual order → logical order: the Unicode Bidirectional Algorithm (UAX #9) backwards. What was drawn from left
 * to right is read from the right, and numbers and Latin runs are turned back, with the algorithm's own rules
 * for separators: W2 (after an Arabic letter a European digit counts as Arabic), W4, W5, N1.
 */
import { isMark } from './glyph.ts';
import type { Unit } from './words.ts';

export interface Cell {
  s: string;
  unit: Unit;
  /** Stands in right-to-left direction, where brackets are drawn mirrored. */
  rtl: boolean;
}

type Class = 'R' | 'L' | 'EN' | 'AN' | 'ES' | 'CS' | 'ET' | 'NSM' | 'WS' | 'S' | 'ON';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;

const known = new Map<string, Class>();
export function bidiClass(s: string): Class {
  const first = s.length === 1 ? s : String.fromCodePoint(s.codePointAt(0)!);
  let found = known.get(first);
  if (!found) {
    found = classify(first);
    known.set(first, found);
  }
  return found;
}

function classify(s: string): Class {
  const c = s.codePointAt(0)!;
  if ((c >= 0x30 && c <= 0x39) || (c >= 0x6f0 && c <= 0x6f9)) return 'EN';
  if ((c >= 0x660 && c <= 0x669) || c === 0x66b || c === 0x66c) return 'AN';
  if (s === '+' || s === '-' || c === 0x2212) return 'ES';
  if (',./:\u060C\u00A0'.includes(s)) return 'CS';
  if ('#$%°¢£¤¥‰٪€±'.includes(s)) return 'ET';
  if (isMark(s)) return 'NSM';
  if (s.trim() === '') return 'WS';
  if (/[\p{P}\p{S}]/u.test(s)) return 'ON';
  if (rightToLeft.test(s)) return 'R';
  if (letter.test(s) || c > 0xe000) return 'L';
  return 'ON';
}

/** Class of a unit; a gap as wide as a tab parts the line (class S), above all when no space was drawn in it. */
function classOf(unit: Unit): Class {
  if (unit.gap !== undefined && unit.gap >= (unit.drawn ? 3 : 1)) return 'S';
  return bidiClass(unit.s);
}

/** Nothing looks farther ahead on a line than so many units. */
const farthest = 400;

/** Cells in logical order. `units` from left to right; `rtl` is the direction of the paragraph. */
export function toLogical(units: readonly Unit[], rtl: boolean): Cell[] {
  if (rtl) return parted(readFromRight([...units].reverse()));
  const out: Cell[] = [];
  let i = 0;
  while (i < units.length) {
    const cls = bidiClass(units[i]!.s);
    const arabic = cls === 'R' || (cls === 'NSM' && nextIsArabic(units, i));
    if (!arabic) {
      out.push({ s: units[i]!.s, unit: units[i]!, rtl: false });
      i++;
      continue;
    }
    // From here to the last right-to-left letter before a Latin one.
    let last = i;
    for (let k = i; k < units.length; k++) {
      const c = bidiClass(units[k]!.s);
      if (c === 'L') break;
      if (c === 'R') last = k;
    }
    out.push(...readFromRight(units.slice(i, last + 1).reverse()));
    i = last + 1;
  }
  return parted(out);
}

/** Arabic and Latin letters side by side are two words. */
function parted(cells: Cell[]): Cell[] {
  const out: Cell[] = [];
  for (const cell of cells) {
    const last = out.at(-1);
    if (last) {
      const pair = bidiClass(last.s) + bidiClass(cell.s);
      if (pair === 'RL' || pair === 'LR')
        out.push({ s: ' ', unit: { s: ' ', glyph: null, gap: 0 }, rtl: true });
    }
    out.push(cell);
  }
  return out;
}

function nextIsArabic(units: readonly Unit[], at: number): boolean {
  for (let k = at; k < units.length; k++) {
    const c = bidiClass(units[k]!.s);
    if (c !== 'NSM') return c === 'R';
  }
  return false;
}

/** `v` from right to left. */
function readFromRight(v: Unit[]): Cell[] {
  const classes = v.map(classOf);
  const latinRuns = runsOfLatin(v, classes);
  const out: Cell[] = [];
  let afterArabic = false;
  let i = 0;
  while (i < v.length) {
    const cls = classes[i]!;
    let end = i;
    if (cls === 'L') end = latinEnd(v, classes, i);
    else if (cls === 'AN') end = numberEnd(classes, i, false);
    else if (cls === 'EN') {
      end = latinAhead(v, classes, i) ? latinEnd(v, classes, i) : numberEnd(classes, i, !afterArabic);
    } else if (cls === 'ET' && !afterArabic && classes[i + 1] === 'EN') end = numberEnd(classes, i + 1, true);
    else if (closesLatin(v, classes, i) || drawnWithLatin(v, classes, i, latinRuns)) {
      end = latinEnd(v, classes, i + 1);
    } else {
      out.push({ s: v[i]!.s, unit: v[i]!, rtl: true });
      if (cls === 'R') afterArabic = true;
      i++;
      continue;
    }
    if (cls !== 'AN' && classes.slice(i, end + 1).includes('L')) end = withTail(v, classes, end, latinRuns);
    for (let k = end; k >= i; k--) out.push({ s: v[k]!.s, unit: v[k]!, rtl: false });
    if (cls === 'L') afterArabic = false;
    i = end + 1;
  }
  return out;
}

/**
 * Does the European number at `i` end a Latin run (`CABINET-1-1999`), or does it stand before one? The picture is
 * the same. It belongs to the run when no space stands between, or when the space was drawn together with the
 * number or the letters: between a number and a Latin run that follows it, a space has the other direction and is
 * drawn apart.
 */
function latinAhead(v: readonly Unit[], classes: readonly Class[], i: number): boolean {
  let apart = false;
  const stop = Math.min(v.length, i + farthest);
  for (let k = i + 1; k < stop; k++) {
    const c = classes[k]!;
    if (c === 'R' || c === 'AN' || c === 'S') return false;
    if (c === 'L') return !apart;
    if (c !== 'WS') continue;
    const label = isLabel(v, classes, i, k);
    const space = v[k]!.drawn;
    const beside = [k - 1, k + 1]
      .filter((n) => classes[n] === 'EN' || classes[n] === 'L')
      .map((n) => v[n]!.glyph);
    const together = beside.some((g) => g?.run === space?.run);
    // A space from another font is drawn apart in any case.
    const telling = beside.length === 0 || beside.some((g) => g?.font === space?.font);
    // `1- Specific`: a number with its dot or hyphen before a Latin run is a label.
    if (label || (space && telling && !together)) apart = true;
  }
  return false;
}

/**
 * Is the unit at `i` a bracket that closes one inside the Latin run on its left, as in `Zingiber (ginger)`? It then
 * belongs to the run (rule N0).
 */
function closesLatin(v: readonly Unit[], classes: readonly Class[], i: number): boolean {
  const at = ')]}'.indexOf(v[i]!.s);
  if (at < 0 || v[i]!.s === '') return false;
  if (classes[i + 1] !== 'L' && !(classes[i + 1] === 'EN' && latinAhead(v, classes, i + 1))) return false;
  const end = latinEnd(v, classes, i + 1, i + farthest);
  let open = 0;
  for (let k = end; k > i; k--) {
    if (v[k]!.s === '([{'[at]) open++;
    else if (v[k]!.s === v[i]!.s) open--;
  }
  return open > 0;
}

/** Does the number at `i` up to the space at `k` read like a label: `1- `, `12 - `? */
function isLabel(v: readonly Unit[], classes: readonly Class[], i: number, k: number): boolean {
  if (classes[k - 1] === 'EN' || !'-–.)'.includes(v[k - 1]!.s)) return false;
  const last = classes[k - 2] === 'WS' ? k - 3 : k - 2;
  return last >= i && last - i < 3 && classes.slice(i, last + 1).every((c) => c === 'EN');
}

/** Text objects of the line that hold Latin but no right-to-left text: all in them was drawn in one direction. */
function runsOfLatin(v: readonly Unit[], classes: readonly Class[]): Set<number> {
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

/** Is the unit at `i` punctuation on the right of a Latin run, drawn together with it? */
function drawnWithLatin(
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
 * What belongs to a Latin run on its left: punctuation drawn together with it, and a number. (A number that stood
 * behind the run in the text would be on its right.)
 */
function withTail(v: readonly Unit[], classes: readonly Class[], from: number, runs: Set<number>): number {
  let end = from;
  for (;;) {
    const next = classes[end + 1];
    const run = v[end]!.glyph?.run;
    if (next === 'EN' || next === 'NSM') end++;
    else if (next === 'WS' && classes[end + 2] === 'EN') end += 2;
    else if (neutral(next) && run !== undefined && runs.has(run) && v[end + 1]!.glyph?.run === run) end++;
    else if (neutral(next) && classes[end + 2] === 'EN' && classes[end] === 'EN') end += 2;
    else return end;
  }
}

/** The leftmost unit of the Latin run whose rightmost is `i`. */
function latinEnd(v: readonly Unit[], classes: readonly Class[], i: number, stop = v.length): number {
  let end = i;
  for (let k = i; k < Math.min(stop, v.length); k++) {
    const c = classes[k]!;
    if (c === 'R' || c === 'AN' || c === 'S') break;
    if (c === 'L') end = k;
  }
  while (classes[end + 1] === 'EN' || classes[end + 1] === 'NSM') end++;
  return end;
}

/** The leftmost unit of the number whose rightmost digit is `i`. `signs`: W4 lets a hyphen join, W5 a sign. */
function numberEnd(classes: readonly Class[], i: number, signs: boolean): number {
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
