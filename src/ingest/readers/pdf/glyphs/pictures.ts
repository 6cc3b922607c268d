/**
 * Pages that are images, as scanners make them: an image over most of the page, and no more text than a running header
 * or footer. pdf.js is told to leave images out, so the file's own objects say where there is one.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { inherited, type Objects } from '../open/objects.ts';
import { pageContent } from '../open/page-content.ts';
import { isDict, type Value } from '../open/syntax.ts';
import type { OperatorList } from './content.ts';
import { DrawingSpace } from './drawing-space.ts';
import type { Glyph } from './glyph.ts';
import { isSpace } from './glyph.ts';
import type { Box } from './space.ts';
import { glyphThresholds } from './thresholds.ts';

/** Forms inside forms. */
const deepest = 4;

export interface PageParts {
  list: OperatorList;
  glyphs: readonly Glyph[];
  view: Box;
  /** Object number of the page. */
  number: number | undefined;
}

/** `objects` is called only if the page's layout is that of an image. */
export function isPicture({ list, glyphs, view, number }: PageParts, objects: () => Objects): boolean {
  const { pictureCover, pictureLetters, picturePoints } = glyphThresholds;
  // A cheap check: among so many glyphs, not all are spaces.
  if (number === undefined || glyphs.length > 4 * pictureLetters) return false;
  const letters = glyphs.filter(({ s }) => !isSpace(s));
  if (letters.length > pictureLetters || letters.some((g) => !inMargin(g, view))) return false;
  if (coverage(list, view) < pictureCover) return false;
  const file = objects();
  const page = file.dict({ ref: number });
  if (page === undefined) return false;
  const own = inlinePoints(pageContent(file, number)?.toString('latin1') ?? '');
  return own + points(file, inherited(file, page, '/Resources'), 0) >= picturePoints;
}

function inMargin(g: Glyph, [left, bottom, right, top]: Box): boolean {
  const { pictureMargin: margin } = glyphThresholds;
  const up = (-g.y - bottom) / (top - bottom);
  const across = (g.x - left) / (right - left);
  return up < margin || up > 1 - margin || (g.angle !== 0 && (across < margin || across > 1 - margin));
}

/** The share of the page that unit squares cover: images are drawn in unit squares. Scans cut into strips have many. */
function coverage({ fnArray, argsArray }: OperatorList, view: Box): number {
  const page = Math.abs((view[2] - view[0]) * (view[3] - view[1]));
  const space = new DrawingSpace();
  let sum = 0;
  fnArray.forEach((operator, i) => {
    space.follow(operator, argsArray[i]);
    if (operator !== OPS.transform) return;
    const [a, b, c, d] = space.matrix;
    sum += Math.min(page, Math.abs(a * d - b * c));
  });
  return sum / page;
}

/** An image inside the content stream itself (ISO 32000-1 §8.9.7): its entries are between `BI` and `ID`. */
const inline = /(?<![^\s])BI\s([^<]{0,600}?)\sID\s/gu;

function inlinePoints(content: string): number {
  let sum = 0;
  for (const [, entries] of content.matchAll(inline)) {
    const width = /\/W(?:idth)?\s+(\d{1,6})(?!\d)/u.exec(entries!);
    const height = /\/H(?:eight)?\s+(\d{1,6})(?!\d)/u.exec(entries!);
    if (width && height) sum += Number(width[1]) * Number(height[1]);
  }
  return sum;
}

/** Pixels of all images among the resources, including those in forms. */
function points(file: Objects, resources: Value | undefined, depth: number): number {
  const all = file.dict(file.dict(resources)?.get('/XObject'));
  if (!all || depth > deepest) return 0;
  let sum = 0;
  for (const value of [...all.values()].slice(0, 1000)) {
    const dict = file.resolve(value);
    if (!isDict(dict)) continue;
    const kind = file.resolve(dict.get('/Subtype'));
    if (kind === '/Form') sum += points(file, dict.get('/Resources'), depth + 1);
    if (kind !== '/Image') continue;
    sum += Number(file.resolve(dict.get('/Width'))) * Number(file.resolve(dict.get('/Height'))) || 0;
  }
  return sum;
}
