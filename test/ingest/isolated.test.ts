/** Foreign files are parsed in threads with limits: one that fails costs itself and nothing else. */
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { IsolatedParser } from '../../src/ingest/index.ts';

const data = { catalogue: [], lexicon: new Map<string, number>() };
const bytes = new TextEncoder().encode('١ - اجتمعت اللجنة في مقرها.\n٢ - وانتخبت رئيسا لها.\n');
let slow = false;
const parser = new IsolatedParser(data, { time: () => (slow ? 0 : 60_000) });

afterAll(() => parser.close());

test('files are read one after the other', async () => {
  const both = await Promise.all(['a.txt', 'b.txt'].map((file) => parser.parse(bytes, { file })));
  expect(both.map(({ report }) => report.id)).toEqual(['a', 'b']);
  expect(both[0]!.paragraphs.map(({ number }) => number)).toEqual([1, 2]);
});

test('a file that cannot be read keeps its code', async () => {
  const broken = parser.parse(new Uint8Array([0, 1, 2, 0, 0, 255]), { file: 'c.txt' });
  await expect(broken).rejects.toMatchObject({ name: 'IngestError', code: 'binary_file' });
});

test('a file that takes too long is given up, and the next one is read', async () => {
  slow = true;
  const long = new TextEncoder().encode('واجتمعت اللجنة في مقرها.\n'.repeat(50_000));
  await expect(parser.parse(long, { file: 'd.txt' })).rejects.toMatchObject({ code: 'too_slow' });
  slow = false;
  expect((await parser.parse(bytes, { file: 'e.txt' })).report.id).toBe('e');
});

test('what a thread was given behind a file that ends it is read by the next one', async () => {
  const first = new TextEncoder().encode('واجتمعت اللجنة في مقرها.');
  const hasty = new IsolatedParser(data, { time: (size) => (size === first.length ? 0 : 60_000) });
  onTestFinished(() => hasty.close());
  const files = ['a.txt', 'b.txt', 'c.txt'];
  const late = hasty.parse(first, { file: 'late.txt' });
  const rest = Promise.all(files.map((file) => hasty.parse(bytes, { file })));
  await expect(late).rejects.toMatchObject({ code: 'too_slow' });
  expect((await rest).map(({ report }) => report.id)).toEqual(['a', 'b', 'c']);
});

test('a file that needs too much memory is given up by its thread alone', async () => {
  const small = new IsolatedParser(data, { memory: 128 });
  onTestFinished(() => small.close());
  const huge = new TextEncoder().encode('واجتمعت اللجنة في مقرها.\n'.repeat(400_000));
  const [beside, large, behind] = await Promise.allSettled([
    small.parse(bytes, { file: 'a.txt' }),
    small.parse(huge, { file: 'huge.txt' }),
    small.parse(bytes, { file: 'b.txt' }),
  ]);
  expect(large).toMatchObject({ reason: { code: 'out_of_memory' } });
  expect([beside.status, behind.status]).toEqual(['fulfilled', 'fulfilled']);
});

test('many files keep several threads busy, each answer with its own file', async () => {
  const lines = new TextEncoder().encode('١ - اجتمعت اللجنة في مقرها.\n'.repeat(2000));
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      parser.parse(i % 3 === 0 ? lines : bytes, { file: `many-${i}.txt` }),
    ),
  );
  expect(answers.map(({ report }) => report.id)).toEqual(answers.map((_, i) => `many-${i}`));
  expect(answers.map(({ paragraphs }) => paragraphs.length)).toEqual(
    answers.map((_, i) => (i % 3 === 0 ? 2000 : 2)),
  );
});

test('a file whose reader waits in between keeps its own answer, and the one behind it too', async () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\nno document\n%%EOF\n');
  const fresh = new IsolatedParser(data, { threads: 1 });
  onTestFinished(() => fresh.close());
  const [broken, text] = await Promise.allSettled([
    fresh.parse(pdf, { file: 'broken.pdf' }),
    fresh.parse(bytes, { file: 'behind.txt' }),
  ]);
  expect(broken).toMatchObject({ reason: { message: expect.stringContaining('broken.pdf') } });
  expect(text).toMatchObject({ value: { report: { id: 'behind' } } });
});
