/**
 * The texts that a page gives with /ActualText for what its glyphs draw (ISO 32000-1 §14.9.4). Chromium writes them for
 * letters drawn with several glyphs and for brackets; pdf.js drops them.
 */

import { inherited, type Objects } from '../open/objects.ts';
import { pageContent } from '../open/page-content.ts';
import { decodeText, isText, markedContent } from '../open/syntax.ts';
import type { Glyph } from './glyph.ts';
import { glyphThresholds } from './thresholds.ts';

/** What a page says about its marked content with properties, by the index of the operator. */
export interface Properties {
  /** Actual texts. */
  texts: ReadonlyMap<number, string>;
  /** Identifiers of pieces (§14.7.4.4) whose properties are in the page's resources; pdf.js gives the others. */
  numbers: ReadonlyMap<number, number>;
}

/** Returns them for a page's object number. */
export type PageProperties = (page: number) => Properties;

export const noProperties: Properties = { texts: new Map(), numbers: new Map() };

/** `objects` is called only when the first question is asked, so that files without marked content cost nothing. */
export function pageProperties(objects: () => Objects): PageProperties {
  return (page) => (objects().encrypted ? noProperties : ofPage(objects(), page));
}

function ofPage(objects: Objects, page: number): Properties {
  const dict = objects.dict({ ref: page });
  const content = pageContent(objects, page);
  if (!dict || !content?.includes('BDC')) return noProperties;
  const named = objects.dict(inherited(objects, dict, '/Resources'))?.get('/Properties');
  if (named === undefined && !content.includes('/ActualText')) return noProperties;
  const texts = new Map<number, string>();
  const numbers = new Map<number, number>();
  const resources = objects.dict(named);
  markedContent(content).forEach((operand, n) => {
    const value = typeof operand === 'string' ? resources?.get(operand) : operand;
    const properties = objects.dict(value);
    const number = properties?.get('/MCID');
    if (typeof number === 'number' && value !== operand) numbers.set(n, number);
    const actual = properties?.get('/ActualText');
    const text = isText(actual) ? decodeText(actual) : undefined;
    // Some writers give replacement characters for a kashida, which say less than the glyph.
    if (text !== undefined && !text.includes('\uFFFD')) texts.set(n, text);
  });
  return { texts, numbers };
}

/** Replaces the glyphs that draw a marked piece, from index `from` on, by its actual text. */
export function replaceText(glyphs: Glyph[], from: number, text: string): void {
  const { longestActualText } = glyphThresholds;
  const first = glyphs[from];
  if (!first || text.length > longestActualText) return;
  if (first.angle !== 0 || glyphs.length - from > longestActualText) return;
  const drawn = glyphs.slice(from);
  if (drawn.some((g) => Math.abs(g.y - first.y) > first.size)) return;
  // The widest is the letter, the others its marks; a mark without width may overhang a neighbour.
  const wide = drawn.filter((g) => g.w > 0);
  if (wide.length > 0) {
    const letter = wide.reduce((best, g) => (g.w > best.w ? g : best));
    first.y = letter.y;
    first.code = letter.code;
    first.x = Math.min(...wide.map((g) => g.x));
    first.w = Math.max(...wide.map((g) => g.x + g.w)) - first.x;
  }
  first.s = text;
  first.actual = true;
  glyphs.length = from + 1;
}
