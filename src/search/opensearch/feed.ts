/**
 * Brings the indexes of a cluster up to date with the store. There is one index for each language; an alias points to
 * those in use. They follow the store's changes, or new ones are built beside the old ones and the alias is switched in
 * one step.
 *
 * The order of writes makes answers exact at any moment: first the documents of a commit, acknowledged by every copy;
 * then the markers that say so; old documents are deleted only when no marker names a commit that has them. A process
 * that is behind cannot overwrite a newer marker with an older one: markers have versions.
 *
 * A new index is filled with one copy, which is twice as fast, and copied before it gets its markers. A copy answers
 * only once it has everything; that nothing was lost meanwhile is known from the number of documents.
 */

import { createHash, randomBytes } from 'node:crypto';
import { counted } from '../../report/index.ts';
import type { CommitPoint, Problem, Snapshot, Store, StoreReader } from '../../store/types.ts';
import { type FullLexicon, lexiconFingerprint } from '../embedded/table.ts';
import { EngineError } from '../engine.ts';
import { slices } from '../slices.ts';
import { copiesMade } from './copies.ts';
import { DOCUMENTS_VERSION, DocumentMaker, type MarkerDocument, markOf } from './documents.ts';
import {
  layoutOf,
  mapping,
  type Settings,
  settingsOf,
  settingsOnceFilled,
  settingsWhileFilling,
} from './layout.ts';
import { Lines } from './lines.ts';
import type { Cluster, SearchResult } from './server.ts';
import { type ClusterState, type Marker, readState } from './state.ts';

/** Default number of documents sent at once. */
const BATCH = 2000;
/** Approximate number of bytes sent at once. */
const mostBytes = 2_000_000;
/** Number of concurrent requests. */
const atOnce = 3;
/** Default for `standstill`. */
const STANDSTILL = 300_000;
/** Reports or versions named in one query. */
const mostNamed = 500;

export interface FeedOptions {
  /** `config/opensearch.json`. */
  settings: object;
  lexicon?: FullLexicon | undefined;
  /** Number of documents sent at once; default 2,000. */
  batch?: number | undefined;
  /** How long nothing may have been copied when a new index gets its copies, in milliseconds; default 5 minutes. */
  standstill?: number | undefined;
  /** Called with one line that says why an existing index is rebuilt. */
  notice?: ((message: string) => void) | undefined;
}

/** A new index, with what its markers say. */
interface Fresh {
  index: string;
  layout: string;
  markers: Marker[];
}

export class Feed {
  readonly alias: string;
  readonly #cluster: Cluster;
  readonly #settings: Settings;
  readonly #lexicon: FullLexicon | undefined;
  readonly #batch: number;
  readonly #standstill: number;
  readonly #notice: FeedOptions['notice'];
  /** A hash of everything that decides how documents are made. */
  readonly rules: string;

