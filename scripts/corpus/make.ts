/**
 * The constructed corpus: series of reports from a seed, with about the given number of words; the same bytes on every
 * machine.
 */
import { Language } from './language.ts';
import { Random } from './random.ts';
import { type MadeReport, reportsOf } from './series.ts';

export interface CorpusOptions {
  /** Approximate, because series are always complete. */
  words: number;
  seed: number;
}

const years = Array.from({ length: 25 }, (_, i) => 2000 + i);

export function* makeCorpus({ words, seed }: CorpusOptions): Generator<MadeReport> {
  const language = new Language();
  const random = new Random(seed);
  let made = 0;
  for (let series = 1; made < words; series += 1) {
    const name = `made-${String(series).padStart(2, '0')}`;
    for (const report of reportsOf({ name, years, statements: random.between(60, 140) }, language, random)) {
      made += report.passages.reduce((sum, { text }) => sum + text.split(' ').length, 0);
      yield report;
    }
  }
}

/** Reports of one year each; no two of them share a statement. */
export function* singleReports(options: {
  count: number;
  statements: number;
  seed: number;
}): Generator<MadeReport> {
  const language = new Language();
  const random = new Random(options.seed);
  for (let n = 1; n <= options.count; n += 1) {
    const name = `single-${String(n).padStart(2, '0')}`;
    yield* reportsOf({ name, years: [2000 + n], statements: options.statements }, language, random);
  }
}
