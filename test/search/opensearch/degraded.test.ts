/** If a cluster is down, wrong or refuses, only the order of a search suffers, and the message says what to do. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { embeddedEngine, searchAnswer } from '../../../src/search/index.ts';
import { openSearchEngine } from '../../../src/search/opensearch/engine.ts';
import { makeReport, temporaryFolder } from '../../store/make.ts';
import { freePort } from '../meilisearch-server.ts';
import { newStore, viewOf } from '../world.ts';
import { at, fault, listening, wrongClusters } from './wrong-clusters.ts';

const reports = () => [makeReport('X', ['الأسلحة الصغيرة', 'نزع السلاح', 'الأسلحة'])];
/** Only a cluster that never answers needs a short timeout: on a busy machine, the others may take long to answer. */
const waiting = (timeout: number) => ({
  settings: {},
  searchTimeout: timeout,
  requestTimeout: timeout,
  pause: 50,
});

async function expectDegraded(urls: string[], code: string, says: RegExp, timeout = 30_000) {
  const store = newStore(reports());
  const view = viewOf(store);
  const engine = openSearchEngine(store.storeId, { urls, ...waiting(timeout) });
  const answer = await searchAnswer(view, engine, { q: 'الأسلحة' });
  const embedded = await searchAnswer(view, embeddedEngine(), { q: 'الأسلحة' });
  expect({ ...answer, took_ms: 0 }).toEqual({ ...embedded, degraded: true, took_ms: 0 });
  const health = await engine.health();
  expect(health.ok).toBe(false);
  // Messages for strangers contain no address; the operator's do.
  expect(health.message).toMatch(/^the search cluster [a-z ]+$/);
  const toOperator = { name: 'EngineError', code, message: expect.stringMatching(says) };
  await expect(engine.sync(store)).rejects.toMatchObject(toOperator);
  await expect(engine.rebuild(store)).rejects.toMatchObject({ name: 'EngineError' });
  expect(await engine.verify(store)).toMatchObject([{ code: 'opensearch' }]);
  await engine.close();
}

describe('searches fall back to the embedded engine and say so', () => {
  test('nothing listens there', async () => {
    await expectDegraded(
      [`http://127.0.0.1:${await freePort()}`],
      'unreachable',
      /does not answer.*OPENSEARCH_URL/,
    );
  });

  test.each(wrongClusters)('a cluster that %s', async (name, code, says) => {
    await expectDegraded([await at(fault[name])], code, says, name === 'silent' ? 300 : undefined);
  });

  test('with one of its nodes down, the others answer', async () => {
    const away = `http://127.0.0.1:${await freePort()}`;
    await expectDegraded([away, await at(fault.forbids)], 'unauthorized', /OPENSEARCH_USER/);
  });
});

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

test.skipIf(!hasOpenssl)('TLS: nodes are trusted if the given certificates vouch for them', async () => {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', cert];
  expect(spawnSync('openssl', [...made, ...subject]).status).toBe(0);
  const ca = readFileSync(cert, 'utf8');
  const server = createSecureServer({ key: readFileSync(key), cert: ca }, fault.forbids);
  const urls = [`https://127.0.0.1:${await listening(server)}`];
  await expectDegraded(urls, 'unreachable', /self.signed certificate/);
  const store = newStore(reports());
  const engine = openSearchEngine(store.storeId, { urls, ca, ...waiting(30_000) });
  await expect(engine.sync(store)).rejects.toMatchObject({ code: 'unauthorized' });
  await engine.close();
});
