/** Waits until a new index has its copies. */
import { EngineError } from '../engine.ts';
import type { Cluster } from './server.ts';

interface Health {
  initializing_shards: number;
  number_of_in_flight_fetch: number;
  number_of_pending_tasks: number;
}

interface Recovery {
  shards: {
    id: number;
    stage: string;
    target: { id?: string };
    index: { size: { recovered_in_bytes: number } };
    translog: { recovered: number };
  }[];
}

/** Milliseconds between two looks. */
const pause = 200;

/**
 * Resolves when no copy of these indexes is being made any more; one without a node that can hold it stays unmade.
 * Copies of a large index take long, so only their progress is limited, not the time.
 * @param standstill milliseconds in which something must have been copied
 * @throws EngineError if nothing was
 */
export async function copiesMade(cluster: Cluster, indexes: string, standstill: number): Promise<void> {
  let seen = '';
  let since = performance.now();
  for (;;) {
    const health = await cluster.request<Health>('GET', `/_cluster/health/${indexes}`);
    const making = health.initializing_shards + health.number_of_in_flight_fetch;
    if (making + health.number_of_pending_tasks === 0) return;
    const now = making === 0 ? '' : await progress(cluster, indexes);
    if (now !== seen) {
      seen = now;
      since = performance.now();
    } else if (performance.now() - since > standstill) {
      // What is still pending in the cluster has nothing to do with these indexes.
      if (making === 0) return;
      throw new EngineError(
        'failed',
        `OpenSearch at ${cluster.url} has not got on with the copies of ${indexes} for ${Math.round(standstill / 1000)} s: ` +
          `/_cat/recovery/${indexes}?v and /_cluster/allocation/explain there say why; the index is not used, and is made again`,
      );
    }
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** Different whenever something has been copied. */
async function progress(cluster: Cluster, indexes: string): Promise<string> {
  const all = await cluster.request<Record<string, Recovery>>('GET', `/${indexes}/_recovery`);
  return JSON.stringify(
    Object.entries(all).map(([index, { shards }]) => [
      index,
      shards.map(({ id, stage, target, index, translog }) => [
        id,
        stage,
        target.id,
        index.size.recovered_in_bytes,
        translog.recovered,
      ]),
    ]),
  );
}
