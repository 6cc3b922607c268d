/** Bidirectional classes of letters (UAX #9 table 4), as far as lines of a page need them. */
import { isMark } from '../glyphs/glyph.ts';
import { lineThresholds } from './thresholds.ts';
import type { Unit } from './words.ts';

export type Class = 'R' | 'L' | 'EN' | 'AN' | 'ES' | 'CS' | 'ET' | 'NSM' | 'WS' | 'S' | 'ON';

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

/** Class of a unit; a gap as wide as a tab divides the line (class S), especially if no space was drawn in it. */
export function classOf(unit: Unit): Class {
  const { tabWithSpace, tabWithoutSpace } = lineThresholds;
  if (unit.gap !== undefined && unit.gap >= (unit.drawn ? tabWithSpace : tabWithoutSpace)) return 'S';
  return bidiClass(unit.s);
}
