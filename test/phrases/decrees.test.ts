/** On real texts: a thousand phrases of 1 to 30 words from 200 federal decrees, under every profile. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { profiles } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { noveltyAnswer, parsePattern, plainWords, recurringAnswer } from '../../src/phrases/index.ts';
import { memoryReader, type SmallReport } from './memory-reader.ts';
import { findAll, matchAll, tokenLists } from './reference.ts';
import { noveltyReference, type ReferenceReport, tokenised } from './reference-formulas.ts';
import { viewOf } from './view.ts';

const data = fileURLToPath(new URL('../../../shared/data/uae-decrees/', import.meta.url));
const present = existsSync(data);
if (!present) console.log('skipped: the decrees are not at ../shared/data/uae-decrees');

/** A small seeded generator, so that a failure can be repeated. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function decrees(count: number): SmallReport[] {
  const index = JSON.parse(readFileSync(`${data}index.json`, 'utf8')) as { id: string; issued: string }[];
  const step = Math.floor(index.length / count);
  return index
    .filter((_, i) => i % step === 0)
    .slice(0, count)
    .map(({ id, issued }) => ({
      id,
      date: issued,
      series: 'decree',
      paragraphs: readFileSync(`${data}text/${id}.txt`, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    }));
}

describe.skipIf(!present)('on 200 decrees', () => {
  const reader = memoryReader(present ? decrees(200) : []);
  const view = viewOf(reader);

  it.each(profiles)(
    'a thousand phrases are found where they occur: %s',
    (profile) => {
      const random = generator(7);
      const lists = tokenLists(reader, profile);
      const index = view.byProfile(profile);
      for (let i = 0; i < 1000; i += 1) {
        const tokens = lists[random(lists.length)]!;
        if (tokens.length === 0) continue;
        const start = random(tokens.length);
        const phrase = tokens.slice(start, start + 1 + random(30));
        if (i % 2 === 0 || phrase.length < 3) {
          // In every tenth, one word is changed, so that absent phrases are tested as well.
          if (i % 10 === 0) phrase[random(phrase.length)] = lists[random(lists.length)]![0] ?? 'لا';
          expect(index.count(phrase)).toBe(findAll(lists, phrase).length);
          continue;
        }
        const wild = phrase.map((word, at) => {
          const kind = at === 0 ? 9 : random(10);
          return kind === 0
            ? '*'
            : kind === 1
              ? '...'
              : kind === 2
                ? `${word}|${tokens[0]}`
                : kind === 3
                  ? `${word.slice(0, 3)}*`
                  : word;
        });
        const pattern = parsePattern(wild.join(' '), profile);
        const { starts, ends } = index.match(pattern);
        const found = [...starts].map((start, i) => {
          const paragraph = index.paragraphAt(start);
          const first = index.tokenStart(paragraph);
          return { paragraph, start: start - first, end: ends[i]! - first };
        });
        expect(found).toEqual(
          plainWords(pattern) ? findAll(lists, plainWords(pattern)!) : matchAll(lists, pattern),
        );
      }
    },
    300_000,
  );

  it('the recurring phrases of a decree are its longest runs that another decree contains', () => {
    const reports = tokenised(reader, 'folded');
    const random = generator(11);
    for (let i = 0; i < 12; i += 1) {
      const own = reports[random(reports.length)]!;
      const answer = recurringAnswer(view, { report: own.report.id, limit: 1000 });
      expect(new Set(answer.phrases.map(({ tokens }) => tokens.join(' ')))).toEqual(
        longestShared(own, reports, 4),
      );
      for (const phrase of answer.phrases) {
        const text = ` ${phrase.tokens.join(' ')} `;
        const holders = reports.filter(({ paragraphs }) =>
          paragraphs.some((list) => ` ${list.join(' ')} `.includes(text)),
        );
        expect(phrase.reports.map(({ report }) => report)).toEqual(holders.map(({ report }) => report.id));
      }
    }
  }, 300_000);

  it('novelty equals that found by looking for every run in every earlier decree', () => {
    const reports = tokenised(reader, 'folded');
    const short = reports.filter(({ paragraphs }) => paragraphs.flat().length < 120).slice(-6);
    for (const own of short) {
      const answer = noveltyAnswer(view, { report: own.report.id });
      const given = answer.paragraphs.map(({ spans }) =>
        spans.flatMap(({ words, first_seen }) =>
          Array.from({ length: words }, () => first_seen?.report ?? null),
        ),
      );
      expect(given).toEqual(noveltyReference(own, reports, 4));
    }
  }, 300_000);
});

/** Runs of the report that another contains, without those inside a longer such run. */
function longestShared(
  own: ReferenceReport,
  reports: readonly ReferenceReport[],
  least: number,
): Set<string> {
  const others = reports
    .filter((other) => other !== own)
    .map(({ paragraphs }) => paragraphs.map((tokens) => ` ${tokens.join(' ')} `).join('\n'))
    .join('\n');
  const shared = new Set<string>();
  for (const tokens of own.paragraphs) {
    for (let start = 0; start < tokens.length; start += 1) {
      let end = start + least;
      while (end <= tokens.length && others.includes(` ${tokens.slice(start, end).join(' ')} `)) {
        shared.add(tokens.slice(start, end).join(' '));
        end += 1;
      }
    }
  }
  const inside = [...shared].flatMap((run) => {
    const tokens = run.split(' ');
    return [tokens.slice(1).join(' '), tokens.slice(0, -1).join(' ')];
  });
  for (const run of inside) shared.delete(run);
  return shared;
}
