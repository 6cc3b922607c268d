/** Run by the crash test in a process of its own: puts reports and says each one that is done, until it is killed. */
import { writeSync } from 'node:fs';
import { searchTable } from '../../src/search/embedded/table.ts';
import { openStore } from '../../src/store/index.ts';
import { makeReport } from './report.ts';

const [folder, from] = process.argv.slice(2);
const store = openStore(folder!, { derived: [searchTable()] });
for (let n = Number(from); ; n += 1) {
  const lines = Array.from({ length: 30 }, (_, i) => `الفقرة ${i} من التقرير ${n} عن الأسلحة`);
  store.put(makeReport(`R${n}`, lines));
  writeSync(1, `${n}\n`);
  if (n % 5 === 4) {
    store.remove(`R${n - 2}`);
    writeSync(1, `-${n - 2}\n`);
  }
}
