/**
 * Nodes are killed, paused, started again and replaced, including the cluster manager; the network is split; a disk
 * fills up, or seems to.
 */
import { describe, test } from 'vitest';
import { type Trouble, underTrouble, wait } from './chaos.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoDisk } from './disk.ts';
import { whyNoCluster } from './jars.ts';
import { whyNoNetwork } from './network.ts';

/** Minutes for each round, so only if all faults are requested (`npm run test:faults`). */
const isFull = process.env.SIYAGHA_FAULTS === 'full';
const rounds = Number(process.env.ROUNDS ?? 3);

async function managerOf(cluster: TestCluster): Promise<number> {
  const [{ node }] = await cluster.ask<[{ node: string }]>('/_cat/cluster_manager?format=json');
  return cluster.nodes.findIndex(({ name }) => name === node);
}

const ofNodes: Trouble[] = [
  {
    name: 'a node is killed and started again',
    async happen({ nodes }) {
      await nodes[0]!.kill();
      await wait(4000);
      await nodes[0]!.start();
    },
  },
  {
    name: 'one is paused without notice: the others continue without it, and it comes back with what it had',
    async happen({ nodes }) {
      nodes[1]!.pause();
      await wait(10_000);
      nodes[1]!.resume();
    },
  },
  {
    name: 'the manager is killed',
    async happen(cluster) {
      const manager = cluster.nodes[await managerOf(cluster)]!;
      await manager.kill();
      await wait(4000);
      await manager.start();
    },
  },
  {
    name: 'the manager is paused without notice, and wakes in a cluster that has another one',
    async happen(cluster) {
      const manager = cluster.nodes[await managerOf(cluster)]!;
      manager.pause();
      await wait(10_000);
      manager.resume();
    },
  },
  {
    name: 'two of three are paused, the manager among them: the third has no majority',
    async happen(cluster) {
      const manager = await managerOf(cluster);
      const two = [manager, (manager + 1) % 3].map((nth) => cluster.nodes[nth]!);
      for (const node of two) node.pause();
      await wait(10_000);
      for (const node of two) node.resume();
    },
  },
  {
    name: 'a node is replaced by an empty one',
    async happen({ nodes }) {
      await nodes[2]!.kill();
      nodes[2]!.wipe();
      await wait(2000);
      await nodes[2]!.start();
    },
  },
  {
    name: 'the disks seem full: the index is blocked, until they no longer are',
    async happen(cluster) {
      const set = (low: string, high: string, flood: string, isChecked: boolean | null) =>
        cluster.ask('/_cluster/settings', 'PUT', {
          transient: {
            'cluster.routing.allocation.disk.threshold_enabled': isChecked,
            'cluster.routing.allocation.disk.watermark.low': low,
            'cluster.routing.allocation.disk.watermark.high': high,
            'cluster.routing.allocation.disk.watermark.flood_stage': flood,
            'cluster.info.update.interval': '10s',
          },
        });
      await set('0.01%', '0.02%', '0.03%', true);
      await blocked(cluster, true);
      await wait(5000);
      await set('99.7%', '99.8%', '99.9%', true);
      await blocked(cluster, false);
      await set('99.7%', '99.8%', '99.9%', null);
    },
  },
];

async function blocked(cluster: TestCluster, wanted: boolean): Promise<void> {
  interface Settings {
    settings: { index?: { blocks?: { read_only_allow_delete?: string } } };
  }
  for (let tries = 0; tries < 120; tries += 1) {
    const all = await cluster.ask<Record<string, Settings>>('/siyagha-*/_settings/index.blocks.*');
    const isBlocked = Object.values(all).some(
      ({ settings }) => settings.index?.blocks?.read_only_allow_delete === 'true',
    );
    if (isBlocked === wanted) return;
    await wait(500);
  }
  throw new Error(wanted ? 'the index was not blocked' : 'the index remained blocked');
}

const ofNetwork: Trouble[] = [
  {
    name: 'one node is cut off from the others; all can be asked',
    async happen({ network }) {
      network!.split([0]);
      await wait(15_000);
      network!.heal();
    },
  },
  {
    name: 'the manager is cut off from the others; all can be asked',
    async happen(cluster) {
      cluster.network!.split([await managerOf(cluster)]);
      await wait(15_000);
      cluster.network!.heal();
    },
  },
];

const ofDisks: Trouble[] = [
  {
    name: 'the disk of a node is full to the last byte',
    async happen({ disks }) {
      disks[1]!.fill();
      await wait(15_000);
      disks[1]!.free();
    },
    after: 'yellow',
  },
];

const off = whyNoCluster ?? (isFull ? null : 'skipped: takes minutes; SIYAGHA_FAULTS=full runs it');

describe.each([
  { name: 'loses nodes', troubles: ofNodes, needs: () => null, options: {} },
  { name: 'is split', troubles: ofNetwork, needs: whyNoNetwork, options: { network: true } },
  { name: 'has a full disk', troubles: ofDisks, needs: whyNoDisk, options: { disks: 200 } },
])('a cluster that $name', ({ name, troubles, needs, options }) => {
  const missing = off === null ? needs() : null;
  const why = off ?? (missing && `skipped: ${missing}`);
  if (why) console.log(`A cluster that ${name} ${why}`);

  test.skipIf(why !== null)('gives right answers, or none', { timeout: rounds * 900_000 }, async () => {
    const cleanups: (() => Promise<void>)[] = [];
    try {
      const cluster = await testCluster(3, (work) => cleanups.push(work), options);
      await cluster.healthy('green');
      const all = Array.from({ length: rounds }, () => troubles).flat();
      await underTrouble(cluster, all, cleanups);
    } finally {
      for (const work of cleanups) await work();
    }
  });
});
