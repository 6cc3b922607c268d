/** Lines as drawn, from left to right, and how they read: numbers, brackets and signs next to Latin words. */
import { describe, expect, it } from 'vitest';
import type { Font, Glyph } from '../../../src/ingest/readers/pdf/glyphs/glyph.ts';
import { toLogical } from '../../../src/ingest/readers/pdf/lines/bidi.ts';
import type { Unit } from '../../../src/ingest/readers/pdf/lines/words.ts';

const font: Font = {
  id: 'f',
  name: 'Test',
  bold: false,
  unit: 0.001,
  vertical: false,
  names: () => true,
  namesSpace: true,
};

/** Units of a line drawn in one go; Arabic letters are in the order in which they are drawn. */
function units(drawn: string): Unit[] {
  return [...drawn].map((s, i): Unit => {
    const glyph: Glyph = {
      s,
      code: i,
      font,
      x: i * 5,
      y: 0,
      w: 5,
      size: 10,
      seq: i,
      run: 1,
      angle: 0,
      bold: false,
    };
    return s === ' ' ? { s, glyph: null, gap: 0.3, drawn: glyph } : { s, glyph };
  });
}

const read = (drawn: string): string =>
  toLogical(units(drawn), true)
    .map((cell) => cell.s)
    .join('');

describe('Latin runs in right-to-left lines', () => {
  it.each([
    ['items in brackets follow one another from the right', '(II) (I) مقر', 'رقم )I( )II('],
    ['a bracketed letter is the label of the Latin text after it', 'scope of )a( - ١', '١ - (a) scope of'],
    ['a number in brackets on the left of Latin words is read before them', '(26) of 2014', '(26) of 2014'],
    ['and so does one with a colon: its Latin run began on the line above', '1: Mandatory', '1: Mandatory'],
    ['a full stop on the right of a Latin line ends it', 'Decision No.', 'Decision No.'],
    ['a comma after a number separates it from the Latin words', 'Basel ،3-ل', 'ل-3، Basel'],
    ['a number with two signs is a label', 'Central Bank .-2', '2-. Central Bank'],
    ['a number that ends a Latin run stays there', 'No. :18/2021', 'No. :18/2021'],
  ])('%s', (_, drawn, logical) => {
    expect(read(drawn)).toBe(logical);
  });
});
