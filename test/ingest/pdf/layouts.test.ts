/**
 * Pages of our own texts with columns, two languages and tables, as printed by Chromium and LibreOffice without tags:
 * how many of their words and blocks are right. `npm run eval:fidelity` measures the same on many more.
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

/**
 * Pages that miss the goal (0.5 % of the words wrong, 98 % of the blocks right), and by how much: this may not grow.
 */
const missed: Record<string, { words: number; blocks: number }> = {
  '2-columns-justified-indents-rule-between.chromium.pdf': { words: 0, blocks: 0.96 },
};

describe.each(Object.entries(truth))('%s', (file, { kind, blocks }) => {
  it('has its words in order and its blocks complete', async () => {
    const parsed = await parseReport(readFileSync(new URL(file, folder)), { file });
    const { errors, words, right, total } = layoutScore(blocks, parsed, kind);
    const bound = missed[file] ?? { words: 0.005, blocks: 0.98 };
    expect(errors / words).toBeLessThanOrEqual(bound.words);
    expect(right / total).toBeGreaterThanOrEqual(bound.blocks);
  });
});
