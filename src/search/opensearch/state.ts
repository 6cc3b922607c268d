/** How up to date the indexes of a collection are: read from the markers in their shards. */
import type { CommitPoint } from '../../store/types.ts';
import { EngineError } from '../engine.ts';
import { readMark } from './documents.ts';
import { isClosed } from './errors.ts';
import { layoutOf } from './layout.ts';
import type { Cluster } from './server.ts';

/** Where a marker is. */
export interface Marker {
  index: string;
  id: string;
  routing: string;
}

export interface ClusterState {
  /** The indexes behind the alias, by language. */
  indexes: ReadonlyMap<string, string>;
  markers: readonly Marker[];
  /** The commits for which every shard can answer, the newest last. */
  points: readonly CommitPoint[];
  /** Versions of reports that the newest commit does not need. */
  drop: readonly number[];
  rules: string;
  /** Whether every index is as it was created. */
  isAsMade: boolean;
}

/** The language that an index is of. */
export function languageOf(index: string): string {
  return index.split('-').at(-2)!;
}

/** Null if there is no index, or one that is closed or without its markers. */
export async function readState(cluster: Cluster, alias: string): Promise<ClusterState | null> {
  const described = await cluster.find<Record<string, Parameters<typeof layoutOf>[0]>>('GET', `/${alias}`);
  if (described === null || Object.keys(described).length === 0) return null;
  const layouts = new Map(Object.entries(described).map(([index, one]) => [index, layoutOf(one)]));
  interface Fields {
    commits?: string[];
    drop?: number[];
    rules?: string[];
    layout?: string[];
  }
  const result = await cluster
    .search<Fields>(alias, {
      size: 10_000,
      query: { term: { marker: true } },
      docvalue_fields: ['commits', 'drop', 'rules', 'layout'],
    })
    .catch((error) => {
      if (error instanceof EngineError && isClosed(error.cause)) return null;
      throw error;
    });
  if (result === null) return null;
  const { hits, _shards } = result;
  const found = hits.hits;
  const [first] = found;
  if (!first || found.length !== _shards.total) return null;
  const everywhere = (first.fields?.commits ?? []).filter((mark) =>
    found.every(({ fields }) => fields?.commits?.includes(mark)),
  );
  return {
    indexes: new Map([...layouts.keys()].map((index) => [languageOf(index), index])),
    markers: found.map(({ _index, _id, _routing }) => ({ index: _index, id: _id, routing: _routing! })),
    points: everywhere
      .map(readMark)
      .filter(({ shards }) => shards === _shards.total)
      .sort((a, b) => a.epoch - b.epoch)
      .map(({ epoch, commit }) => ({ epoch, commit })),
    drop: [...new Set(found.flatMap(({ fields }) => fields?.drop ?? []))],
    rules: first.fields?.rules?.[0] ?? '',
    isAsMade: found.every(({ _index, fields }) => fields?.layout?.[0] === layouts.get(_index)),
  };
}