  constructor(
    alias: string,
    cluster: Cluster,
    { settings, lexicon, batch = BATCH, standstill = STANDSTILL, notice }: FeedOptions,
  ) {
    this.alias = alias;
    this.#cluster = cluster;
    this.#settings = settingsOf(settings);
    this.#lexicon = lexicon;
    this.#batch = batch;
    this.#standstill = standstill;
    this.#notice = notice;
    const making = JSON.stringify([DOCUMENTS_VERSION, this.#settings, mapping, lexiconFingerprint(lexicon)]);
    this.rules = createHash('sha256').update(making).digest('hex').slice(0, 16);
  }

  /** The state of the indexes; null if they must be rebuilt. @param tell called with the reason, if there are some */
  async state(tell = false): Promise<ClusterState | null> {
    const state = await readState(this.#cluster, this.alias);
    const why =
      state === null
        ? null
        : state.rules !== this.rules
          ? 'was made by other rules'
          : !state.isAsMade
            ? 'was changed by hand'
            : state.points.length === 0
              ? 'is incomplete'
              : null;
    if (why && tell) this.#notice?.(`${this.alias} ${why}; rebuilt from the store`);
    return why === null ? state : null;
  }

  /** @returns the commit of the indexes afterwards */
  async follow(store: Store): Promise<CommitPoint> {
    const reader = store.snapshot();
    try {
      const state = await this.state(true);
      const point = state?.points.at(-1);
      if (!state || !point) await this.#make(reader);
      else if (reader.commitAt(point.epoch) !== point.commit) {
        // The store was restored from a copy, so its changes since then say nothing.
        this.#notice?.(`${this.alias} was made from another copy of the store; rebuilt from the store`);
        await this.#make(reader);
      } else {
        if (state.drop.length > 0) await this.#cleanUp(state, point);
        if (point.epoch < reader.epoch) await this.#catchUp(state, point, store, reader);
      }
      return pointOf(reader);
    } finally {
      reader.close();
    }
  }

  /** From the beginning, whatever is there. */
  async rebuild(store: Store): Promise<CommitPoint> {
    const reader = store.snapshot();
    try {
      await this.#make(reader);
      return pointOf(reader);
    } finally {
      reader.close();
    }
  }

  /** Compares every document with the text. */
  async verify(reader: Snapshot): Promise<Problem[]> {
    const documents = new DocumentMaker(this.#lexicon);
    let wrong = 0;
    let missing = 0;
    const ids = reader.countedReports().map(({ id }) => id);
    for (const some of slices(ids, mostNamed)) {
      const expected = new Map<number, number>();
      for (const id of some)
        for (const { row, sum } of documents.ofReport(id, reader)) expected.set(row, sum);
      for await (const page of this.#pages({ terms: { report: some } }, ['row', 'sum'])) {
        for (const { fields } of page) {
          const row = Number(fields!.row![0]);
          const sum = expected.get(row);
          // A row that the store no longer has is one that is still to be deleted.
          if (sum !== undefined && sum !== fields!.sum![0]) wrong += 1;
          expected.delete(row);
        }
      }
      missing += expected.size;
    }
    const say = (message: string) => ({ code: 'opensearch', message: `${message}; run "siyagha reindex"` });
    return [
      ...(wrong > 0 ? [say(`not as in the store: ${counted(wrong, 'document')} of ${this.alias}`)] : []),
      ...(missing > 0 ? [say(`${counted(missing, 'paragraph')} missing from ${this.alias}`)] : []),
    ];
  }

  async #catchUp(state: ClusterState, from: CommitPoint, store: Store, reader: StoreReader): Promise<void> {
    const to = pointOf(reader);
    const changed = store
      .changesSince(from.epoch)
      .filter(({ epoch }) => epoch <= reader.epoch)
      .map(({ report }) => report);
    const indexes = new Map(state.indexes);
    const fresh: Fresh[] = [];
    const indexOf = async (language: string) => {
      const known = indexes.get(language);
      if (known) return known;
      const made = await this.#newIndex(language);
      fresh.push(made);
      indexes.set(language, made.index);
      return made.index;
    };
    const versions = await this.#fill(changed, reader, indexOf);
    const drop = await this.#superseded(changed, versions);
    const markers = [...state.markers, ...fresh.flatMap((one) => one.markers)];
    // Both commits can be answered until what only the older one needs is deleted.
    const commits = [from, to].map((point) => markOf(point, markers.length, this.rules));
    const layouts = await this.#layouts(state, fresh);
    await this.#mark(markers, layouts, { commits, drop }, 2 * to.epoch);
    if (fresh.length > 0) await this.#nameAlso(fresh.map(({ index }) => index));
    await this.#cluster.refresh(this.alias);
    const reached = (await this.state())?.points.at(-1);
    if (reached?.commit !== to.commit) {
      throw new EngineError('failed', `${this.alias} did not come to epoch ${to.epoch}; it is tried again`);
    }
  }

  /** Deletes what only the previous commit needs, once nothing can ask for it. */
  async #cleanUp(state: ClusterState, point: CommitPoint): Promise<void> {
    const commits = [markOf(point, state.markers.length, this.rules)];
    const version = 2 * point.epoch + 1;
    const layouts = await this.#layouts(state, []);
    await this.#mark(state.markers, layouts, { commits, drop: [...state.drop] }, version);
    await this.#cluster.refresh(this.alias);
    for (const versions of slices(state.drop, mostNamed)) {
      for await (const page of this.#pages({ terms: { version: versions } }, [])) {
        const lines = page.map(({ _index, _id, _routing }) => ({
          delete: { _index, _id, routing: _routing! },
        }));
        await this.#cluster.bulk(lines);
      }
    }
    await this.#mark(state.markers, layouts, { commits, drop: [] }, version);
    await this.#cluster.refresh(this.alias);
  }

  /** Beside the indexes in use; complete ones replace them in one step. */
  async #make(reader: StoreReader): Promise<void> {
    const before = await this.#behindAlias();
    const left = (await this.#ownIndexes()).filter((index) => !before.includes(index));
    await this.#remove(left);
    const made = new Map<string, Fresh>();
    const indexOf = async (language: string) => {
      const known =
        made.get(language) ?? (await this.#newIndex(language, settingsWhileFilling(this.#settings)));
      made.set(language, known);
      return known.index;
    };
    const reports = reader.countedReports();
    // An empty collection also has an index that says so.
    if (reports.length === 0) await indexOf('ar');
    await this.#fill(
      reports.map(({ id }) => id),
      reader,
      indexOf,
    );
    const fresh = [...made.values()];
    const names = fresh.map(({ index }) => index);
    const markers = fresh.flatMap((one) => one.markers);
    const layouts = new Map(fresh.map(({ index, layout }) => [index, layout]));
    const commits = [markOf(reader, markers.length, this.rules)];
    await this.#completed(names.join(','));
    await this.#mark(markers, layouts, { commits, drop: [] }, 2 * reader.epoch + 1);
    await this.#cluster.refresh(names.join(','));
    const paragraphs = reports.reduce((sum, report) => sum + report.paragraphs, 0);
    await this.#mustBeWhole(fresh, paragraphs + markers.length);
    await this.#cluster.request('POST', '/_aliases', {
      body: {
        actions: [
          ...before.map((index) => ({ remove: { index, alias: this.alias } })),
          ...names.map((index) => ({ add: { index, alias: this.alias } })),
        ],
      },
    });
    await this.#remove(before);
  }

