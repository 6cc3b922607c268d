/**
 * A child process of the bench: answers over the index in a folder, with this many megabytes of memory, as JSON.
 *
 *     node --import tsx bench/phrases/answers.ts FOLDER MEGABYTES
 */
import { openIndexes } from '../../src/phrases/index.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { openStore } from '../../src/store/index.ts';
import { measureLookups } from './lookups.ts';

const [, , folder, megabytes] = process.argv;
const store = openStore(folder!);
const indexes = await openIndexes(store, {
  lexicon: loadLexicon(),
  memory: Number(megabytes) * 1024 * 1024,
});
await indexes.settled();
console.log(JSON.stringify(measureLookups(indexes.current())));
await indexes.close();
store.close();
