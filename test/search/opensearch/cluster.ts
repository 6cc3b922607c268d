/**
 * A cluster for tests: one node or three, each a process that can be killed, paused and started again. On loopback, or
 * with a network and disks of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../meilisearch-server.ts';
import { makeDisk, type SmallDisk } from './disk.ts';
import { classPath } from './jars.ts';
import { makeNetwork, type NodeNetwork } from './network.ts';

const source = fileURLToPath(new URL('OpenSearchNode.java', import.meta.url));

/** Small nodes that start quickly and quickly notice that another is gone. */
const java = ['-Xms128m', '-XX:+UseSerialGC', '-Dlog4j2.level=OFF'];
/** For tests; benchmarks give more and let the compiler do all it can. */
const small = ['-Xmx512m', '-XX:TieredStopAtLevel=1'];
const settings = {
  'cluster.name': 'siyagha-test',
  'node.store.allow_mmap': 'false',
  'node.processors': '1',
  'cluster.routing.allocation.disk.threshold_enabled': 'false',
};

/** A missing node is noticed in seconds, not in half a minute. */
const watchful = {
  'cluster.fault_detection.follower_check.interval': '500ms',
  'cluster.fault_detection.follower_check.timeout': '2s',
  'cluster.fault_detection.follower_check.retry_count': '2',
  'cluster.fault_detection.leader_check.interval': '500ms',
  'cluster.fault_detection.leader_check.timeout': '2s',
  'cluster.fault_detection.leader_check.retry_count': '2',
  'cluster.publish.timeout': '5s',
};

export interface TestNode {
  name: string;
  url: string;
  pid(): number;
  /** Kills it at once. */
  kill(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Starts it again on the same ports, with the same data unless they were wiped. */
  start(): Promise<void>;
  /** Removes its data; kill it before. */
  wipe(): void;
}

export interface TestCluster {
  nodes: readonly TestNode[];
  /** Its own, if it was asked for. */
  network: NodeNetwork | null;
  disks: readonly SmallDisk[];
  urls: readonly string[];
  /** The first node that answers decides. @throws Error if none does */
  ask<T>(path: string, method?: string, body?: object): Promise<T>;
  /** Resolves when the state is at least this one. */
  healthy(status: 'green' | 'yellow', nodes?: number): Promise<void>;
  /** Stops it and leaves nothing behind. */
  end(): Promise<void>;
}

interface Options {
  /** Megabytes of each node. */
  memory?: number;
  /** Whether it has a network of its own, and disks with this many megabytes. */
  network?: boolean;
  disks?: number;
}

/** @param cleanup takes what to do when the tests are over */
export async function testCluster(
  count: 1 | 3,
  cleanup: (work: () => Promise<void>) => void,
  { memory, network: ownNetwork = false, disks: size }: Options = {},
): Promise<TestCluster> {
  const options = [...java, ...(memory === undefined ? small : [`-Xmx${memory}m`])];
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-opensearch-'));
  const names = Array.from({ length: count }, (_, i) => `n${i + 1}`);
  const network = ownNetwork ? makeNetwork(count) : null;
  const disks = size === undefined ? [] : names.map((name) => makeDisk(join(folder, name), size));
  const places: Place[] = [];
  for (const i of names.keys())
    places.push({
      host: network?.addresses[i] ?? '127.0.0.1',
      http: await freePort(),
      transport: await freePort(),
      on: network?.on(i) ?? [],
    });
  const seeds = places.map(({ host, transport }) => `${host}:${transport}`).join(',');
  const discovery = {
    'discovery.seed_hosts': seeds,
    'cluster.initial_cluster_manager_nodes': names.join(','),
  };
  const nodes = names.map((name, i) =>
    testNode(folder, name, places[i]!, { ...discovery, ...(memory === undefined ? watchful : {}) }, options),
  );
  const urls = nodes.map(({ url }) => url);
  const cluster: TestCluster = {
    nodes,
    network,
    disks,
    urls,
    ask: (path, method, body) => ask(urls, path, method, body),
    async healthy(status, present = count) {
      const path = `/_cluster/health?wait_for_status=${status}&wait_for_nodes=${present}&timeout=20s`;
      for (let tries = 0; tries < 30; tries += 1) {
        const health = await ask<{ timed_out: boolean }>(urls, path).catch(() => null);
        if (health?.timed_out === false) return;
        await new Promise((done) => setTimeout(done, 200));
      }
      throw new Error(`the cluster is not ${status}`);
    },
    async end() {
      await Promise.all(nodes.map((node) => node.kill()));
      for (const disk of disks) disk.end();
      network?.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  cleanup(() => cluster.end());
  await Promise.all(nodes.map((node) => node.start()));
  await cluster.healthy('yellow');
  return cluster;
}

async function ask<T>(urls: readonly string[], path: string, method = 'GET', body?: object): Promise<T> {
  for (const url of urls) {
    const response = await fetch(`${url}${path}`, {
      method,
      signal: AbortSignal.timeout(30_000),
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    }).catch(() => null);
    if (response) return (await response.json()) as T;
  }
  throw new Error('no node answers');
}

interface Place {
  host: string;
  http: number;
  transport: number;
  /** What to put before the command. */
  on: readonly string[];
}

function testNode(
  folder: string,
  name: string,
  { host, http, transport, on }: Place,
  discovery: Record<string, string>,
  options: readonly string[],
): TestNode {
  const home = join(folder, name);
  const all = {
    ...settings,
    ...discovery,
    'network.host': host,
    'node.name': name,
    'path.home': home,
    'http.port': String(http),
    'transport.port': String(transport),
  };
  const given = Object.entries(all).map(([key, value]) => `${key}=${value}`);
  let child: ChildProcess | undefined;
  return {
    name,
    url: `http://${host}:${http}`,
    pid: () => child?.pid ?? 0,
    async start() {
      const [command, ...rest] = [...on, 'java', ...options, '-cp', classPath, source, ...given];
      const started = spawn(command!, rest, {
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      child = started;
      let said = '';
      await new Promise<void>((done, fail) => {
        const hear = (text: Buffer) => {
          said = `${said}${text}`.slice(-2000);
          if (/^started$/m.test(said)) done();
        };
        started.stdout.on('data', hear);
        started.stderr.on('data', hear);
        started.once('exit', () => fail(new Error(`node ${name} ended: ${said}`)));
      });
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child?.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
    pause: () => void child?.kill('SIGSTOP'),
    resume: () => void child?.kill('SIGCONT'),
    wipe() {
      for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true, force: true });
    },
  };
}
