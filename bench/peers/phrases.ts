/**
 * The same question to several tools: in how many paragraphs does this phrase stand? Correctness first, against reading
 * every paragraph; then build time, size on disk and time for a question. Tools that are not installed are named.
 *
 *     npm run bench:peers
 *
 * tantivy is asked by its Python package: `pip install tantivy`, PYTHON names the interpreter.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import { openIndexes } from '../../src/phrases/index.ts';
import { openStore } from '../../src/store/index.ts';
import { parsed } from '../phrases/collection.ts';
import { fts5Of } from '../phrases/fts5.ts';
import { generator, onProcessor, quantile, timesOf } from '../phrases/timing.ts';

const size = Number(process.env.SIYAGHA_BENCH_WORDS ?? 400_000);
const asked = 300;
const python = process.env.PYTHON ?? 'python3';
const folder = mkdtempSync(join(tmpdir(), 'siyagha-peers-'));
const store = openStore(join(folder, 'siyagha'));
const paragraphs: string[][] = [];
for (const { id, series, year, date, title, passages } of makeCorpus({ words: size, seed: 1 })) {
  const text = passages.map((passage) => passage.text).join('\n');
  store.put(parsed({ id, kind: series, year: String(year), issued: date, title }, text));
  for (const passage of passages) paragraphs.push(words(passage.text));
}

/** Runs of two to twelve words of the texts, and the same with their last word exchanged, which mostly stand nowhere. */
const random = generator(3);
const phrases: string[][] = [];
while (phrases.length < asked) {
  const tokens = paragraphs[random(paragraphs.length)]!;
  const length = 2 + random(11);
  if (tokens.length < length) continue;
  const at = random(tokens.length - length + 1);
  const run = tokens.slice(at, at + length);
  const foreign = paragraphs[random(paragraphs.length)]![0]!;
  phrases.push(random(4) === 0 ? [...run.slice(0, -1), foreign] : run);
}
const joined = paragraphs.map((tokens) => ` ${tokens.join(' ')} `);
const bruteCount = (phrase: readonly string[]) =>
  joined.filter((text) => text.includes(` ${phrase.join(' ')} `)).length;
const truth = phrases.map(bruteCount);

const rows: Record<string, Record<string, string>> = {};
const ms = (value: number) => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;

function put(
  name: string,
  counts: readonly number[],
  build: number | null,
  bytes: number | null,
  times: Float64Array,
) {
  const right = counts.filter((count, i) => count === truth[i]).length;
  rows[name] = {
    'right counts': `${right} of ${asked}`,
    'build, processor': build === null ? '-' : `${(build / 1000).toFixed(1)} s`,
    size: bytes === null ? '-' : `${(bytes / 2 ** 20).toFixed(1)} MB`,
    'median question': ms(quantile(times, 0.5)),
    'slowest 1 %': ms(quantile(times, 0.99)),
  };
}

put('reading every paragraph', truth, null, null, timesOf(phrases.slice(0, 50), bruteCount));

const began = process.cpuUsage();
const indexes = await openIndexes(store, { lexicon: new Set<string>() });
await indexes.settled();
const spent = process.cpuUsage(began);
const built = (spent.user + spent.system) / 1000;
const index = indexes.current().byProfile('folded');
const ours = (phrase: readonly string[]) => {
  const seen = new Set<number>();
  index.eachOccurrence(phrase, (paragraph) => seen.add(paragraph));
  return seen.size;
};
put('siyagha', phrases.map(ours), built, sizeOf(join(folder, 'siyagha', 'phrases')), timesOf(phrases, ours));

const file = join(folder, 'fts5.db');
const { ms: fts5Built, result: fts5 } = onProcessor(() => fts5Of(index, file));
put('SQLite FTS5', phrases.map(fts5.count), fts5Built, sizeOf(file), timesOf(phrases, fts5.count));
fts5.close();

const input = join(folder, 'input.json');
writeFileSync(input, JSON.stringify({ paragraphs: paragraphs.map((tokens) => tokens.join(' ')), phrases }));
const script = fileURLToPath(new URL('./tantivy_counts.py', import.meta.url));
const ran = spawnSync(python, [script, input, join(folder, 'tantivy')], {
  encoding: 'utf8',
  maxBuffer: 2 ** 28,
});
if (ran.status === 0) {
  const { version, counts, build_ms, times_ms } = JSON.parse(ran.stdout) as {
    version: string;
    counts: number[];
    build_ms: number;
    times_ms: number[];
  };
  put(
    `tantivy ${version}`,
    counts,
    build_ms,
    sizeOf(join(folder, 'tantivy')),
    Float64Array.from(times_ms).sort(),
  );
} else console.log(`tantivy: not measured (pip install tantivy): ${ran.stderr.trim().split('\n').at(-1)}`);

const total = paragraphs.reduce((sum, tokens) => sum + tokens.length, 0);
console.log(
  `${paragraphs.length} paragraphs, ${total} words, ${asked} phrases of 2 to 12 words; all tools get folded words`,
);
console.table(rows);
await indexes.close();
store.close();
rmSync(folder, { recursive: true, force: true });
