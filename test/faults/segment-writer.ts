/**
 * A process that will be killed: puts reports into a store and keeps its phrase indexes up to date, merging as it goes.
 *
 *     node --import tsx segment-writer.ts FOLDER FROM
 *
 * Prints one number after each step, once its answers include it.
 */
import { writeSync } from 'node:fs';
import { openIndexes, phraseAnswer } from '../../src/phrases/index.ts';
import { openStore } from '../../src/store/index.ts';
import { numbered } from './numbered-reports.ts';

const [, , folder, from] = process.argv;
const store = openStore(folder!);
const indexes = await openIndexes(store, { lexicon: new Set<string>() });
for (let n = Number(from); ; n += 1) {
  store.put(numbered(n));
  if (n % 3 === 2) store.remove(numbered(n - 2).report.id);
  await indexes.refresh();
  const { occurrences } = phraseAnswer(indexes.current(), { q: `كلمة${n}` });
  if (occurrences === 0) throw new Error(`report ${n} is not in the answer`);
  writeSync(1, `${n}\n`);
  await indexes.settled();
}
