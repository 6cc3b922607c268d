/**
 * Run by the crash test in a separate process: puts reports and prints each one that is done, until it is killed. With
 * a third argument, puts this many at once.
 */
import { writeSync } from 'node:fs';
import { searchTable } from '../../src/search/embedded/table.ts';
import { openStore } from '../../src/store/index.ts';
import { makeReport } from './report.ts';

const [folder, from, together] = process.argv.slice(2);
const store = openStore(folder!, { derived: [searchTable()] });
const report = (n: number) =>
  makeReport(
    `R${n}`,
    Array.from({ length: 30 }, (_, i) => `الفقرة ${i} من التقرير ${n} عن الأسلحة`),
  );

for (let n = Number(from); together === undefined; n += 1) {
  store.put(report(n));
  writeSync(1, `${n}\n`);
  if (n % 5 === 4) {
    store.remove(`R${n - 2}`);
    writeSync(1, `-${n - 2}\n`);
  }
}
for (let n = Number(from); ; n += Number(together)) {
  const numbers = Array.from({ length: Number(together) }, (_, i) => n + i);
  store.putAll(numbers.map(report));
  writeSync(1, numbers.map((done) => `${done}\n`).join(''));
}
