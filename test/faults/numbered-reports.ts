/** Reports made from a number: some share ids, so that later ones replace earlier ones. */
import type { ParsedReport } from '../../src/report/index.ts';
import { makeReport } from '../store/report.ts';

export function numbered(n: number): ParsedReport {
  // Two processes that write at once, from 0 and from 5,000 on, do not replace each other's reports.
  const id = `${n < 5000 ? 'R' : 'S'}-${n % 40}`;
  const texts = Array.from(
    { length: 5 + (n % 30) },
    (_, i) => `كلمة${n} في الفقرة ${i % 7} من التقرير ${n % 11} بشأن البند ${(n * i) % 13}`,
  );
  return makeReport(id, texts, {
    year: 1990 + (n % 30),
    source: { file: `${n}.txt`, format: 'txt', sha256: String(n), layer: 'logical', reader: 0 },
  });
}
