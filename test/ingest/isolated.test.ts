/** Foreign files are parsed in a thread with limits: one that fails costs itself and nothing else. */
import { afterAll, expect, test } from 'vitest';
import { IsolatedParser } from '../../src/ingest/index.ts';

const data = { catalogue: [], lexicon: new Map<string, number>() };
const bytes = new TextEncoder().encode('١ - اجتمعت اللجنة في مقرها.\n٢ - وانتخبت رئيسا لها.\n');
let slow = false;
const parser = new IsolatedParser(data, { time: () => (slow ? 0 : 60_000) });

afterAll(() => parser.close());

test('files are read one after the other, by one thread', async () => {
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
