/**
 * The same questions to several tools: in how many paragraphs does this phrase occur, and how often in all? Correctness
 * comes first, checked by reading every paragraph; then building time, size on disk, memory and time per question.
 * Every tool builds in one process and answers in another. Missing tools are listed.
 *
 *     npm run bench:peers
 *
 * tantivy: `pip install tantivy`; PYTHON names the interpreter. Lucene: a JDK and `mvn dependency:get
 * -Dartifact=org.apache.lucene:lucene-core:9.12.3 -Dtransitive=false`; LUCENE_JAR names another jar. Corpus Workbench:
 * its programs on PATH, or in the folder that CWB names. Meilisearch: `meilisearch` on PATH.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import { openStore } from '../../src/store/index.ts';
import { parsed } from '../phrases/collection.ts';
import { generator, quantile, timesOf } from '../phrases/timing.ts';
import { type Ran, runWatched } from '../processes.ts';
import type { Answered, Built } from './phrases/questions.ts';

const size = Number(process.env.SIYAGHA_BENCH_WORDS ?? 400_000);
const asked = 300;
const python = process.env.PYTHON ?? 'python3';
const here = (name: string) => fileURLToPath(new URL(`./phrases/${name}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'siyagha-peers-'));
const store = openStore(join(folder, 'siyagha'));
const paragraphs: string[][] = [];
for (const { id, series, year, date, title, passages } of makeCorpus({ words: size, seed: 1 })) {
  const text = passages.map((passage) => passage.text).join('\n');
  store.put(parsed({ id, kind: series, year: String(year), issued: date, title }, text));
  for (const passage of passages) paragraphs.push(words(passage.text));
}
store.close();

/** Runs of two to twelve words of the texts, and the same with their last word replaced, most of which do not occur. */
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
const bruteParagraphs = (phrase: readonly string[]) =>
  joined.filter((text) => text.includes(` ${phrase.join(' ')} `)).length;
/** Overlapping runs are counted separately. */
function bruteOccurrences(phrase: readonly string[]): number {
  const needle = ` ${phrase.join(' ')} `;
  let count = 0;
  for (const text of joined)
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) count += 1;
  return count;
}
const truth = { paragraphs: phrases.map(bruteParagraphs), occurrences: phrases.map(bruteOccurrences) };
const input = join(folder, 'input');
mkdirSync(input);
const write = (name: string, lists: readonly string[][]) =>
  writeFileSync(join(input, name), lists.map((list) => `${list.join(' ')}\n`).join(''));
write('paragraphs.txt', paragraphs);
write('phrases.txt', phrases);

interface Tool {
  command: string;
  args: string[];
  /** Where its index is, if not in its own folder. */
  index?: string;
  /** The part of that folder that is the index. */
  sized?: string;
  /** How to get it. */
  missing?: string;
}
const nodeTool = (file: string): Tool => ({
  command: process.execPath,
  args: ['--import', 'tsx', here(file)],
});
const tools: Record<string, Tool | null> = {
  siyagha: { ...nodeTool('siyagha.ts'), index: join(folder, 'siyagha'), sized: 'phrases' },
  'SQLite FTS5': nodeTool('fts5.ts'),
  tantivy: { command: python, args: [here('tantivy_counts.py')], missing: 'pip install tantivy' },
  Lucene: lucene(),
  Meilisearch: { ...nodeTool('meilisearch.ts'), missing: 'meilisearch on PATH' },
  'Corpus Workbench': {
    command: python,
    args: [here('cwb_counts.py')],
    missing: 'its programs on PATH, or CWB names their folder',
  },
};

const rows: Record<string, Record<string, string>> = {};
const ms = (value: number) => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
const mb = (megabytes: number) => `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;
const right = (counts: readonly number[] | undefined, truths: readonly number[]) =>
  counts ? `${counts.filter((count, i) => count === truths[i]).length} of ${asked}` : 'not reported';

const scanned = timesOf(phrases.slice(0, 50), bruteParagraphs);
rows['reading every paragraph'] = {
  'paragraphs right': `${asked} of ${asked}`,
  'occurrences right': `${asked} of ${asked}`,
  'median question': ms(quantile(scanned, 0.5)),
  'slowest 1 %': ms(quantile(scanned, 0.99)),
};
for (const [name, tool] of Object.entries(tools)) {
  if (!tool) continue;
  const index = tool.index ?? join(folder, name.replaceAll(' ', '-'));
  mkdirSync(index, { recursive: true });
  const building = await runWatched([...tool.args, 'build', input, index], {}, tool);
  if (building.status !== 0) {
    console.log(`${name}: not measured (${tool.missing ?? 'it failed'}): ${lastLine(building)}`);
    continue;
  }
  const { version, build_ms } = JSON.parse(building.stdout) as Built;
  const asking = await runWatched([...tool.args, 'ask', input, index], {}, tool);
  if (asking.status !== 0) throw new Error(`${name} failed to answer: ${lastLine(asking)}`);
  const answers = JSON.parse(asking.stdout) as Answered;
  const times = Float64Array.from(answers.times_ms).sort();
  rows[`${name} ${version}`.trim()] = {
    'paragraphs right': right(answers.paragraphs, truth.paragraphs),
    'occurrences right': right(answers.occurrences, truth.occurrences),
    'median question': ms(quantile(times, 0.5)),
    'slowest 1 %': ms(quantile(times, 0.99)),
    'build, processor': `${(build_ms / 1000).toFixed(2)} s`,
    'build, memory': mb(building.together),
    'asking, memory': mb(asking.together),
    'size on disk': mb(sizeOf(tool.sized ? join(index, tool.sized) : index) / 2 ** 20),
  };
}
const idle = await runWatched(['--import', 'tsx', '--eval', 'setTimeout(() => {}, 500)'], {});

const total = paragraphs.reduce((sum, tokens) => sum + tokens.length, 0);
console.log(
  `constructed corpus, seed 1: ${paragraphs.length} paragraphs, ${total} words; ${asked} phrases of 2 to 12 words`,
);
console.log('all tools get words folded by siyagha; a question is in how many paragraphs a phrase occurs');
console.log(
  `memory: peak of the process and its children (proportional set size); Node with tsx, idle: ${mb(idle.together)}`,
);
console.table(rows);
rmSync(folder, { recursive: true, force: true });

function lucene(): Tool | null {
  const kept = join(homedir(), '.m2', 'repository', 'org', 'apache', 'lucene', 'lucene-core');
  const found = existsSync(kept)
    ? readdirSync(kept).map((version) => join(kept, version, `lucene-core-${version}.jar`))
    : [];
  const jar =
    process.env.LUCENE_JAR ??
    found
      .filter((path) => existsSync(path))
      .sort()
      .at(-1);
  if (!jar) {
    console.log('Lucene: not measured (no lucene-core: see the beginning of bench/peers/phrases.ts)');
    return null;
  }
  const classes = join(folder, 'classes');
  const compiled = spawnSync('javac', ['-cp', jar, '-d', classes, here('LuceneCounts.java')], {
    encoding: 'utf8',
  });
  if (compiled.status !== 0) {
    console.log(`Lucene: not measured (javac of a JDK 17 or later): ${compiled.stderr ?? 'no javac'}`);
    return null;
  }
  // What a small server would be given: without a limit, a JVM takes as much as the machine has.
  const args = ['-Xmx256m', '-cp', [jar, classes].join(delimiter), 'LuceneCounts'];
  return { command: 'java', args };
}

function lastLine({ stderr, stdout }: Ran): string {
  return (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';
}
