/** The history of a statement, by siyagha's client: how it was worded in each year, and what stood there instead. */
import { createClient } from 'siyagha/client';

const siyagha = createClient({ url: process.env.SIYAGHA_URL ?? 'http://127.0.0.1:8080' });
const q = process.argv[2] ?? 'مرة كل ثلاثة أشهر';

const { threads, occurrences } = await siyagha.threads({ q });
console.log(`${q}: ${occurrences} occurrences, ${threads.length} thread${threads.length === 1 ? '' : 's'}`);
for (const { versions, gaps } of threads) {
  const said = versions.map(({ year, change }) => ({ year, what: change ?? 'the first' }));
  const gone = gaps.map(({ year, instead }) => ({
    year,
    what: instead ? `instead, ${Math.round(instead.similarity * 100)} % alike` : 'nothing like it',
  }));
  for (const { year, what } of [...said, ...gone].sort((one, other) => one.year - other.year)) {
    console.log(year, what);
  }
}
