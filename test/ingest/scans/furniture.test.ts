/** Running lines of pages that are images. */
import { expect, test } from 'vitest';
import type { TextLine } from '../../../src/ingest/readers/pdf/lines/text-line.ts';
import { wholePage } from '../../../src/ingest/readers/pdf/regions/region.ts';
import { partRunning } from '../../../src/ingest/readers/pdf/scans/furniture.ts';

/** A line at a height in points; with `?` before it, all of it is doubted. */
function line(page: number, y: number, written: string): TextLine {
  const text = written.replace(/^\?/u, '');
  return {
    text,
    raised: [],
    page,
    y,
    x0: 100,
    x1: 300,
    size: 10,
    bold: false,
    rtl: true,
    latin: !/\p{Script=Arabic}/u.test(text),
    firstWord: 20,
    firstGap: 0,
    gaps: [],
    sheet: { left: 0, right: 595 },
    region: wholePage(),
    ...(text === written ? {} : { doubts: [[0, text.length]] }),
  };
}

/** Lines of a page: a text of four lines, and what is above or below it. */
const body = ['اجتمعت اللجنة', 'وانتخبت رئيسا', 'واعتمدت جدولا', 'وأقرت تقريرها'];

test.each<[string, [y: number, text: string][], string[]]>([
  ['a symbol at the top', [[20, 'A/1']], ['A/1']],
  [
    'two lines, one below the other',
    [
      [20, 'A/1'],
      [34, 'B/2'],
    ],
    ['A/1', 'B/2'],
  ],
  ['text that was hardly read', [[20, '?ققثض']], ['ققثض']],
  ['a symbol of which a piece was taken for Arabic', [[20, 'A/CONF.1/2 ققث']], ['A/CONF.1/2 ققث']],
  ['a page number at the foot', [[400, '12']], ['12']],
  [
    'above it a note, like that of the next page',
    [
      [370, '?2 انظر A/1'],
      [400, '12'],
    ],
    ['12'],
  ],
  ['a line of the text', [[158, '12']], []],
])('%s', (_, around, expected) => {
  const pages = new Map(
    [1, 2].map((page) => [
      page,
      [
        ...body.map((text, i) => line(page, 100 + 15 * i, text)),
        ...around.map(([y, text]) => line(page, y, text)),
      ],
    ]),
  );
  const out = partRunning(pages).map(({ text }) => text);
  expect(out).toEqual([...expected, ...expected]);
  for (const lines of pages.values())
    expect(lines).toHaveLength(body.length + around.length - expected.length);
});
