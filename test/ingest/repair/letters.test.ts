import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairDocument, repairText } from '../../../src/ingest/repair/index.ts';
import { amount } from '../../amount.ts';

const swap = (text: string) => text.replace(/ل([اأإآ])/gu, '$1ل');
const sentences = [
  'تجتمع الأمانة العامة في الأسبوع الأول من كل سنة لإعداد التقرير.',
  'وتلاحظ اللجنة أن الاتفاقات المبرمة خلال العام لا تزال سارية.',
  'يجوز للأطراف الاتفاق على خلاف ذلك، إلا إذا نص القانون على غيره.',
  'أعلنت الإدارة عن إجراءات لحماية الأطفال والأسر في الحالات الطارئة.',
];

describe('lam-alef stored in drawing order', () => {
  it('is restored, word by word', () => {
    expect(repairText(swap(sentences.join('\n'))).text).toBe(sentences.join('\n'));
  });

  it('traces every changed word to its raw letters', () => {
    const { text, repairs } = repairText(swap(sentences.join('\n')));
    expect(repairs.length).toBeGreaterThan(10);
    for (const repair of repairs) {
      expect(repair.kinds).toContain('lam_alef');
      expect(swap(text.slice(repair.start, repair.end))).toBe(repair.raw);
    }
  });

  it('moves notes and separates numbers from the words attached to them', () => {
    const blocks = [
      { text: `${swap(sentences[0]!)} 57من`, notes: [{ offset: 2, id: 'a' }] },
      ...sentences.map((s) => ({ text: swap(s) })),
    ];
    const [first] = repairDocument({
      format: 'txt',
      layer: 'logical',
      damage: 'letters',
      blocks,
      furniture: [],
      warnings: [],
    }).blocks;
    expect(first?.text.endsWith('57 من')).toBe(true);
    expect(first?.notes).toEqual([{ offset: 2, id: 'a' }]);
  });

  it('changes nothing in a text without the damage, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('الأمم', 'إلى', 'ألف', 'العالم', 'لا', 'خلال', 'سالم', '12', '،'), {
          maxLength: 40,
        }),
        (words) => {
          const text = words.join(' ');
          expect(repairText(text).text).toBe(text);
        },
      ),
    );
  });

  it('leaves a word as it was typed, however often it occurs', () => {
    const text = `${sentences.join('\n')}\n${'يضبط االمقياس كل سنة '.repeat(12)}`;
    expect(repairText(text).text).toBe(text);
  });

  it('writes presentation forms as letters if a font gave nothing else', () => {
    const { text } = repairText('ﺍﻟﻘﺎﻧﻮﻥ ﺭﻗﻢ ﺍﻷﻭﻝ ﻭﺍﻟﺜﺎﻧﻲ');
    expect(text).toBe('القانون رقم الأول والثاني');
  });
});

const data = new URL('../../../../shared/data/', import.meta.url);
const present = existsSync(data);
if (!present) console.log('skipped: ../shared/data is missing');

describe.skipIf(!present)('real texts', () => {
  const read = (path: string) => readFileSync(new URL(path, data), 'utf8');

  it('clean ones stay unchanged', () => {
    for (const name of readdirSync(new URL('uae-decrees/text/', data)).slice(0, amount(30, 300))) {
      const text = read(`uae-decrees/text/${name}`);
      expect(repairText(text).text === text, name).toBe(true);
    }
    const un = read('un-unpc-devset/UNv1.0.devset.ar');
    expect(repairText(un).text === un).toBe(true);
  });

  it('swapped lam-alefs of a treaty are restored', () => {
    const impossible = /(?<![\u0621-\u064A])[وفبكل]{0,2}ا[اأإآ]ل/gu;
    const text = read('damage-pairs/udhr.other-translation.lamalif-damaged.morocco.txt');
    expect(text.match(impossible)!.length).toBeGreaterThan(50);
    expect(repairText(text).text.match(impossible)).toBeNull();
  });
});
