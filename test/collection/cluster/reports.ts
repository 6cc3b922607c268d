/** Random reports for questions to a cluster: dense ones, in which everything repeats, and statements that change. */
import { words } from 'arabic-normalizer';
import fc from 'fast-check';
import type { ParsedReport } from '../../../src/report/index.ts';
import { collections } from '../../phrases/collections.ts';
import { generator } from '../../phrases/cut.ts';
import { makeReport } from '../../store/make.ts';

export const kinds = ['paragraph', 'heading', 'footnote', 'item'] as const;

/** Reports of a dozen random small collections in one. */
export function denseReports(seed: number): ParsedReport[] {
  return fc.sample(collections, { seed, numRuns: 12 }).flatMap((small, n) =>
    small.map(({ id, date, year, series, paragraphs }) =>
      makeReport(`${id}/${n}`, paragraphs.map(lineOf(n)), {
        series,
        year: year ?? (date ? Number(date.slice(0, 4)) : null),
        date: date ? { from: date, to: date } : null,
        body: n % 2 === 0 ? 'A' : 'B',
      }),
    ),
  );
}

/**
 * Two series over twenty years, of statements of common and rare words. From one report to the next a statement is kept,
 * left out, moved, or some of its words change.
 */
export function changingReports(seed: number): ParsedReport[] {
  const random = generator(seed);
  // A few words are frequent, most are rare.
  const word = () => {
    const nth = random(40) * random(40) * (1 + random(2));
    if (nth % 17 === 3) return String(1990 + (nth % 40));
    return `كلمة${[...String(nth)].map((digit) => 'بتثجحخدذرز'[Number(digit)]).join('')}`;
  };
  const sentence = (): string[] => Array.from({ length: 1 + random(18) }, word);
  const ends = ['.', '؛', '؟', '.'];
  const reports: ParsedReport[] = [];
  for (const series of ['U', 'V']) {
    let statements = Array.from({ length: 14 }, sentence);
    for (let year = 2000; year < 2010; year += 1) {
      statements = statements
        .filter(() => random(12) > 0)
        .map((text) => (random(3) === 0 ? text.map((old) => (random(6) === 0 ? word() : old)) : text));
      statements.push(sentence());
      if (random(3) === 0) statements.push(statements.splice(random(statements.length), 1)[0]!);
      const paragraphs: string[] = [];
      for (const text of statements) {
        const printed = `${text.join(' ')}${ends[random(ends.length)]}`;
        if (random(3) === 0 && paragraphs.length > 0) paragraphs.push(`${paragraphs.pop()} ${printed}`);
        else paragraphs.push(printed);
      }
      reports.push(
        makeReport(`${series}/${year}`, paragraphs.map(lineOf(year)), {
          series,
          year,
          body: year % 2 === 0 ? 'A' : 'B',
        }),
      );
    }
  }
  return reports;
}

/** Words that differ by a letter, a particle, a hamza, vowel marks, case, or the script of digits. */
const similar = [
  ...['الأسلحة', 'الاسلحة', 'الأسلحه', 'والأسلحة', 'للأسلحة', 'أسلحة', 'الأسلِحة', 'السلاح', 'سلاح', 'السلام'],
  ...['الاستراتيجية', 'الإستراتيجية', 'والاستراتيجيات', 'الاستراتيجيه', 'باستراتيجية', 'مستراتيجية'],
  ...[
    'المعلومات',
    'المعلومة',
    'معلومات',
    'والمعلومات',
    'المعلوماتية',
    'في',
    'من',
    'نزع',
    'نزاع',
    'عام',
    'عامة',
  ],
  ...[
    'CONF',
    'Conf',
    'conf',
    'CONFER',
    'Programme',
    'programmes',
    'PROGRAMME',
    'A1',
    'a1',
    '٦٣',
    '63',
    'ب٦٣',
    'ب63',
  ],
];

/** Reports of similar words, which a slip turns into one another. */
export function similarReports(seed: number): ParsedReport[] {
  const random = generator(seed);
  const word = () => similar[random(similar.length)]!;
  return Array.from({ length: 12 }, (_, n) => {
    const lines = Array.from({ length: 8 }, () => Array.from({ length: 1 + random(9) }, word).join(' '));
    return makeReport(`W/${n}`, lines.map(lineOf(n)), {
      series: n % 3 === 0 ? 'U' : 'V',
      year: 2000 + (n % 7),
      body: n % 2 === 0 ? 'A' : 'B',
    });
  });
}

export const lineOf = (n: number) => (text: string, i: number) => ({
  text,
  words: words(text, 'exact').length,
  kind: kinds[(i + n) % kinds.length]!,
  path: i % 2 === 0 ? ['أولا - مسائل عامة'] : ['ثانيا - البند الأخير'],
});
