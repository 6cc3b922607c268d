/** Reading only the paragraphs that may contain a version gives the same history as reading all of them. */
import { words } from 'arabic-normalizer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Anchor, MayHold, rarityIn, wordingHistory } from '../../src/compare/index.ts';
import { amount } from '../amount.ts';
import { indexOver, reportOf } from './texts.ts';

const word = fc.constantFrom('من', 'في', 'لجنة', 'القرار', 'تقرر', 'الدول', 'تبادل', 'بيانات', 'سنة', '١٢');
const line = (least: number) =>
  fc.array(word, { minLength: least, maxLength: 14 }).map((list) => list.join(' '));
const report = fc.array(line(0), { minLength: 1, maxLength: 6 });

it('for a pasted wording and for a paragraph', () => {
  let read = 0;
  let passedOver = 0;
  fc.assert(
    fc.property(
      fc.array(report, { minLength: 1, maxLength: 4 }),
      line(1),
      fc.nat(),
      (reports, text, pick) => {
        const all = reports.map((lines, n) => reportOf(`r-${n}`, lines, 2000 + n));
        const index = indexOver(all);
        const options = { rarity: rarityIn(index) };
        const paragraphs = all.flatMap((one) => one.paragraphs).filter((one) => one.text !== '');
        const anchors: Anchor[] = [{ text }];
        const own = paragraphs[pick % Math.max(1, paragraphs.length)];
        if (own) anchors.push({ paragraph: own });
        for (const anchor of anchors) {
          const asked = 'text' in anchor ? anchor.text : anchor.paragraph.text;
          const mayHold = new MayHold(words(asked, 'folded'), index);
          const some = all.map(({ report, paragraphs: whole }, n) => ({
            report,
            paragraphs: mayHold.of(n).map((at) => whole[at - index.table.firstOf[n]!]!),
          }));
          expect(wordingHistory(anchor, some, options)).toEqual(wordingHistory(anchor, all, options));
          read += some.flatMap((one) => one.paragraphs).length;
          passedOver +=
            all.flatMap((one) => one.paragraphs).length - some.flatMap((one) => one.paragraphs).length;
        }
      },
    ),
    { numRuns: amount(40, 300) },
  );
  // There is something to skip, and something to keep.
  expect(Math.min(read, passedOver)).toBeGreaterThan(100);
});
