/** Pages drawn glyph by glyph, and what is read from them. */
import type { Font, Glyph } from '../../../src/ingest/readers/pdf/glyphs/glyph.ts';
import type { TextLine } from '../../../src/ingest/readers/pdf/lines/text-line.ts';
import { LineBuilder } from '../../../src/ingest/readers/pdf/lines/window.ts';

export const font = (id = 'f'): Font => ({
  id,
  name: id,
  bold: false,
  unit: 0.001,
  vertical: false,
  names: () => true,
  namesSpace: true,
});
const plain = font();

export interface Pen {
  x: number;
  y?: number;
  size?: number;
  /** Width of each glyph in points. */
  width?: number;
  /** Glyphs drawn in one go have one number; without one, each call gets its own. */
  run?: number;
  bold?: boolean;
  font?: Font;
  /** The letters' codes; by default each letter has its own. */
  code?: number;
  actual?: boolean;
}

let runs = 0;

/** Letters next to each other from left to right, as displayed: ten points high, five points wide. */
export function drawn(text: string, pen: Pen): Glyph[] {
  const { x, y = 0, size = 10, width = size / 2, bold = false, actual = false } = pen;
  const run = pen.run ?? ++runs;
  let end = x;
  return [...text].map((s) => {
    const w = /\p{M}/u.test(s) ? 0 : width;
    end += w;
    return {
      s,
      code: pen.code ?? 1000 + s.charCodeAt(0),
      font: pen.font ?? plain,
      x: end - w,
      y,
      w,
      size,
      seq: 0,
      run,
      angle: 0,
      bold,
      actual,
    };
  });
}

/** The same for Arabic in reading order: its first letter is on the right. */
export const word = (text: string, pen: Pen): Glyph[] => drawn([...text].reverse().join(''), pen);

/** Lines of a page; the glyphs are in drawing order. */
export function linesOf(...glyphs: readonly Glyph[][]): TextLine[] {
  const builder = new LineBuilder();
  builder.add(
    1,
    glyphs.flat().map((g, seq) => ({ ...g, seq })),
  );
  return builder.finish().flat();
}

export const read = (...glyphs: readonly Glyph[][]): string[] => linesOf(...glyphs).map(({ text }) => text);
