/** The cluster on which the other tests run: started from packages, killed and started again. */
import { afterAll, describe, expect, it } from 'vitest';
import { testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';

const cleanups: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const work of cleanups) await work();
});

if (whyNoCluster) console.log(`OpenSearch ${whyNoCluster}`);

describe.skipIf(whyNoCluster !== null)('a cluster for tests', () => {
  it('has three nodes, and continues with two', { timeout: 240_000 }, async () => {
    const cluster = await testCluster(3, (work) => cleanups.push(work));
    await cluster.healthy('green', 3);
    await cluster.nodes[0]!.kill();
    await cluster.healthy('green', 2);
    await cluster.nodes[0]!.start();
    await cluster.healthy('green', 3);
    expect(await cluster.ask('/')).toMatchObject({ version: { distribution: 'opensearch' } });
  });
});
