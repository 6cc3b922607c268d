/**
 * Text reuse: from which passage of last year's report does a passage come, changed or unchanged? The constructed
 * corpus has the truth: it knows the statement of every passage.
 *
 *     npm run bench:peers
 *
 * passim: Java 17 and `pip install git+https://github.com/dasmiq/passim`; PYTHON names the interpreter. Its pairs of
 * passages need none of the packages that its own launcher downloads, so its script is started with Spark directly.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import type { Fate, MadeReport } from '../../scripts/corpus/series.ts';
import { paragraphId, reportId } from '../../src/report/index.ts';
import { openStore } from '../../src/store/index.ts';
import { parsed } from '../phrases/collection.ts';
import { type Ran, runWatched } from '../processes.ts';

/** Words of a run that siyagha's `recurring` looks for: about as many letters as passim requires of an alignment. */
const minWords = 8;
const minLetters = 50;
const python = process.env.PYTHON ?? 'python3';
const folder = mkdtempSync(join(tmpdir(), 'siyagha-peers-'));
const store = openStore(join(folder, 'store'));
/** Entire reports, as passim expects them, and where the passages of each begin. */
const documents: { id: string; series: string; year: number; text: string; starts: number[] }[] = [];
/** Pairs of passages of one statement in consecutive years, and what happened in between. */
const truth = new Map<string, Fate>();
let passagesInAll = 0;
let before: MadeReport | null = null;
for (const report of makeCorpus({ words: Number(process.env.SIYAGHA_BENCH_WORDS ?? 200_000), seed: 7 })) {
  const { id, series, year, date, title, passages } = report;
  const text = passages.map((passage) => passage.text).join('\n');
  store.put(parsed({ id, kind: series, year: String(year), issued: date, title }, text));
  const folded = passages.map((passage) => `${words(passage.text).join(' ')}\n`);
  let end = 0;
  const starts = folded.map((passage) => {
    end += passage.length;
    return end - passage.length;
  });
  documents.push({ id, series, year, text: folded.join(''), starts });
  passagesInAll += passages.length;
  for (const [i, passage] of passages.entries()) {
    if (before?.series !== series) continue;
    for (const [j, { key }] of before.passages.entries())
      if (key === passage.key) truth.set(pair(idOf(before, j), idOf(report, i)), passage.fate);
  }
  before = report;
}
store.close();

const rows: Record<string, Record<string, string>> = {};
add(`siyagha recurring, ${minWords} words`, await siyagha('recurring'));
add('siyagha similar', await siyagha('similar'));
const theirs = await passim();
if (theirs) add('passim', theirs);
console.log(
  `constructed corpus, seed 7: ${passagesInAll} passages, ${truth.size} pairs of one statement in consecutive years`,
);
console.log('all tools get words folded by siyagha; times are processor time, from the texts to the pairs');
console.table(rows);
rmSync(folder, { recursive: true, force: true });

interface Found {
  pairs: ReadonlySet<string>;
  ran: Ran;
}

async function siyagha(answer: 'similar' | 'recurring'): Promise<Found> {
  rmSync(join(folder, 'store', 'phrases'), { recursive: true, force: true });
  const script = fileURLToPath(new URL('./reuse/siyagha.ts', import.meta.url));
  const args = ['--import', 'tsx', script, answer, join(folder, 'store'), String(minWords)];
  const ran = await runWatched(args, {});
  if (ran.status !== 0) throw new Error(`siyagha ${answer}: ${ran.stderr}`);
  const pairs = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as [string, string]);
  return { pairs: new Set(pairs.map(([earlier, later]) => pair(earlier, later))), ran };
}

