/** The suite of the phrase tests on a cluster: phrases, recurring, dropped and new wording. */
import { afterAll, beforeAll, describe } from 'vitest';
import { openCollection } from '../../../src/collection/index.ts';
import { loadSettings } from '../../../src/settings/index.ts';
import { amount } from '../../amount.ts';
import { bruteForce } from '../../phrases/brute-force.ts';
import { type TestCluster, testCluster } from './cluster.ts';
import { whyNoCluster } from './jars.ts';

if (whyNoCluster) console.log(`Phrases on a cluster, compared with reading every report, ${whyNoCluster}`);

describe.skipIf(whyNoCluster !== null)('on a cluster', { timeout: 240_000 }, () => {
  const cleanups: (() => Promise<void>)[] = [];
  let cluster: TestCluster;
  beforeAll(async () => {
    cluster = await testCluster(1, (work) => cleanups.push(work));
  }, 240_000);
  afterAll(async () => {
    for (const work of cleanups) await work();
  });

  bruteForce(
    'an index in a cluster',
    (data) =>
      openCollection(
        loadSettings({
          SIYAGHA_DATA: data,
          LOG_LEVEL: 'silent',
          SIYAGHA_ENGINE: 'opensearch',
          SIYAGHA_INDEX: 'cluster',
          OPENSEARCH_URL: cluster.urls.join(),
        }),
        { follow: true },
      ),
    amount(40, 300),
    2,
  );
});
