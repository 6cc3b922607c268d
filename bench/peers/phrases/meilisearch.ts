/**
 * Meilisearch by itself, called as bench/peers/phrases.ts calls every tool: a phrase in quotes, without typos, and the
 * exhaustive number of hits. It starts the `meilisearch` on PATH on loopback.
 *
 *     node --import tsx meilisearch.ts build|ask INPUT INDEX
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { freePort } from '../../../test/search/meilisearch-server.ts';
import { processorOf } from '../../processes.ts';
import { answered, type Built, linesOf } from './questions.ts';

const [step, input, folder] = process.argv.slice(2) as [string, string, string];
const port = await freePort();
const apiKey = randomBytes(16).toString('hex');
const args = ['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data')];
const server = spawn('meilisearch', [...args, '--master-key', apiKey], { cwd: folder, stdio: 'ignore' });
server.once('error', ({ message }) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
});
const client = new Meilisearch({ host: `http://127.0.0.1:${port}`, apiKey });
while (!(await client.isHealthy())) await new Promise((done) => setTimeout(done, 20));

const index = client.index('paragraphs');
if (step === 'build') {
  const paragraphs = linesOf(input, 'paragraphs.txt').map((words, id) => ({ id, text: words.join(' ') }));
  await client.createIndex('paragraphs', { primaryKey: 'id' }).waitTask({ timeout: 0 });
  await index
    .updateSettings({
      searchableAttributes: ['text'],
      localizedAttributes: [{ attributePatterns: ['text'], locales: ['ara'] }],
      displayedAttributes: ['id'],
      typoTolerance: { enabled: false },
      pagination: { maxTotalHits: paragraphs.length },
    })
    .waitTask({ timeout: 0 });
  const began = processorOf(server.pid!);
  const { status, error } = await index.addDocuments(paragraphs).waitTask({ timeout: 0 });
  if (status !== 'succeeded') throw new Error(error?.message ?? status);
  const { pkgVersion } = await client.getVersion();
  const build_ms = processorOf(server.pid!) - began;
  console.log(JSON.stringify({ version: pkgVersion, build_ms } satisfies Built));
} else {
  const paragraphsWith = async (phrase: readonly string[]) =>
    (await index.search(`"${phrase.join(' ')}"`, { hitsPerPage: 1, page: 1, locales: ['ara'] })).totalHits;
  console.log(JSON.stringify(await answered(linesOf(input, 'phrases.txt'), paragraphsWith)));
}
const ended = new Promise((done) => server.once('exit', done));
server.kill();
await ended;
