/**
 * A child process of the bench: the suffix array of an entire collection, by induced sorting and by prefix doubling, as
 * JSON.
 */
import { scanReports } from '../../src/phrases/segment/content.ts';
import { suffixArray } from '../../src/phrases/suffix-array.ts';
import { openStore } from '../../src/store/index.ts';
import { prefixDoubling } from './prefix-doubling.ts';
import { onProcessor } from './timing.ts';

const store = openStore(process.argv[2]!, { readOnly: true });
const snapshot = store.snapshot();
const scanned = scanReports(snapshot, snapshot.countedReports());
const { tokens, words } = scanned.exact;
const letters = new Int32Array(tokens.buffer, tokens.byteOffset, tokens.length);
const induced = onProcessor(() => suffixArray(letters, words.length + 1));
const doubled = onProcessor(() => prefixDoubling(letters, words.length + 1));
const same = induced.result.every((position, i) => position === doubled.result[i]);
console.log(JSON.stringify({ induced_ms: induced.ms, doubling_ms: doubled.ms, same }));
store.close();
