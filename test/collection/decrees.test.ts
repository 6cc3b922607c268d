/**
 * 200 federal decrees, ingested: phrase counts and recurring lists are compared with counts in the stored text, made
 * with the sample scripts' own tokens, which share no code with the program.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { exactTokens, foldedTokens } from '../../scripts/samples/tokens.ts';
import { cases } from '../../src/collection/index.ts';
import { askCollection, type Opened, openTemporary, projectRoot } from './sample-collection.ts';

const folder = join(projectRoot, '..', 'shared', 'data', 'uae-decrees', 'text');
const present = existsSync(folder);
if (!present) console.log('skipped: the decrees are not at ../shared/data/uae-decrees');

type Body<C extends { body: z.ZodType }> = z.output<C['body']>;

/** A paragraph's tokens with a space at both ends, so that `includes` finds complete words. */
interface Counted {
  id: string;
  paragraphs: string[];
}

function occurrences(paragraph: string, phrase: string): number {
  let count = 0;
  for (let at = paragraph.indexOf(phrase); at !== -1; at = paragraph.indexOf(phrase, at + 1)) count++;
  return count;
}

const holds = ({ paragraphs }: Counted, phrase: string) => paragraphs.some((each) => each.includes(phrase));

/** Every recurring run, and of those the maximal ones: no run one word longer recurs too. */
function recurringByDefinition(
  own: Counted,
  others: readonly Counted[],
  minWords: number,
  minReports: number,
) {
  const kept = new Map<string, number>();
  const among = [own, ...others];
  for (const paragraph of own.paragraphs) {
    const tokens = paragraph.trim().split(' ');
    for (let start = 0; start + minWords <= tokens.length; start++) {
      let holders = among;
      for (let end = start + minWords; end <= tokens.length; end++) {
        const run = tokens.slice(start, end).join(' ');
        const phrase = ` ${run} `;
        // A report with a run also has the shorter one, so each step looks only where the last one was found.
        holders = holders.filter((report) => holds(report, phrase));
        if (holders.length < minReports) break;
        kept.set(run, holders.length);
      }
    }
  }
  const shorter = new Set(
    [...kept.keys()].flatMap((run) => [run.slice(run.indexOf(' ') + 1), run.slice(0, run.lastIndexOf(' '))]),
  );
  return { all: kept, maximal: new Map([...kept].filter(([run]) => !shorter.has(run))) };
}

describe.skipIf(!present)('200 decrees', () => {
  let opened: Opened;
  let exact: Counted[];
  let folded: Counted[];
  beforeAll(async () => {
    opened = await openTemporary();
    const names = readdirSync(folder).sort();
    const step = Math.floor(names.length / 200);
    const files = names.filter((_, i) => i % step === 0).slice(0, 200);
    const result = await opened.collection.intake.files(
      files.map((name) => join(folder, name)),
      { series: 'decrees' },
    );
    expect(result.failed).toEqual([]);
    expect(result.added.length).toBe(200);
    const reports = [...opened.collection.everything()];
    const counted = (tokens: (text: string) => string[]): Counted[] =>
      reports.map(({ report, paragraphs }) => ({
        id: report.id,
        paragraphs: paragraphs.map(({ text }) => ` ${tokens(text).join(' ')} `),
      }));
    exact = counted(exactTokens);
    folded = counted(foldedTokens);
    const words = folded.flatMap(({ paragraphs }) => paragraphs.flatMap((each) => each.trim().split(' ')));
    const stored = reports.reduce((sum, { report }) => sum + report.words, 0);
    expect(words.filter((word) => word !== '').length).toBe(stored);
  });
  afterAll(() => opened?.close());

  it.each(['exact', 'folded'] as const)('phrases are counted report by report: %s', async (match) => {
    const all = match === 'exact' ? exact : folded;
    let seed = 11;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let i = 0; i < 150; i++) {
      const { paragraphs } = all[random(all.length)]!;
      const tokens = paragraphs[random(paragraphs.length)]!.trim().split(' ');
      const start = random(tokens.length);
      const q = tokens.slice(start, start + 1 + random(i % 3 === 0 ? 25 : 4)).join(' ');
      if (q === '') continue;
      const wanted = all
        .map(({ id, paragraphs }) => [
          id,
          paragraphs.reduce((sum, each) => sum + occurrences(each, ` ${q} `), 0),
        ])
        .filter(([, count]) => count !== 0);
      const body = await askCollection<Body<typeof cases.phrases>>(opened.collection, cases.phrases, {
        q,
        match,
      });
      const got = body.by_report.map((row) => [row.report, row.occurrences]);
      expect(Object.fromEntries(got), q).toEqual(Object.fromEntries(wanted));
    }
  });

  it.each([
    [4, 2],
    [6, 3],
    [2, 20],
    [5, 200],
  ])(
    'recurring phrases of %i words in %i reports equal those of the definition',
    async (minWords, minReports) => {
      for (const own of folded.filter((_, i) => i % 25 === 3)) {
        const others = folded.filter((report) => report !== own);
        const { all, maximal: wanted } = recurringByDefinition(own, others, minWords, minReports);
        const body = await askCollection<Body<typeof cases.recurring>>(opened.collection, cases.recurring, {
          id: own.id,
          min_words: String(minWords),
          min_reports: String(minReports),
          limit: '1000',
        });
        expect(body.total).toBe(wanted.size);
        const got = body.phrases.map((item) => [item.tokens.join(' '), item.report_count] as const);
        for (const [tokens, count] of got) expect([tokens, wanted.get(tokens)]).toEqual([tokens, count]);
        expect(got.length).toBe(Math.min(1000, wanted.size));
        const lengths = body.phrases.map((item) => item.words);
        expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
        const covered = own.paragraphs.reduce(
          (sum, paragraph) => sum + coveredWords(paragraph, all, minWords),
          0,
        );
        expect(body.coverage.recurring_words).toBe(covered);
      }
    },
  );
});

/** Any recurring run consists of recurring runs of the minimum length, so these cover everything that recurs. */
function coveredWords(paragraph: string, runs: ReadonlyMap<string, number>, length: number): number {
  const tokens = paragraph.trim().split(' ');
  const marks = new Uint8Array(tokens.length);
  for (let start = 0; start + length <= tokens.length; start++) {
    if (runs.has(tokens.slice(start, start + length).join(' '))) marks.fill(1, start, start + length);
  }
  return marks.reduce((sum, mark) => sum + mark, 0);
}
