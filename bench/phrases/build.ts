/** A child of the bench: builds every profile in one process, and says how long it took and how much memory. */
import { profiles } from 'arabic-normalizer';
import { openIndexes, scanCollection } from '../../src/phrases/index.ts';
import { buildArrays } from '../../src/phrases/phrase-index.ts';
import { suffixArray } from '../../src/phrases/suffix-array.ts';
import { underProfile } from '../../src/phrases/token-stream.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { openStore } from '../../src/store/index.ts';
import { prefixDoubling } from './prefix-doubling.ts';
import { onProcessor, peakMb } from './timing.ts';

const [, , mode, folder] = process.argv;
const store = openStore(folder!, { readOnly: true });
const lexicon = loadLexicon();
if (mode === 'profiles') {
  const snapshot = store.snapshot();
  const scan = onProcessor(() => scanCollection(snapshot));
  const built = profiles.map((profile) => {
    const stream = onProcessor(() => underProfile(scan.result.exact, profile, lexicon));
    const arrays = onProcessor(() => buildArrays(stream.result, scan.result.table));
    return { profile, words_ms: stream.ms, arrays_ms: arrays.ms };
  });
  print({
    tokens: scan.result.exact.tokens.length - scan.result.table.count,
    scan_ms: scan.ms,
    profiles: built,
  });
} else if (mode === 'doubling') {
  const { exact } = scanCollection(store.snapshot());
  const { tokens, words } = underProfile(exact, 'folded');
  const letters = new Int32Array(tokens.buffer, tokens.byteOffset, tokens.length);
  const induced = onProcessor(() => suffixArray(letters, words.length + 1));
  const doubled = onProcessor(() => prefixDoubling(letters, words.length + 1));
  const same = induced.result.every((position, i) => position === doubled.result[i]);
  print({ induced_ms: induced.ms, doubling_ms: doubled.ms, same });
} else {
  // Everything as the program does it: read, three profiles in a worker, nothing kept in the folder.
  const start = performance.now();
  const indexes = await openIndexes(store, { lexicon });
  print({ open_ms: performance.now() - start, epoch: indexes.current().epoch });
  await indexes.close();
}

function print(result: object): void {
  console.log(JSON.stringify({ ...result, peak_mb: peakMb() }));
}
