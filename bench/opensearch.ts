/**
 * A collection with its index in a cluster of three nodes on this machine: how fast it is indexed, how large the index
 * is, what an answer takes, and whether it is the same as from an index in the folder, which is the baseline. Memory is
 * that of siyagha's process; processor time is given for the nodes and for siyagha.
 *
 *     npm run build && npm run bench:opensearch [-- FOLDER [MILLION…]]     MEMORY=1024: megabytes for each node
 *
 * FOLDER keeps the texts and their store between runs; collections enlarged to that many million words are measured
 * too. Needs a JDK and OpenSearch's packages (`npx tsx test/search/opensearch/take.ts`).
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../src/store/index.ts';
import { testCluster } from '../test/search/opensearch/cluster.ts';
import { whyNoCluster } from '../test/search/opensearch/jars.ts';
import { type Asked, type Served, served } from './opensearch/asking.ts';
import { questionsOn } from './opensearch/questions.ts';
import { dataName, federalStore } from './phrases/collection.ts';
import { storeOfSize } from './phrases/grow.ts';
import { ms } from './phrases/lookups.ts';
import { quantile } from './phrases/timing.ts';

if (whyNoCluster) {
  console.log(whyNoCluster);
  process.exit(0);
}
const folder = process.argv[2] ?? join(tmpdir(), 'siyagha-bench-phrases');
const memory = Number(process.env.MEMORY ?? 1024);
const goals: Record<string, string> = {
  phrases: 'p99 ≤ 150 ms',
  recurring: '≤ 3 s',
  novelty: '≤ 3 s',
};
const whole = federalStore(folder, (line) => console.error(line));
const has = sum(whole.snapshot().countedReports(), 'words') / 1e6;
const sizes = [Math.round(has * 10) / 10, ...process.argv.slice(3).map(Number)];
console.log(`data: ${dataName}; three nodes of ${memory} MB on this machine, one replica`);
for (const [i, size] of sizes.entries()) await measure(storeOfSize(whole, folder, size), i === 0);
whole.close();

/** @param twice also by nodes just started, whose code is not compiled yet */
async function measure(data: string, twice: boolean): Promise<void> {
  const store = openStore(data, { readOnly: true });
  const reader = store.snapshot();
  const reports = reader.countedReports();
  const paragraphs = sum(reports, 'paragraphs');
  const tokens = sum(reports, 'words');
  const questions = questionsOn(reader);
  reader.close();
  store.close();

  rmSync(join(data, 'phrases'), { recursive: true, force: true });
  const near = await served(data, {}, questions);
  const cleanups: (() => Promise<void>)[] = [];
  try {
    const cluster = await testCluster(3, (work) => cleanups.push(work), { memory });
    await cluster.healthy('green');
    const nodes = cluster.nodes.map((node) => node.pid());
    const env = {
      SIYAGHA_ENGINE: 'opensearch',
      SIYAGHA_INDEX: 'cluster',
      OPENSEARCH_URL: cluster.urls.join(),
    };
    const first = twice ? await served(data, env, null, nodes) : null;
    for (const index of Object.keys(await cluster.ask<object>('/siyagha-*')))
      await cluster.ask(`/${index}`, 'DELETE');
    const again = await served(data, env, questions, nodes);
    const bytes = await bytesOf(cluster);

    console.log(
      `\n${paragraphs} paragraphs, ${tokens} words, ${reports.length} reports; the index in the cluster takes ${Math.round(bytes / paragraphs)} bytes per paragraph and copy, ${Math.round(bytes / tokens)} per word`,
    );
    const row = (...cells: string[]) => console.log(`| ${cells.join(' | ')} |`);
    row('work', 'goal', 'cluster', 'processor: nodes', 'siyagha', 'index in the folder');
    row('---', '---', '---', '---', '---', '---');
    const fed = ({ ready, nodes: far, own }: Served) => [
      `${Math.round(paragraphs / ready)} paragraphs/s, ${ready.toFixed(0)} s`,
      each(far, paragraphs),
      each(own, paragraphs),
    ];
    if (first) row('indexing, by nodes just started', '', ...fed(first), `${near.ready.toFixed(0)} s`);
    row(`indexing${first ? ' again' : ''}`, '≥ 10,000/s', ...fed(again), `${near.ready.toFixed(0)} s`);
    row('peak memory meanwhile', '≤ 200 MB', mb((first ?? again).peak), '', '', mb(near.peak));
    for (const [kind, far] of again.kinds) {
      if (kind === 'warm-up') continue;
      const times = both(far);
      row(kind, goals[kind] ?? '', times, ms(far.nodes), ms(far.own), both(near.kinds.get(kind)!));
    }
    const after = `${mb(again.after)}, peak ${mb(again.peakAfter)}, ${again.refused} refused`;
    const nearAfter = `${mb(near.after)}, peak ${mb(near.peakAfter)}, ${near.refused} refused`;
    row('memory after 1,000 mixed questions, 8 at a time', '≤ 200 MB', after, '', '', nearAfter);
    const [same, compared] = equal(again, near);
    row('the same answers as from the folder', 'all', `${same} of ${compared}`, '', '', '');
  } finally {
    for (const work of cleanups) await work();
  }
}

function each(seconds: number, paragraphs: number): string {
  return `${((seconds * 1000) / paragraphs).toFixed(3)} ms each`;
}

function mb(megabytes: number): string {
  return `${megabytes.toFixed(0)} MB`;
}

async function bytesOf({ ask }: Awaited<ReturnType<typeof testCluster>>): Promise<number> {
  const { _all } = await ask<{ _all: { primaries: { store: { size_in_bytes: number } } } }>(
    '/siyagha-*/_stats/store',
  );
  return _all.primaries.store.size_in_bytes;
}

function equal(far: Served, near: Served): [number, number] {
  let [same, compared] = [0, 0];
  for (const [kind, { answers }] of far.kinds) {
    for (const [i, answer] of answers.entries()) {
      if (answer === null) continue;
      compared += 1;
      if (answer === near.kinds.get(kind)!.answers[i]) same += 1;
    }
  }
  return [same, compared];
}

function both({ times, answers }: Asked): string {
  const refused = answers.length - times.length;
  const told = `p50 ${ms(quantile(times, 0.5))}, p99 ${ms(quantile(times, 0.99))}`;
  return refused === 0 ? told : `${told}; ${refused} of ${answers.length} refused`;
}

function sum<Key extends string>(list: readonly Record<Key, number>[], key: Key): number {
  return list.reduce((total, one) => total + one[key], 0);
}
