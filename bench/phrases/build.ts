/** A child of the bench: builds every profile in one process, and says how long it took and how much memory. */
import { profiles } from 'arabic-normalizer';
import { openIndexes } from '../../src/phrases/index.ts';
import { scanReports, segmentContent } from '../../src/phrases/segment/content.ts';
import { suffixArray } from '../../src/phrases/suffix-array.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { openStore } from '../../src/store/index.ts';
import { prefixDoubling } from './prefix-doubling.ts';
import { onProcessor, peakMb } from './timing.ts';

const [, , mode, folder] = process.argv;
const store = openStore(folder!, { readOnly: true });
const lexicon = loadLexicon();
if (mode === 'profiles') {
  const snapshot = store.snapshot();
  const scan = onProcessor(() => scanReports(snapshot, snapshot.countedReports()));
  const content = segmentContent(scan.result, lexicon);
  const built = profiles.map((profile) => {
    const { ms } = onProcessor(() => content.profile(profile));
    return { profile, ms };
  });
  print({
    tokens: scan.result.exact.tokens.length - scan.result.kindOf.length,
    scan_ms: scan.ms,
    profiles: built,
  });
} else if (mode === 'doubling') {
  const snapshot = store.snapshot();
  const { arrays, words } = segmentContent(scanReports(snapshot, snapshot.countedReports()), lexicon).profile(
    'folded',
  );
  const { tokens } = arrays;
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
