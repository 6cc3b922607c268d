/** What fonts and writers encode wrongly: rotated actual texts, a separate hamza, marks, and letters in two parts. */
import { describe, expect, it } from 'vitest';
import type { Font, Glyph } from '../../../src/ingest/readers/pdf/glyphs/glyph.ts';
import { withoutOverlaid } from '../../../src/ingest/readers/pdf/glyphs/overlaid.ts';
import { ActualVotes } from '../../../src/ingest/readers/pdf/lines/actual-votes.ts';
import { Evidence } from '../../../src/ingest/repair/evidence.ts';
import { joinParts } from '../../../src/ingest/repair/two-part.ts';

const font: Font = {
  id: 'f',
  name: 'Test',
  bold: false,
  unit: 0.001,
  vertical: false,
  names: () => true,
  namesSpace: true,
};
const glyph = (s: string, code: number, x: number, w = 5, actual = false): Glyph => ({
  s,
  code,
  font,
  x,
  y: 0,
  w,
  size: 10,
  seq: 0,
  run: 1,
  angle: 0,
  bold: false,
  actual,
});
/** Glyphs with actual text; the code is that of the letter in `codes`. */
const line = (texts: string, codes = texts): Glyph[] =>
  [...codes].map((c, i) => glyph([...texts][i]!, c.charCodeAt(0), 5 * i, 5, true));
const textOf = (glyphs: readonly Glyph[]) => glyphs.map((g) => g.s).join('');

describe('actual texts', () => {
  const votes = new ActualVotes();
  for (let i = 0; i < 4; i++) votes.count(line('ةفيظو ىلع نكسي'));

  it('are rotated back in a line where each glyph has that of another', () => {
    expect(textOf(votes.mend(line('سيةفيظو ىلع نك', 'ةفيظو ىلع نكسي')))).toBe('ةفيظو ىلع نكسي');
  });

  it('are kept if a code occasionally represents another letter', () => {
    expect(textOf(votes.mend(line('ةفيظو ىلع نكسب', 'ةفيظو ىلع نكسي')))).toBe('ةفيظو ىلع نكسب');
  });
});

describe('glyphs on top of a letter', () => {
  it('an alef and its hamza become one letter', () => {
    const glyphs = [glyph('م', 1, 0), glyph('أ', 2, 5, 0), glyph('ا', 3, 5), glyph('ر', 4, 10)];
    expect(textOf(withoutOverlaid(glyphs))).toBe('مأر');
  });

  it('a mark with a private code is left out, but no letter with one', () => {
    const glyphs = [glyph('\uE821', 1, 0), glyph('ي', 2, 0), glyph('\uE821', 3, 5)];
    expect(textOf(withoutOverlaid(glyphs))).toBe('ي\uE821');
  });
});

describe('letters in two parts', () => {
  it('are decided by the word, with the raw letters kept', () => {
    const [block] = joinParts(
      [{ text: 'جملة الم\uFFFDصتخدم و', notes: [{ offset: 15, id: '1' }] }],
      new Evidence(),
    );
    expect(block).toMatchObject({ text: 'جملة المستخدم و', notes: [{ offset: 14, id: '1' }] });
    expect(block!.repairs).toMatchObject([{ start: 5, end: 13, raw: 'الم\uFFFDصتخدم', kinds: ['ligature'] }]);
  });

  it('stay raw if no letter makes a word', () => {
    const blocks = [{ text: 'غغ\uFFFDصغغ' }];
    expect(joinParts(blocks, new Evidence())).toEqual(blocks);
  });
});
