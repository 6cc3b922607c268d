import { openIndexes, phraseAnswer, recurringAnswer, noveltyAnswer, droppedAnswer, wholeCollection } from '/work/wt-segments/src/phrases/index.ts';
import { loadLexicon } from '/work/wt-segments/src/settings/index.ts';
import { openStore } from '/work/wt-segments/src/store/index.ts';
import { randomPhrases, frequentPhrase } from '/work/wt-segments/bench/phrases/lookups.ts';
const mem = Number(process.argv[2] ?? 64) * 1048576;
const store = openStore('/tmp/seg-try', { readOnly: true });
let t = performance.now();
const indexes = await openIndexes(store, { lexicon: loadLexicon(), memory: mem });
console.log('open ms', (performance.now() - t).toFixed(0));
const view = indexes.current();
const index = view.byProfile('folded');
console.log('segments', index.parts.length, index.parts.map(p => p.index.suffixes.length));
const q = (a: number[], s: number) => a.sort((x, y) => x - y)[Math.floor(a.length * s)]!;
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const time = <T>(items: T[], f: (x: T) => unknown) => items.map((x) => { const b = process.cpuUsage(); const w = performance.now(); f(x); const u = process.cpuUsage(b); return (u.user + u.system) / 1000; });
const phrases = randomPhrases(index, 20000);
for (let round = 0; round < 2; round++) {
  const c = time(phrases, (p) => index.count(p));
  console.log('count µs p50/p99', (q(c, .5) * 1000).toFixed(1), (q(c, .99) * 1000).toFixed(1));
}
const a = time(phrases.slice(0, 2000), (p) => phraseAnswer(view, { q: p.join(' ') }));
console.log('answer ms', q(a, .5).toFixed(2), q(a, .99).toFixed(2));
const f = frequentPhrase(index, 20000);
const h = time(Array(60).fill(f.words.join(' ')), (p: string) => phraseAnswer(view, { q: p }));
console.log(f.count, 'hits ms', q(h, .5).toFixed(1), q(h, .99).toFixed(1));
const reports = view.table.reports.filter(({ words }) => words > 4500 && words < 5500).map(({ id }) => id);
const all = wholeCollection(view.table);
for (let round = 0; round < 2; round++) {
  const r = time(reports, (report) => recurringAnswer(view, { report }, all));
  const n = time(reports, (report) => noveltyAnswer(view, { report }, all));
  const d = time(reports, (report) => droppedAnswer(view, { report }, all));
  console.log(reports.length, 'recurring', q(r, .5).toFixed(1), q(r, .99).toFixed(1), 'novelty', q(n, .5).toFixed(1), q(n, .99).toFixed(1), 'dropped', q(d, .5).toFixed(1), q(d, .99).toFixed(1));
}
console.log('rss', Math.round(process.memoryUsage().rss / 1048576));
await indexes.close(); store.close();
