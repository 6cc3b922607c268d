/**
 * Many readers while reports are added, changed and removed: every answer is exactly that of the epoch that it names.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { cases, checkParameters } from '../../src/collection/index.ts';
import { openTemporary } from '../collection/sample-collection.ts';
import { full, randomFrom, seed } from './extent.ts';

const readers = full ? 64 : 8;
const changes = full ? 150 : 12;

test(
  `${readers} readers during ${changes} changes`,
  async () => {
    const { collection, folder, close } = await openTemporary();
    const random = randomFrom(seed);
    /** Report → how often it contains the phrase, as a count by hand would give. */
    const mentions = new Map<string, number>();
    const expected = new Map([[0, 0]]);
    const sum = () => [...mentions.values()].reduce((total, count) => total + count, 0);
    let done = false;
    let answered = 0;
    const params = checkParameters(cases.phrases.params, { q: 'نزع السلاح', limit: '1000' });

    const read = async () => {
      while (!done) {
        await collection.use(async (view) => {
          const { epoch } = view;
          // The store continues in the meantime.
          await turn();
          const { occurrences, concordance } = await cases.phrases.run(view, params);
          expect(occurrences, `epoch ${epoch}`).toBe(expected.get(epoch));
          expect(concordance.length).toBe(Math.min(1000, occurrences));
          answered += 1;
        });
        await turn();
      }
    };
    const write = async () => {
      try {
        for (let epoch = 1; epoch <= changes; epoch += 1) {
          const symbol = `R${Math.floor(random() * 10)}`;
          const count = 1 + Math.floor(random() * 5);
          if (mentions.has(symbol) && random() < 0.4) {
            mentions.delete(symbol);
            expected.set(epoch, sum());
            await collection.remove(symbol);
            continue;
          }
          mentions.set(symbol, count);
          expected.set(epoch, sum());
          const lines = Array.from({ length: count }, (_, i) => `${i + 1} - نص عن نزع السلاح رقم ${epoch}.`);
          const file = join(folder, 'report.txt');
          writeFileSync(file, `${lines.join('\n')}\n`);
          writeFileSync(join(folder, 'manifest.csv'), `file,symbol\nreport.txt,${symbol}\n`);
          const result = await collection.intake.files([file], { manifest: join(folder, 'manifest.csv') });
          expect(result.failed).toEqual([]);
        }
      } finally {
        done = true;
      }
    };
    await Promise.all([write(), ...Array.from({ length: readers }, read)]);
    expect(answered).toBeGreaterThan(readers);
    expect((await collection.verify()).problems).toEqual([]);
    await close();
  },
  full ? 3_600_000 : 120_000,
);