/** passim with its defaults, on reports of one series in consecutive years. Null if it is not installed. */
async function passim(): Promise<Found | null> {
  const found = await runWatched(
    ['-c', 'import passim, sys; print(passim.__path__[0], sys.prefix)'],
    {},
    {
      command: python,
    },
  );
  if (found.status !== 0) {
    const last = found.stderr.trim().split('\n').at(-1);
    console.log(`passim: not measured (pip install git+https://github.com/dasmiq/passim): ${last}`);
    return null;
  }
  const [scripts, prefix] = found.stdout.trim().split(' ') as [string, string];
  const [input, output] = [join(folder, 'passages.json'), join(folder, 'passim')];
  writeFileSync(
    input,
    documents.map(({ starts: _, ...document }) => `${JSON.stringify(document)}\n`).join(''),
  );
  const ran = await runWatched(
    [
      ...['--master', 'local[2]', '--driver-memory', '2G', join(scripts, 'seriatim.py')],
      ...['--pairwise', '--docwise', '--all-pairs', '--fields', 'year', 'xxhash64(series) as gid'],
      ...['--filterpairs', 'gid = gid2 AND year2 = year + 1', input, output],
    ],
    {
      PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH ?? ''}`,
      PYSPARK_PYTHON: python,
      SPARK_LOCAL_IP: '127.0.0.1',
    },
    { command: 'spark-submit' },
  );
  if (ran.status !== 0) {
    console.log(`passim: not measured (it failed): ${ran.stderr.trim().split('\n').at(-1)}`);
    return null;
  }
  const aligned = join(output, 'align.json');
  const lines = readdirSync(aligned)
    .filter((name) => name.startsWith('part-'))
    .flatMap((name) => readFileSync(join(aligned, name), 'utf8').trim().split('\n'));
  const alignments = lines.filter(Boolean).map((line) => JSON.parse(line) as Alignment);
  return { pairs: new Set(alignments.flatMap(passagesOf)), ran };
}

/** What passim writes about two reports: where the aligned texts begin, and both texts with `-` for missing letters. */
interface Alignment {
  id: string;
  id2: string;
  begin: number;
  begin2: number;
  s1: string;
  s2: string;
}

/** The passages to which an alignment gives enough equal letters, as many as passim requires of an alignment. */
function passagesOf({ id, id2, begin, begin2, s1, s2 }: Alignment): string[] {
  const [earlier, later] = [id, id2].map((report) => documents.find((document) => document.id === report)!);
  const common = new Map<string, number>();
  let [at, at2, i, j] = [begin, begin2, 0, 0];
  for (let k = 0; k < s1.length; k += 1) {
    while (earlier!.starts[i + 1]! <= at) i += 1;
    while (later!.starts[j + 1]! <= at2) j += 1;
    if (s1[k] === s2[k]) {
      const key = pair(idOf(earlier!, i), idOf(later!, j));
      common.set(key, (common.get(key) ?? 0) + 1);
    }
    if (s1[k] !== '-') at += 1;
    if (s2[k] !== '-') at2 += 1;
  }
  return [...common].filter(([, letters]) => letters >= minLetters).map(([key]) => key);
}

function add(name: string, { pairs, ran }: Found): void {
  const share = (of: (fate: Fate) => boolean) => {
    const wanted = [...truth].filter(([, fate]) => of(fate));
    const found = wanted.filter(([key]) => pairs.has(key)).length;
    return `${found} of ${wanted.length} (${((found / wanted.length) * 100).toFixed(1)} %)`;
  };
  const right = [...pairs].filter((key) => truth.has(key)).length;
  rows[name] = {
    'unchanged, found': share((fate) => fate !== 'reworded' && fate !== 'details' && fate !== 'split'),
    'reworded, found': share((fate) => fate === 'reworded'),
    'one number changed, found': share((fate) => fate === 'details'),
    'split, found': share((fate) => fate === 'split'),
    'pairs right': `${right} of ${pairs.size} (${((right / pairs.size) * 100).toFixed(1)} %)`,
    processor: `${(ran.processor / 1000).toFixed(0)} s`,
    memory: `${ran.together.toFixed(0)} MB`,
  };
}

function idOf(report: { id: string }, passage: number): string {
  return paragraphId(reportId(report.id), passage + 1);
}

function pair(earlier: string, later: string): string {
  return `${earlier} ${later}`;
}
