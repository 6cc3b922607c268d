/** The language of a text by its script, compared with counting each script with its own pattern. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/ingest/language.ts';
import { amount } from '../amount.ts';

const scripts: [string, RegExp, number][] = [
  ['ar', /\p{Script=Arabic}/gu, 1],
  ['latin', /\p{Script=Latin}/gu, 1],
  ['ru', /\p{Script=Cyrillic}/gu, 1],
  ['zh', /\p{Script=Han}/gu, 4],
];

/** The script with the most letters, the first of equals; `latin` for all of its languages. */
function reference(text: string): string {
  const counted = scripts.map(
    ([code, pattern, weight]) => [code, (text.match(pattern)?.length ?? 0) * weight] as const,
  );
  const [best, letters] = counted.reduce((a, b) => (b[1] > a[1] ? b : a));
  return letters === 0 ? 'ar' : best;
}

const families: Record<string, string> = {
  en: 'latin',
  fr: 'latin',
  es: 'latin',
  fa: 'ar',
  ur: 'ar',
  ps: 'ar',
  ku: 'ar',
};
const scriptOf = (language: string) => families[language] ?? language;

test.each([
  ['التقرير the report التقرير والتقرير', 'ar'],
  ['the report of the meeting', 'en'],
  ['le rapport de la réunion et des travaux', 'fr'],
  ['el informe de la reunión y los trabajos', 'es'],
  ['доклад совещания', 'ru'],
  ['会议报告', 'zh'],
  ['𠀀𠀁 ab', 'zh'],
  ['123', 'ar'],
  ['گزارش سالانه شرکت که در آن برای هر سد آمار آمده است', 'fa'],
  ['این گزارش از سد را', 'fa'],
  ['یہ رپورٹ ہر سال شائع کی جاتی ہے اور ڈیموں کے بارے میں ہے', 'ur'],
  ['دا راپور د کلي د اوبو په اړه دی چې هر کال خپرېږي', 'ps'],
  ['ئەم ڕاپۆرتە ساڵانەیە لە بارەی بەنداوەکان', 'ku'],
  ['تقریر اللجنة عن السدود الصغیرة فی کل القری', 'ar'],
  [
    'وافتتح السيد پاشازاده ممثل إيران الدورة وألقى كلمة باسم المجموعة ثم تكلم ممثلو الدول الأعضاء والمراقبون عن أعمال اللجنة',
    'ar',
  ],
])('%s is %s', (text, language) => {
  expect(detectLanguage([text])).toBe(language);
});

test('letters are counted by script, also beyond the basic plane and in broken strings', () => {
  const unit = fc.oneof(
    fc.constantFrom('ا', '،', 'ـ', 'ً', 'a', 'É', 'я', '会', '𠀀', '𞸀', '😀', '\ud800', '\udc00', ' ', '1'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join('');
      const found = detectLanguage([text]);
      expect(scriptOf(found)).toBe(reference(text));
    }),
    { numRuns: amount(75, 1000) },
  );
});
