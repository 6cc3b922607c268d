/** A snapshot's reports are those of its commit, whatever was read for the snapshots before it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/report/index.ts';
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
    looked: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

function reportsReadAnew(folder: string): Report[] {
  const store = openStore(folder, { readOnly: true });
  const reports = store.snapshot().reports();
  store.close();
  return reports;
}

test('reports carried over from commit to commit equal those that another process reads', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const folder = mkdtempSync(join(tmpdir(), 'siyagha-test-'));
      const store = openStore(folder);
      try {
        // So many that only few of them change at a time.
        store.putAll(Array.from({ length: 20 }, (_, i) => makeReport(`C${i}`, ['نص'], { year: 1980 + i })));
        store.snapshot().reports();
        for (const { symbol, removed, when, bytes, unreadable, looked } of all) {
          const id = ids[symbol]!;
          const parsed = makeReport(symbol, [`نص ${bytes}`], { id, ...when, unreadable });
          parsed.report.source.sha256 = bytes;
          if (removed) store.remove(id);
          else store.put(parsed);
          if (looked) expect(store.snapshot().reports()).toEqual(reportsReadAnew(folder));
        }
        expect(store.snapshot().countedReports()).toEqual(
          reportsReadAnew(folder).filter(({ unreadable }) => !unreadable),
        );
      } finally {
        store.close();
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: amount(10, 60) },
  );
});
