/**
 * Numbers in right-to-left lines that the bidirectional algorithm alone would not read back as one: adjacent digits of
 * two scripts, and groups of thousands separated by a space. A reader takes both from left to right.
 */
import type { Class } from './bidi-class.ts';
import { lineThresholds } from './thresholds.ts';
import type { Unit } from './words.ts';

const isDigit = (c: Class | undefined): boolean => c === 'EN' || c === 'AN';

/** Same size and baseline: a raised digit next to a number is the mark of a note. */
function level(a: Unit, b: Unit): boolean {
  if (!a.glyph || !b.glyph) return false;
  const { numberSize, numberHeight } = lineThresholds;
  const { size } = a.glyph;
  if (Math.abs(size - b.glyph.size) >= numberSize * size) return false;
  return Math.abs(a.glyph.y - b.glyph.y) < numberHeight * size;
}

/**
 * `classes` with the digits of a mixed number made Arabic, as they are after an Arabic letter (rule W2): fonts map some
 * of their digits to one script and some to another. `v` is from right to left.
 */
export function evened(v: readonly Unit[], classes: Class[]): Class[] {
  for (let from = 0; from < classes.length; from++) {
    if (!isDigit(classes[from])) continue;
    let to = from;
    let mixed = false;
    for (;;) {
      const step = isDigit(classes[to + 1])
        ? 1
        : classes[to + 1] === 'CS' && isDigit(classes[to + 2])
          ? 2
          : 0;
      if (step === 0 || !level(v[to]!, v[to + step]!)) break;
      if (classes[to] !== classes[to + step]) mixed = true;
      to += step;
    }
    if (mixed) for (let k = from; k <= to; k++) if (isDigit(classes[k])) classes[k] = 'AN';
    from = to;
  }
  return classes;
}

const digit = /[0-9\u0660-\u0669\u06F0-\u06F9]/u;
const group = '[0-9\u0660-\u0669\u06F0-\u06F9]';
const first = new RegExp(`^(?![0٠۰])${group}{1,3}$`, 'u');
const middle = new RegExp(`^${group}{3}$`, 'u');
const last = new RegExp(`^${group}{3}(?:[.,\u066B]${group}+)?$`, 'u');

/**
 * The leftmost unit of a number whose rightmost group of digits is `v[i…end]`: this group's own, or that of a longer
 * number with groups of three digits and narrow spaces between them, as in 12 345. Such numbers are read from left to
 * right whatever the direction of the text.
 */
export function thousandsEnd(
  v: readonly Unit[],
  classes: readonly Class[],
  i: number,
  end: number,
  endOf: (from: number) => number,
): number {
  const groups = [textOf(v, i, end)];
  if (!last.test(groups[0]!)) return end;
  let best = end;
  for (let at = end; classes[at + 1] === 'WS' && isDigit(classes[at + 2]); ) {
    const space = v[at + 1]!;
    if ((space.gap ?? 0) > lineThresholds.numberGap || !level(v[at]!, v[at + 2]!)) break;
    if (classes[at + 2] !== classes[i]) break;
    const to = endOf(at + 2);
    const text = textOf(v, at + 2, to);
    if (first.test(text)) best = to;
    if (!middle.test(text)) break;
    at = to;
  }
  return best;
}

/** The text of `v[from…to]` as drawn, from left to right. */
function textOf(v: readonly Unit[], from: number, to: number): string {
  let text = '';
  for (let k = to; k >= from; k--) text += v[k]!.s;
  return digit.test(text) ? text : '';
}
