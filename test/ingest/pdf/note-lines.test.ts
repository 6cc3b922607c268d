/**
 * Notes that begin with Latin words in an Arabic text: their mark is on the right, where a mark after the line would be
 * too.
 */
import { describe, expect, it } from 'vitest';
import { toBlocks } from '../../../src/ingest/readers/pdf/blocks/blocks.ts';
import { markInFront } from '../../../src/ingest/readers/pdf/blocks/footnotes.ts';
import type { RaisedNumber, TextLine } from '../../../src/ingest/readers/pdf/lines/text-line.ts';

const region = { column: false, cell: null, rtl: null };
const line = (text: string, y: number, more: Partial<TextLine> = {}): TextLine => ({
  text,
  y,
  ...{ raised: [], page: 1, x0: 100, x1: 500, size: 12, bold: false, rtl: true, latin: false },
  ...{ firstWord: 20, firstGap: 0.3, gaps: [], sheet: null, region },
  ...more,
});
/** A number raised at the end of a text. */
const raised = (text: string, number: number): RaisedNumber[] => {
  const digits = String(number).length;
  return [{ start: text.length - digits, end: text.length, number, page: 1 }];
};
const latin = (text: string, number: number, y: number): TextLine =>
  line(text, y, { raised: raised(text, number), size: 9, latin: true });

describe('the mark of a note', () => {
  it('goes before its first line', () => {
    expect(markInFront(latin('Household appliances12', 12, 0))).toMatchObject({
      text: '12 Household appliances',
      raised: [{ start: 0, end: 2, number: 12 }],
    });
  });

  it('stays where it is in a line of Arabic, of Latin text, and at a start', () => {
    const lines = [
      line('نص١', 0, { raised: raised('نص١', 1) }),
      { ...latin('Household1', 1, 0), rtl: false },
      line('1', 0, { raised: raised('1', 1), latin: true }),
      line('Household appliances', 0, { latin: true }),
    ];
    for (const own of lines) expect(markInFront(own)).toBe(own);
  });

  const read = (mark: number) => {
    const sentence = 'نظرت اللجنة في التقرير الذي قدمه الأمين العام';
    const text = `${sentence}1`;
    const body = [line(sentence, 0), line(text, 18, { raised: raised(text, 1), x0: 300 })];
    const notes = [
      latin(`Household appliances, safety${mark}`, mark, 700),
      line('and more.', 712, { size: 9, latin: true }),
    ];
    const { blocks } = toBlocks([[...body, ...notes]]);
    return blocks.filter(({ kind }) => kind === 'footnote').map(({ noteNumber, text }) => [noteNumber, text]);
  };

  it('begins the notes at the foot of a page that refers to it', () => {
    expect(read(1)).toEqual([[1, 'Household appliances, safety and more.']]);
  });

  it('begins none if the page does not refer to it', () => {
    expect(read(7)).toEqual([]);
  });
});
