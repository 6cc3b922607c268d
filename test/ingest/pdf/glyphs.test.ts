/** Pages written glyph by glyph: the expected text for the codes, boxes and positions of the content stream. */
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { buildPdf, type Code, codesOf } from './build.ts';

/** Letters of the test font: code, letters, width. Code 44 is a kashida that is in no map. */
const codes: Code[] = [
  { code: 1, text: 'م', width: 500 },
  { code: 2, text: 'ا', width: 250 },
  { code: 3, text: 'ء', width: 400 },
  { code: 4, text: 'ن', width: 400 },
  { code: 5, text: 'ه', width: 500 },
  { code: 6, text: 'ر', width: 350 },
  { code: 7, text: 'ل', width: 300 },
  { code: 8, text: 'ب', width: 500 },
  { code: 9, text: ' ', width: 250 },
  { code: 10, text: 'لا', width: 500 },
  { code: 11, text: '\uFEFC', width: 500 },
  { code: 12, text: '(', width: 300 },
  { code: 13, text: ')', width: 300 },
  { code: 14, text: '\u064B', width: 0 },
  { code: 20, text: '1', width: 500 },
  { code: 21, text: '9', width: 500 },
  { code: 22, text: '٣', width: 500 },
  { code: 23, text: '٤', width: 500 },
  { code: 24, text: '/', width: 300 },
  { code: 25, text: '-', width: 300 },
  { code: 26, text: 'A', width: 600 },
  { code: 27, text: '.', width: 250 },
  { code: 44, text: null, width: 200 },
  { code: 80, text: 'ق', width: 50 },
];
const widthOf = new Map(codes.map((c) => [c.code, c.width]));

const ma = [2, 1]; // drawn from left to right: ا م
const bahr = [6, 5, 8];

/** Codes from left to right in one go, at 20 points. */
const line = (x: number, y: number, ...drawn: number[]) =>
  `BT /A 20 Tf 1 0 0 1 ${x} ${y} Tm ${codesOf(...drawn)} Tj ET\n`;
/** The same, with each glyph placed separately; `order` says in which order. */
const placed = (x: number, y: number, drawn: number[], reversed = false) => {
  let at = x;
  const parts = drawn.map((code) => {
    const part = `1 0 0 1 ${at} ${y} Tm ${codesOf(code)} Tj\n`;
    at += (widthOf.get(code)! / 1000) * 20;
    return part;
  });
  return `BT /A 20 Tf\n${(reversed ? parts.reverse() : parts).join('')}ET\n`;
};
const texts = async (...pages: string[]) => {
  const { blocks } = await readPdf(buildPdf({ pages, codes }), { layer: 'auto', file: 'glyphs.pdf' });
  return blocks.map((b) => b.text);
};

describe('letters', () => {
  it.each([
    ['drawn in one go', line(100, 700, ...bahr)],
    ['placed one by one, left to right', placed(100, 700, bahr)],
    ['placed one by one, right to left', placed(100, 700, bahr, true)],
  ])('%s', async (_, content) => expect(await texts(content)).toEqual(['بهر']));

  it('keeps the order of a ligature of several letters', async () => {
    expect(await texts(line(100, 700, 4, 10, 8))).toEqual(['بلان']);
  });

  it('splits presentation forms', async () => {
    expect(await texts(line(100, 700, 4, 11, 8))).toEqual(['بلان']);
  });

  it('reads the parts of a ligature with the same x in drawing order', async () => {
    const content = `BT /A 20 Tf 1 0 0 1 100 700 Tm ${codesOf(4)} Tj [${codesOf(2)} 250 ${codesOf(7)}] TJ ${codesOf(8)} Tj ET`;
    expect(await texts(content)).toEqual(['بلان']);
  });

  it('puts a mark after its letter', async () => {
    expect(await texts(line(100, 700, 14, 2, 8))).toEqual(['باً']);
  });

  it('joins a raised mark to its line', async () => {
    const content = `${line(100, 700, 2, 8)}BT /A 20 Tf 1 0 0 1 101 708 Tm ${codesOf(14)} Tj ET`;
    expect(await texts(content)).toEqual(['باً']);
  });

  it('reads a word drawn twice at one place once', async () => {
    expect(await texts(line(100, 700, ...bahr) + line(100.3, 700, ...bahr))).toEqual(['بهر']);
  });

  it('leaves out what is clipped and what is outside the page', async () => {
    const clipped = `q 0 0 50 50 re W n ${line(100, 600, ...ma)} Q ${line(700, 600, ...ma)}`;
    expect(await texts(line(100, 700, ...bahr) + clipped)).toEqual(['بهر']);
  });
});

