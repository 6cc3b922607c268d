/**
 * A collection with its index in a cluster of three nodes on this machine: how fast it is indexed, how large the index
 * is, what an answer takes, and whether its counts equal those of the index in the folder.
 *
 *     npx tsx bench/opensearch.ts DATA [MB]     DATA: a data folder with reports; MB of memory per node (1024)
 */
import { readFileSync } from 'node:fs';
import { openCollection } from '../src/collection/index.ts';
import { caseNamed } from '../src/collection/names-of-cases.ts';
import { loadSettings } from '../src/settings/index.ts';
import { openStore } from '../src/store/index.ts';
import { testCluster } from '../test/search/opensearch/cluster.ts';
import { whyNoCluster } from '../test/search/opensearch/jars.ts';
import { generator, quantile } from './phrases/timing.ts';

const [data, memory = '1024'] = process.argv.slice(2);
if (!data) {
  console.error('usage: npx tsx bench/opensearch.ts DATA [MB]');
  process.exit(2);
}
if (whyNoCluster) {
  console.log(whyNoCluster);
  process.exit(0);
}
const asked = Number(process.env.ASKED ?? 300);
const cleanups: (() => Promise<void>)[] = [];
const cluster = await testCluster(3, (work) => cleanups.push(work), { memory: Number(memory) });
await cluster.healthy('green');

/** Seconds of processor time of the nodes and of this process. */
function processor(): { nodes: number; own: number } {
  const nodes = cluster.nodes.reduce((sum, { pid }) => sum + processorOf(pid()), 0);
  const { user, system } = process.cpuUsage();
  return { nodes, own: (user + system) / 1e6 };
}

function processorOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);
const shown = (value: number) => Math.round(value * 10) / 10;

try {
  const store = openStore(data, { readOnly: true });
  const reader = store.snapshot();
  const reports = reader.countedReports();
  const paragraphs = reports.reduce((sum, report) => sum + report.paragraphs, 0);
  const tokens = reports.reduce((sum, report) => sum + report.words, 0);
  console.log(
    `${paragraphs} paragraphs, ${tokens} words, ${reports.length} reports; at first ${megabytes()} MB`,
  );

  const cluster_ = {
    SIYAGHA_ENGINE: 'opensearch',
    SIYAGHA_INDEX: 'cluster',
    OPENSEARCH_URL: cluster.urls.join(),
  };
  const shared = { SIYAGHA_DATA: data, LOG_LEVEL: 'silent', SIYAGHA_ANSWER_SECONDS: '120' };
  let before = processor();
  const began = performance.now();
  const far = await openCollection(loadSettings({ ...shared, ...cluster_ }), { follow: true });
  const seconds = (performance.now() - began) / 1000;
  let after = processor();
  const spent = { nodes: after.nodes - before.nodes, own: after.own - before.own };
  console.log(
    `fed in ${shown(seconds)} s, ${Math.round(paragraphs / seconds)} paragraphs/s; processor: nodes ${shown(spent.nodes)} s, siyagha ${shown(spent.own)} s; ${megabytes()} MB`,
  );
  const stats = await cluster.ask<{
    _all: { primaries: { store: { size_in_bytes: number } }; total: { store: { size_in_bytes: number } } };
  }>('/siyagha-*/_stats/store');
  const bytes = stats._all.primaries.store.size_in_bytes;
  console.log(
    `index: ${shown(bytes / paragraphs)} bytes per paragraph, ${shown(bytes / tokens)} per word, the same again for each replica`,
  );

  const folder = process.env.CHECK ? await openCollection(loadSettings(shared)) : null;
  const random = generator(5);
  const phrases = Array.from({ length: asked }, () => {
    for (;;) {
      const texts = reader.scanReport(reports[random(reports.length)]!.id);
      const words = texts[random(texts.length)]?.text.split(/\s+/) ?? [];
      const length = 2 + random(11);
      if (words.length > length) {
        const at = random(words.length - length);
        const q = words
          .slice(at, at + length)
          .join(' ')
          .replace(/[*|.…]/g, ' ');
        if (/\p{L}/u.test(q)) return q;
      }
    }
  });
  const answer = async (collection: typeof far, name: 'phrases', params: Record<string, unknown>) => {
    const parsed = caseNamed(name).params.parse(params);
    const { bytes } = await collection.answer({ name, params: parsed, form: 'json' });
    return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  };
  async function measure(what: string, questions: readonly (readonly [string, Record<string, unknown>])[]) {
    const times: number[] = [];
    let same = 0;
    let refused = 0;
    let checked = 0;
    before = processor();
    for (const [name, params] of questions) {
      const start = performance.now();
      const found = await answer(far, name as 'phrases', params).catch((error: Error) => error);
      times.push(performance.now() - start);
      if (found instanceof Error) {
        refused += 1;
        if (refused === 1) console.log(`  ${found.message}`);
      }
    }
    after = processor();
    const most = megabytes();
    if (folder) {
      for (const [name, params] of questions) {
        const found = await answer(far, name as 'phrases', params).catch(() => null);
        if (!found) continue;
        checked += 1;
        if (JSON.stringify(found) === JSON.stringify(await answer(folder, name as 'phrases', params)))
          same += 1;
      }
    }
    const sorted = Float64Array.from(times).sort();
    const each = (total: number) => shown((total * 1000) / questions.length);
    console.log(
      `${what}: p50 ${shown(quantile(sorted, 0.5))} ms, p99 ${shown(quantile(sorted, 0.99))} ms; processor: nodes ${each(after.nodes - before.nodes)} ms, siyagha ${each(after.own - before.own)} ms; ${most} MB${refused ? `; ${refused} refused` : ''}${folder ? `; the same as from the folder: ${same} of ${checked}` : ''}`,
    );
  }
  await measure(
    'warm-up',
    phrases.slice(0, 40).map((q) => ['phrases', { q }] as const),
  );
  await measure(
    'phrases',
    phrases.map((q) => ['phrases', { q }] as const),
  );
  await measure(
    'trends',
    phrases.slice(0, 100).map((q) => ['trends', { q: [q] }] as const),
  );
  const middling = reports.filter(({ words }) => words > 4500 && words < 5500).slice(0, 6);
  for (const name of ['recurring', 'novelty', 'dropped']) {
    await measure(
      name,
      middling.map(({ id }) => [name, { id, ...(name === 'novelty' ? {} : {}) }] as const),
    );
  }
  await far.close();
  await folder?.close();
  reader.close();
  store.close();
} finally {
  for (const work of cleanups) await work();
}
