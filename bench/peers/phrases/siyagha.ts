/**
 * siyagha's phrase index, called as bench/peers/phrases.ts calls every tool. INDEX is a store that already contains the
 * texts.
 *
 *     node --import tsx siyagha.ts build|ask INPUT INDEX
 */
import { openIndexes } from '../../../src/phrases/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { answered, type Built, linesOf } from './questions.ts';

const [step, input, folder] = process.argv.slice(2) as [string, string, string];
const store = openStore(folder);
const began = process.cpuUsage();
const indexes = await openIndexes(store, { lexicon: new Set<string>() });
await indexes.settled();
const { user, system } = process.cpuUsage(began);
if (step === 'build') {
  console.log(JSON.stringify({ version: '', build_ms: (user + system) / 1000 } satisfies Built));
} else {
  const index = indexes.current().byProfile('folded');
  const paragraphsWith = (phrase: readonly string[]) => {
    const seen = new Set<number>();
    index.eachOccurrence(phrase, (paragraph) => seen.add(paragraph));
    return seen.size;
  };
  const phrases = linesOf(input, 'phrases.txt');
  console.log(JSON.stringify(await answered(phrases, paragraphsWith, (phrase) => index.count(phrase))));
}
await indexes.close();
store.close();