  /** Makes what was filled durable, and copies it to as many nodes as the settings say. */
  async #completed(indexes: string): Promise<void> {
    await this.#cluster.flush(indexes);
    await this.#cluster.request('PUT', `/${indexes}/_settings`, {
      body: settingsOnceFilled(this.#settings),
    });
    await copiesMade(this.#cluster, indexes, this.#standstill);
  }

  /** @throws EngineError if another process has changed the same indexes meanwhile */
  async #mustBeWhole(fresh: readonly Fresh[], expected: number): Promise<void> {
    const names = fresh.map(({ index }) => index).join(',');
    const now = await this.#layoutsOf(names);
    const isSame = fresh.every(({ index, layout }) => now.get(index) === layout);
    const { hits } = await this.#cluster.search(names, { size: 0, track_total_hits: true });
    const total = hits.total?.value ?? 0;
    if (isSame && total === expected) return;
    const found = isSame ? `has ${total} documents, not ${expected}` : 'was rebuilt by another process';
    throw new EngineError('failed', `the new index of ${this.alias} ${found}; it is tried again`);
  }

  async #newIndex(language: string, settings = this.#settings): Promise<Fresh> {
    const index = `${this.alias}-${language}-${randomBytes(4).toString('hex')}`;
    await this.#cluster.request('PUT', `/${index}`, {
      body: { settings, mappings: mapping },
      // Replicas may be added later; what is written meanwhile reaches them too.
      query: { wait_for_active_shards: 1 },
    });
    const layout = (await this.#layoutsOf(index)).get(index)!;
    return { index, layout, markers: await this.#placesOfMarkers(index) };
  }

  /**
   * A routing value for each shard, found by trying, because only the cluster knows which value leads to which shard.
   */
  async #placesOfMarkers(index: string): Promise<Marker[]> {
    interface Places {
      shards: { shard: number }[][];
    }
    const all = await this.#cluster.request<Places>('GET', `/${index}/_search_shards`);
    const byShard = new Map<number, string>();
    for (let i = 0; byShard.size < all.shards.length; i += 1) {
      const { shards } = await this.#cluster.request<Places>('GET', `/${index}/_search_shards`, {
        query: { routing: `m${i}` },
      });
      const shard = shards[0]![0]!.shard;
      if (!byShard.has(shard)) byShard.set(shard, `m${i}`);
    }
    return [...byShard].map(([shard, routing]) => ({ index, id: `marker-${shard}`, routing }));
  }

  /** @returns the versions of the reports that are indexed */
  async #fill(
    reports: readonly string[],
    reader: StoreReader,
    indexOf: (language: string) => Promise<string>,
  ): Promise<Set<number>> {
    const maker = new DocumentMaker(this.#lexicon);
    const versions = new Set<number>();
    const running = new Set<Promise<void>>();
    let failure: unknown;
    const free: Lines[] = [];
    let lines = new Lines(mostBytes);
    let documents = 0;
    const send = async () => {
      while (running.size >= atOnce) await Promise.race(running);
      if (failure) throw failure;
      const sent = lines;
      const request = this.#cluster
        .bulk(sent.bytes())
        .catch((error) => {
          failure ??= error;
        })
        .finally(() => {
          running.delete(request);
          sent.clear();
          free.push(sent);
        });
      running.add(request);
      lines = free.pop() ?? new Lines(mostBytes);
      documents = 0;
    };
    try {
      for (const id of reports) {
        const report = reader.report(id);
        // Also one that is gone.
        if (report?.unreadable !== false) continue;
        const { language } = report;
        const _index = await indexOf(/^[a-z]{2,8}$/.test(language) ? language : 'other');
        for (const { row, version, json } of maker.ofReport(id, reader)) {
          versions.add(version);
          lines.add(JSON.stringify({ index: { _index, _id: `p${row}`, routing: id } }));
          lines.add(json);
          documents += 1;
          if (documents === this.#batch || lines.length > mostBytes) await send();
        }
      }
      if (lines.length > 0) await send();
    } finally {
      await Promise.all(running);
    }
    if (failure) throw failure;
    return versions;
  }

  /** Versions of these reports that the index has and the newest commit does not. */
  async #superseded(reports: readonly string[], current: ReadonlySet<number>): Promise<number[]> {
    await this.#cluster.refresh(this.alias);
    const found: number[] = [];
    for (const some of slices(reports, mostNamed)) {
      const { aggregations } = await this.#cluster.search(this.alias, {
        size: 0,
        query: { terms: { report: some } },
        aggs: { versions: { terms: { field: 'version', size: 60_000 } } },
      });
      const { buckets } = aggregations!.versions as { buckets: { key: number }[] };
      found.push(...buckets.map(({ key }) => key).filter((version) => !current.has(version)));
    }
    return found;
  }

  /** Writes every marker, unless another process has written a newer one. */
  async #mark(
    markers: readonly Marker[],
    layouts: ReadonlyMap<string, string>,
    said: Pick<MarkerDocument, 'commits' | 'drop'>,
    version: number,
  ): Promise<void> {
    const lines = markers.flatMap(({ index, id, routing }) => [
      { index: { _index: index, _id: id, routing, version, version_type: 'external_gte' } },
      { marker: true, ...said, rules: this.rules, layout: layouts.get(index)! } satisfies MarkerDocument,
    ]);
    await this.#cluster.bulk(lines);
  }

  async #layouts(state: ClusterState, fresh: readonly Fresh[]): Promise<Map<string, string>> {
    const known = await this.#layoutsOf([...state.indexes.values()].join(','));
    for (const { index, layout } of fresh) known.set(index, layout);
    return known;
  }

  async #layoutsOf(indexes: string): Promise<Map<string, string>> {
    const described = await this.#cluster.request<Record<string, Parameters<typeof layoutOf>[0]>>(
      'GET',
      `/${indexes}`,
    );
    return new Map(Object.entries(described).map(([index, one]) => [index, layoutOf(one)]));
  }

  /** All documents that match a query, by row. */
  async *#pages(query: object, fields: readonly string[]): AsyncIterable<SearchResult['hits']['hits']> {
    for (let after: unknown[] | undefined; ; ) {
      const { hits } = await this.#cluster.search<Record<string, unknown[]>>(this.alias, {
        size: 5000,
        query,
        docvalue_fields: fields,
        sort: [{ row: 'asc' }],
        track_total_hits: false,
        ...(after ? { search_after: after } : {}),
      });
      after = hits.hits.at(-1)?.sort;
      if (!after) return;
      yield hits.hits;
    }
  }

  async #nameAlso(indexes: readonly string[]): Promise<void> {
    await this.#cluster.request('POST', '/_aliases', {
      body: { actions: indexes.map((index) => ({ add: { index, alias: this.alias } })) },
    });
  }

  async #behindAlias(): Promise<string[]> {
    return Object.keys((await this.#cluster.find<object>('GET', `/${this.alias}`)) ?? {});
  }

  async #ownIndexes(): Promise<string[]> {
    return Object.keys((await this.#cluster.find<object>('GET', `/${this.alias}-*`)) ?? {});
  }

  async #remove(indexes: readonly string[]): Promise<void> {
    for (const index of indexes) {
      await this.#cluster.find('DELETE', `/${index}`, { query: { ignore_unavailable: true } });
    }
  }
}

const pointOf = ({ epoch, commit }: CommitPoint): CommitPoint => ({ epoch, commit });
