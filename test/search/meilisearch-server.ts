/** A real Meilisearch for tests: the one at MEILI_URL, or a `meilisearch` on PATH started for this run. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RealServer {
  url: string;
  key: string | undefined;
  version: string;
  /** Absent for a server that was already running. */
  stop?(): Promise<void>;
  /** Starts it again with the same data on the same port. */
  start?(): Promise<void>;
}

/** Why there is none, as the message of skipped tests; null if there is one. */
export const whyNoServer: string | null =
  process.env.MEILI_URL || spawnSync('meilisearch', ['--version']).status === 0
    ? null
    : 'skipped: no MEILI_URL is set and there is no "meilisearch" on PATH';

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

async function versionAt(url: string, key: string | undefined): Promise<string> {
  const headers = key ? { authorization: `Bearer ${key}` } : undefined;
  const response = await fetch(`${url}/version`, headers ? { headers } : {});
  return ((await response.json()) as { pkgVersion?: string }).pkgVersion ?? 'unknown';
}

/** One that the tests started: they may do with it what they like. */
export interface OwnServer extends RealServer {
  key: string;
  /** Folder of its data. */
  data: string;
  pid(): number;
  /** Kills it at once. */
  stop(): Promise<void>;
  /** Starts it again with the same data on the same port. @param masterKey a different key */
  start(masterKey?: string): Promise<void>;
  pause(): void;
  resume(): void;
  /** Removes its data; stop it before. */
  wipe(): void;
  /** Stops it and leaves nothing behind. */
  end(): Promise<void>;
}

/** Why none can be started; null if one can. */
export const whyNoOwnServer: string | null =
  spawnSync('meilisearch', ['--version']).status === 0 ? null : 'skipped: there is no "meilisearch" on PATH';

export async function ownServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-meili-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const key = randomBytes(16).toString('hex');
  const data = join(folder, 'data');
  let child: ChildProcess | undefined;
  const start = async (masterKey = key) => {
    const args = ['--no-analytics', '--http-addr', `127.0.0.1:${port}`, '--db-path', data];
    child = spawn('meilisearch', [...args, '--master-key', masterKey], { cwd: folder, stdio: 'ignore' });
    for (let tries = 0; tries < 600; tries += 1) {
      const answer = await fetch(`${url}/health`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('meilisearch did not start');
  };
  const stop = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child?.once('exit', done));
    child.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url,
    key,
    data,
    pid: () => child?.pid ?? 0,
    version: await versionAt(url, key),
    stop,
    start,
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    wipe: () => rmSync(data, { recursive: true, force: true }),
    async end() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param cleanup takes what to do when the tests are over */
export async function realServer(cleanup: (work: () => Promise<void>) => void): Promise<RealServer> {
  const url = process.env.MEILI_URL;
  if (url) {
    const key = process.env.MEILI_KEY;
    return { url, key, version: await versionAt(url, key) };
  }
  const own = await ownServer();
  cleanup(() => own.end());
  return own;
}
