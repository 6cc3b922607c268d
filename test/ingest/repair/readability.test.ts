/** What part of a text can be read, and that nothing is repaired if little can be. */
import { describe, expect, it, test } from 'vitest';
import type { RawDocument } from '../../../src/ingest/document.ts';
import { repairDocument } from '../../../src/ingest/repair/index.ts';

const read = (text: string, more: Partial<RawDocument> = {}) =>
  repairDocument({
    format: 'txt',
    layer: 'logical',
    damage: 'letters',
    blocks: text.split('\n').map((line) => ({ text: line })),
    furniture: [],
    warnings: [],
    ...more,
  });
const codes = (document: RawDocument) => document.warnings.map(({ code }) => code);

const sentence = 'تجتمع الأمانة العامة في الأسبوع الأول من كل سنة لإعداد التقرير السنوي عن أعمال اللجنة.';

describe('texts that are mostly unreadable', () => {
  test.each([
    ['Latin codes', 'w????«u?« nODK« b³Ž bO« ÂUF« d¹b*« dOHÝ bUš bO« '.repeat(30)],
    ['rare Latin letters', 'ǚƯƱŮ ƾƵƸŴ ǽ Ȇ ǀƶŴ ǚŮƾƲž ǁưƴŮ ǀƁǞŻ ǞƘ ȜǍƸůȶ ǟƴŸ ǠƅŽƾƅŽȚ '.repeat(9)],
    ['UTF-8 read as Windows-1252', 'Ø§Ù„Ù‚Ø§Ù†ÙˆÙ† Ø±Ù‚Ù… ÙÙŠ Ø´Ø£Ù† Ø§Ù„Ø³Ø¯ÙˆØ¯ Ø§Ù„ØµØºÙŠØ±Ø© '.repeat(4)],
    ['letters replaced by signs', '&# #وا&ا #ا##انا ا$دور$ وا$??ا ا#دور ## د #&?#ا ا&دور& '.repeat(3)],
    ['letters lost, fragments left', 'ا ر م ا ل د و ر ن ا ك م ت ع ا ل ر ق س و د ي ا ر ه '.repeat(2)],
    ['letters of another Unicode block', 'غضجث ظكطذ صغزخ ثجضظ كذغط ظصجخ زغضث طجظذ خضغص جثكظ '.repeat(8)],
    ['the same, a few words of it', 'غضجث ظكطذ صغزخ ثجضظ كذغط ظصجخ زغضث طجظذ خضغص جثكظ'],
    ['private use', '\uE001\uE002\uE003 \uE010\uE011 \uE020\uE021\uE022 '.repeat(5)],
    ['half an English page', `${'غضجث ظك# ص$خ ثجضظ ك ذ '.repeat(20)}${'Report of the meeting '.repeat(8)}`],
  ])('%s', (_, text) => {
    const document = read(text);
    expect(document.readable).toBeLessThan(0.5);
    expect(codes(document)).toEqual(['unreadable_text']);
    expect(document.warnings[0]!.message).toContain(`${Math.round(document.readable! * 100)} %`);
    expect(document.blocks.map((block) => block.text).join('\n')).toBe(text);
  });

  it('is what the fonts give, if that is less than the words give', () => {
    const document = read(sentence, { unmapped: 0.4 });
    expect(document.readable).toBeCloseTo(0.6);
    expect(codes(document)).toEqual(['unreadable_text']);
  });
});

describe('texts that can be read', () => {
  test.each([
    ['Arabic', sentence],
    ['English', 'The Committee met in New York from 9 to 13 May 2011 & adopted its report (A/CONF.192/1).'],
    [
      'French',
      'Le Comité a tenu sa réunion à Genève, où il a été saisi du rapport présenté par l’État partie.',
    ],
    [
      'Spanish',
      'El Comité celebró su sesión y aprobó el informe de la Secretaría sobre los años anteriores.',
    ],
    ['Russian', 'Комитет провёл своё совещание и утвердил доклад о работе.'],
    ['Turkish', 'Komitenin yıllık raporu üye ülkelerin görüşlerine göre değiştirilmiştir.'],
    [
      'Arabic in a mostly English text',
      `The report of the Commission (تقرير) was adopted. ${'It is so decided. '.repeat(20)}`,
    ],
    [
      'labels, units and years',
      'أ - البند الأول ٥ م ب - البند الثاني ١٤٣٠ هـ ج) البند و الثالث ص. ٣ (د) البند الرابع',
    ],
    ['a table of money', 'الباب الأول 1200 $ الباب الثاني $ 300 الباب الثالث 500 € | 20 % | = 7'],
    [
      'a list of names',
      'السيد كوامي أدوسي (غانا) السيدة منت سيدي السيد ماتياش هورفات (هنغاريا) السيد رشيد خان',
    ],
    ['addresses', 'البريد info@example.org والموقع https://www.example.org/a?b=c#d والهاتف +212-5-37'],
    ['presentation forms', 'ﺍﻟﻘﺎﻧﻮﻥ ﺭﻗﻢ ﺍﻷﻭﻝ ﻭﺍﻟﺜﺎﻧﻲ'],
    ['reversed lam-alef', sentence.replace(/ل([اأإآ])/gu, '$1ل')],
    ['no words', '12 345 — 67 %'],
  ])('%s', (_, text) => {
    const document = read(text);
    expect(document.readable).toBeGreaterThan(0.85);
    expect(codes(document)).toEqual([]);
  });
});

describe('a document is repaired once', () => {
  const swapped = sentence.replace(/ل([اأإآ])/gu, '$1ل').repeat(3);

  it('and not again', () => {
    const once = read(swapped);
    expect(once.blocks[0]!.text).toBe(sentence.repeat(3));
    expect(repairDocument(once)).toBe(once);
  });

  it('never if the reader found nothing that could be damaged', () => {
    expect(read(swapped, { damage: 'none' }).blocks[0]!.text).toBe(swapped);
  });

  test.each([
    [
      'Persian',
      'شرکت بورس کالای ایران گزارش سال گذشته را به همراه پیوست‌های آن منتشر کرد که در آن األف األن األم آمده است',
    ],
    ['Urdu', 'یہ رپورٹ ہر سال شائع کی جاتی ہے اور اس میں چھوٹے ڈیموں کے بارے میں األف األن األم معلومات ہیں'],
  ])('never in %s', (_, text) => {
    const document = read(text);
    expect(document.blocks[0]!.text).toBe(text);
    expect(document.readable).toBe(1);
  });
});