describe('kashida', () => {
  it('is recognised by its position if the font does not map it', async () => {
    expect(await texts(line(100, 700, 6, 44, 44, 5, 44, 8))).toEqual(['بهر']);
  });

  it('leaves the same character unchanged where it is itself', async () => {
    const comma = `${line(200, 700, ...bahr)}BT /L 20 Tf 1 0 0 1 192 700 Tm (,) Tj ET`;
    expect(await texts(comma)).toEqual(['بهر,']);
  });

  it('is recognised if it is encoded as a letter', async () => {
    const stretched = [6, 80, 80, 80, 5, 80, 80, 8];
    expect(await texts(line(100, 700, ...stretched) + line(100, 660, ...stretched))).toEqual(['بهر بهر']);
  });
});

describe('words', () => {
  it.each([
    ['a space between', line(100, 700, ...bahr, 9, ...ma)],
    ['a gap without a space', line(100, 700, ...bahr) + line(135, 700, ...ma)],
    ['a space on top of a letter', `${line(100, 700, ...bahr)}${line(133, 700, ...ma)}${line(125, 700, 9)}`],
  ])('end at %s', async (_, content) => expect(await texts(content)).toEqual(['ما بهر']));

  it('do not end at a space without width', async () => {
    const content = `BT /A 20 Tf 1 0 0 1 100 700 Tm [${codesOf(6, 9)} 250 ${codesOf(5, 8)}] TJ ET`;
    expect(await texts(content)).toEqual(['بهر']);
  });

  it('end between Latin and Arabic letters even without a gap', async () => {
    expect(await texts(line(100, 700, 26, 26) + line(124, 700, ...bahr))).toEqual(['بهر AA']);
  });
});

describe('directions', () => {
  it.each([
    ['European digits', [20, 21, 9, ...ma], 'ما 19'],
    ['digits with a slash', [20, 24, 21, 9, ...ma], 'ما 1/9'],
    ['Arabic-Indic digits', [22, 23, 9, ...ma], 'ما ٣٤'],
    ['a hyphen after an Arabic letter separates numbers', [20, 25, 21, 9, ...ma], 'ما 9-1'],
    ['Latin with a number', [26, 25, 20, 9, ...ma], 'ما A-1'],
    ['Arabic-Indic digits stay out of a Latin run', [22, 9, 26, 9, ...ma], 'ما A ٣'],
    ['a full stop at the end', [27, ...bahr, 9, ...ma], 'ما بهر.'],
  ])('%s', async (_, drawn, text) => expect(await texts(line(100, 700, ...drawn))).toEqual([text]));

  it.each([
    ['as drawn', [12, ...bahr, 13]],
    ['as written', [13, ...bahr, 12]],
  ])('brackets stored %s', async (_, drawn) => {
    const twice = line(100, 700, ...drawn) + line(100, 660, ...drawn);
    expect(await texts(twice)).toEqual(['(بهر) (بهر)']);
  });
});

it('reads rotated text separately from the lines', async () => {
  const turned = `BT /A 20 Tf 0 1 -1 0 300 400 Tm ${codesOf(...ma)} Tj ET`;
  expect(await texts(line(100, 700, ...bahr) + line(250, 450, ...bahr) + turned)).toContain('ما');
});

it('reads a page that is rotated entirely', async () => {
  const turned = `BT /A 20 Tf 0 -1 1 0 300 400 Tm ${codesOf(...bahr, 9, ...ma)} Tj ET`;
  expect(await texts(turned)).toEqual(['ما بهر']);
});
