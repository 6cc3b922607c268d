/** The number of a session, in words and digits, and what is not a session. */
import { expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { sessionNumber } from '../../src/ingest/structure/session.ts';
import { bytesOf } from './make.ts';

it.each<[string, number | null]>([
  ['الدورة الأولى', 1],
  ['الدورة الحادية عشرة', 11],
  ['الدورة الثانية عشرة للجنة الفنية', 12],
  ['تقرير اللجنة عن أعمال دورتها العشرين', 20],
  ['الدورة السابعة والستون', 67],
  ['دورتها السابعة والستين', 67],
  ['دورته التاسعة والأربعين.', 49],
  ['الدورة العادية الثالثة', 3],
  ['الدورة الاستثنائية العاشرة', 10],
  ['الدورة ٤٧', 47],
  ['الدورة الـ 12', 12],
  ['الدورة التدريبية لمربيات الحاضنات', null],
  ['موعد افتتاح الدورة', null],
  ['في الدورة الحالية أو في الدورة الخامسة', 5],
  ['دورة الألعاب الأولى', null],
  ['Sixty-seventh session', 67],
  ['Twentieth session', 20],
  ['3rd special session', 3],
  ['the session ended', null],
])('%s: %s', (text, number) => {
  expect(sessionNumber(text)).toBe(number);
});

const read = async (...lines: string[]) =>
  (await parseReport(bytesOf(lines.join('\n')), { file: 'a.txt' })).report.session;

it('is read from the cover, otherwise from the paragraph with the dates of the meeting, and from nothing else', async () => {
  const held = '1 - عقدت اللجنة دورتها الثالثة في جنيف في الفترة من 9 إلى 13 أيار/مايو 2011.';
  const asked = '2 - وطلبت اللجنة تقديم تقرير في دورتها الرابعة.';
  expect(await read('تقرير اللجنة', 'الدورة السابعة', held, asked)).toBe(7);
  expect(await read('تقرير اللجنة', held, asked)).toBe(3);
  const preamble = 'بعد الاطلاع على ما أقره المجلس الأعلى للاتحاد في دورته التاسعة من أحكام';
  expect(await read('قرار مجلس الإدارة', preamble, '1 - اجتمعت اللجنة.', asked)).toBe(null);
  expect(await read('تقرير اللجنة', '1 - اجتمعت اللجنة.', asked)).toBe(null);
});
