/**
 * Visual order → logical order: the Unicode Bidirectional Algorithm (UAX #9) in reverse. What was drawn from left to
 * right is read from the right, and numbers and Latin runs are turned back, with the algorithm's own rules for
 * separators: W2 (after an Arabic letter, a European digit counts as Arabic), W4, W5, N1.
 */
import { bidiClass, type Class, classOf } from './bidi-class.ts';
import {
  bracketAhead,
  closesLatin,
  drawnWithLatin,
  endsLatinLine,
  latinAhead,
  latinEnd,
  numberEnd,
  runsOfLatin,
  withTail,
} from './latin-runs.ts';
import { evened, thousandsEnd } from './numbers.ts';
import type { Unit } from './words.ts';

export interface Cell {
  s: string;
  unit: Unit;
  /** In right-to-left direction, where brackets are drawn mirrored. */
  rtl: boolean;
}

/** Cells in logical order. `units` are from left to right; `rtl` is the direction of the paragraph. */
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

/** Adjacent Arabic and Latin letters are two words. */
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
  const classes = evened(v, v.map(classOf));
  const latinRuns = runsOfLatin(v, classes);
  const out: Cell[] = [];
  let afterArabic = false;
  let i = 0;
  while (i < v.length) {
    const cls = classes[i]!;
    let end = i;
    // What is in brackets has the direction of the text around them (rule N0).
    const bracket = out.at(-1)?.rtl ? bracketAhead(v, i) : v.length;
    if (cls === 'L') end = latinEnd(v, classes, i, bracket);
    else if (cls === 'AN') end = wholeNumber(v, classes, i, false);
    else if (cls === 'EN') {
      const latin = latinAhead(v, classes, i, bracket);
      end = latin ? latinEnd(v, classes, i, bracket) : wholeNumber(v, classes, i, !afterArabic);
    } else if (cls === 'ET' && !afterArabic && classes[i + 1] === 'EN') end = numberEnd(classes, i + 1, true);
    else if (
      closesLatin(v, classes, i) ||
      drawnWithLatin(v, classes, i, latinRuns) ||
      (i === 0 && endsLatinLine(v, classes))
    ) {
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

/** The leftmost unit of the number whose rightmost digit is `i`, its groups of thousands included. */
function wholeNumber(v: readonly Unit[], classes: readonly Class[], i: number, signs: boolean): number {
  return thousandsEnd(v, classes, i, numberEnd(classes, i, signs), (from) => numberEnd(classes, from, signs));
}
