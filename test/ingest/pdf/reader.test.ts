/** PDFs of our own sentences, written by LibreOffice and by Chromium in two fonts: all come out as they were typed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';

const fileOf = (name: string) => fileURLToPath(new URL(`files/${name}`, import.meta.url));
const bytesOf = (name: string) => new Uint8Array(readFileSync(fileOf(name)));
const read = (bytes: Uint8Array) => readPdf(bytes, { layer: 'auto', file: 'report.pdf' });

const title = 'تقرير عن أعمال لجنة الآبار والينابيع';
const headings = ['مقدمة', 'الاستنتاجات', 'مسائل أخرى'];
const paragraphs = [
  '١ - عقدت اللجنة دورتها الثالثة في الفترة من 14/03/2019 إلى 18/03/2019، وفقا للمقرر 12/7 الصادر في عام 2018، وحضرها (42) عضوا من بلدان المنطقة كافة.',
  '٢ - ورحبت اللجنة بما أحرز من تقدم في حفر الآبار الجديدة وصيانة القديمة منها، ولا سيما في القرى البعيدة، حيث بلغت نسبة الإنجاز 85% من الخطة المقررة.',
  '٣ - ونظرت في الوثيقة WELLS/COM-3/L.2 المعنونة Water and Wells (2019) وأوصت بنشرها باللغات الست في أقرب وقت ممكن على موقعها الشبكي.',
  '٤ - تؤكد اللجنة أهمية ما يلي: (أ) تدريب العاملين؛ (ب) جمع البيانات [الكاملة] عن الينابيع؛ (ج) إتاحة الموارد اللازمة لذلك في موعد لا يتجاوز نهاية عام 2021.',
  '٥ - وتطلب إلى الأمانة أن تعد استبيانا في هذا الشأن وأن ترسله إلى الدول الأعضاء، وأن تقدم تقريرا عن الردود إلى اللجنة في دورتها المقبلة المقرر عقدها بعد سنتين.',
  '٦ - شكرت اللجنة البلد المضيف على حسن الضيافة، واختتمت أعمالها في تمام الساعة 17:30.',
];
const footnotes = ['انظر الفقرة 7 من تقرير الدورة الثانية.', 'يتاح الاستبيان لدى الأمانة.'];

describe.each([
  'naskh.writer.pdf',
  'naskh.chromium.pdf',
  'scheherazade.writer.pdf',
  'scheherazade.chromium.pdf',
])('%s', (name) => {
  it('gives text, headings and footnotes as typed', async () => {
    const { blocks, warnings, format } = await read(bytesOf(name));
    expect(format).toBe('pdf');
    expect(warnings).toEqual([]);
    const body = blocks.filter((b) => b.kind !== 'footnote');
    expect(body.filter((b) => b.emphasis).map((b) => b.text)).toEqual([title, ...headings]);
    expect(body.filter((b) => !b.emphasis).map((b) => b.text)).toEqual(paragraphs);
    const notes = blocks.filter((b) => b.kind === 'footnote');
    expect(notes.map((b) => [b.noteNumber, b.text])).toEqual(footnotes.map((text, i) => [i + 1, text]));
  });

  it('ties each footnote to the place of its mark', async () => {
    const { blocks } = await read(bytesOf(name));
    const calls = blocks.flatMap((b) => (b.notes ?? []).map((n) => [n.id, b.text, n.offset] as const));
    expect(calls.map(([id]) => id)).toEqual(['1', '2']);
    for (const [id, text, offset] of calls) {
      expect(offset).toBe(text.length);
      expect(blocks.find((b) => b.noteId === id)?.noteNumber).toBe(Number(id));
    }
  });
});

it('keeps header and footer apart from the text', async () => {
  const { furniture } = await read(bytesOf('naskh.writer.pdf'));
  expect(furniture).toEqual(['WELLS/COM-3/9', '11-36467 1']);
});

it('leaves the bytes it was given as they are', async () => {
  const bytes = bytesOf('naskh.writer.pdf');
  const copy = bytes.slice();
  await read(bytes);
  expect(bytes).toEqual(copy);
});

it('reads several files at a time', async () => {
  const names = ['naskh.writer.pdf', 'scheherazade.chromium.pdf', 'naskh.chromium.pdf'];
  const together = await Promise.all(names.map((name) => read(bytesOf(name))));
  for (const [i, name] of names.entries()) expect(together[i]).toEqual(await read(bytesOf(name)));
});
