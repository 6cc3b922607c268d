/**
 * Pages of our own texts with columns, two languages and tables, as Chromium and LibreOffice print them without tags: how
 * many of their words and blocks are right. `npm run eval:fidelity` measures the same on many more.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layoutScore } from '../../../bench/fidelity/score.ts';
import { parseReport } from '../../../src/ingest/index.ts';

const folder = new URL('files/layouts/', import.meta.url);
const truth = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')) as Record<
  string,
  { kind: string; blocks: { kind: string; text: string }[] }
>;

describe.each(Object.entries(truth))('%s', (file, { kind, blocks }) => {
  it('has its words in order and its blocks whole', async () => {
    const parsed = await parseReport(readFileSync(new URL(file, folder)), { file });
    const { errors, words, right, total } = layoutScore(blocks, parsed, kind);
    expect(errors / words).toBeLessThanOrEqual(0.005);
    expect(right / total).toBeGreaterThanOrEqual(0.98);
  });
});
