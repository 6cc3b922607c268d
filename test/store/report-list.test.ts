/** A snapshot's summaries are of the reports of its commit, whatever was read for the snapshots before it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report, ReportSummary } from '../../src/report/index.ts';
import { openStore } from '../../src/store/index.ts';
import { amount } from '../amount.ts';
import { makeReport } from './report.ts';

/** Symbols, some of which have a different order in UTF-16 and UTF-8, and their ids. */
const ids: Record<string, string> = { A: 'a', B: 'b', ب: 'c', ت: 'd', '\uff21': 'e', '\u{1f600}': 'f' };

const dates = [
  { year: null, date: null },
  { year: 33, date: null },
  { year: 1999, date: null },
  { year: 2001, date: null },
  { year: 2001, date: { from: '2001-05-01', to: '2001-05-01' } },
];

const steps = fc.array(
  fc.record({
    symbol: fc.constantFrom(...Object.keys(ids)),
    removed: fc.boolean(),
    when: fc.constantFrom(...dates),
    bytes: fc.constantFrom('1', '2', '3'),
    unreadable: fc.boolean(),
    warned: fc.subarray(['no_numbers', 'page_left_out']),
    looked: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

function readAnew(folder: string): ReportSummary[] {
  const store = openStore(folder, { readOnly: true });
  const reports = store.snapshot().reports();
  store.close();
  return reports.map(summaryOf);
}

function summaryOf(report: Report): ReportSummary {
  const { id, symbol, series, body, year, date, language, paragraphs, words, unreadable } = report;
  const warnings = report.warnings.map(({ code }) => ({ code }));
  return { id, symbol, series, body, year, date, language, paragraphs, words, unreadable, warnings };
}

test('summaries carried over from commit to commit equal the reports that another process reads', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const folder = mkdtempSync(join(tmpdir(), 'siyagha-test-'));
      const store = openStore(folder);
      try {
        // So many that only few of them change at a time.
        store.putAll(Array.from({ length: 20 }, (_, i) => makeReport(`C${i}`, ['نص'], { year: 1980 + i })));
        store.snapshot().summaries();
        for (const { symbol, removed, when, bytes, unreadable, warned, looked } of all) {
          const id = ids[symbol]!;
          const parsed = makeReport(symbol, [`نص ${bytes}`], { id, ...when, unreadable });
          parsed.report.source.sha256 = bytes;
          parsed.report.warnings = warned.map((code) => ({ code, message: `of ${symbol}` }));
          if (removed) store.remove(id);
          else store.put(parsed);
          if (looked) expect(store.snapshot().summaries()).toEqual(readAnew(folder));
        }
        expect(store.snapshot().countedReports()).toEqual(
          readAnew(folder).filter(({ unreadable }) => !unreadable),
        );
      } finally {
        store.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: amount(10, 60) },
  );
});
