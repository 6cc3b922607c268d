/** Brings an index up to date with the store: by its changes, or by building a new one beside it and swapping them. */

import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { counted } from '../../report/index.ts';
import type { CommitPoint, Problem, Snapshot, Store, StoreReader } from '../../store/types.ts';
import { type FullLexicon, lexiconFingerprint } from '../embedded/table.ts';
import { EngineError } from '../engine.ts';
import {
  DOCUMENTS_VERSION,
  type IndexDocument,
  ofReports,
  paragraphDocument,
  STATE_ID,
  type StateDocument,
} from './documents.ts';
import type { Server, Task } from './server.ts';

/** Default number of documents sent at once. */
const BATCH = 2000;

/** Number of reports replaced at once. */
const MAX_REPORTS = 500;

/** Number of batches between two notes about the progress of feeding. */
const NOTE_EVERY = 4;

/** An id after that of any report. */
const LAST = '\u{10ffff}';

/** Number of tasks sent to the server ahead of their completion: a few, so that it can process them together. */
const MAX_PENDING = 8;

class Tasks {
  readonly #pending: { task: Task; mark: string | null }[] = [];
  /** The mark of the newest completed task, with all before it complete too; null if none with a mark is. */
  reached: string | null = null;

  async take(task: Promise<Task>, mark: string | null = null): Promise<void> {
    this.#pending.push({ task: await task, mark });
    if (this.#pending.length > MAX_PENDING) await this.#first();
  }

  async done(): Promise<void> {
    while (this.#pending.length > 0) await this.#first();
  }

  async #first(): Promise<void> {
    const { task, mark } = this.#pending.shift()!;
    await task.done();
    this.reached = mark ?? this.reached;
  }
}

export interface FeedOptions {
  settings: Settings;
  lexicon?: FullLexicon | undefined;
  /** Number of documents sent at once; default 2,000. */
  batch?: number | undefined;
  /** Called with one line that says why an existing index is rebuilt, or where feeding continues. */
  notice?: ((message: string) => void) | undefined;
}

export class Feed {
  readonly #server: Server;
  readonly #settings: Settings;
  readonly #lexicon: FullLexicon | undefined;
  readonly #batch: number;
  readonly #notice: FeedOptions['notice'];
  readonly #version: string;

  constructor(server: Server, { settings, lexicon, batch = BATCH, notice }: FeedOptions) {
    this.#server = server;
    this.#settings = settings;
    this.#lexicon = lexicon;
    this.#batch = batch;
    this.#notice = notice;
    const making = JSON.stringify([DOCUMENTS_VERSION, settings, lexiconFingerprint(lexicon)]);
    this.#version = createHash('sha256').update(making).digest('hex').slice(0, 16);
  }

  /** The commit of the index; null if it must be rebuilt. */
  async at(index: string): Promise<CommitPoint | null> {
    const state = await this.#server.state(index);
    return state?.version === this.#version ? { epoch: state.epoch, commit: state.commit } : null;
  }

  /** @returns the commit of the index afterwards */
  async follow(index: string, store: Store): Promise<CommitPoint> {
    const reader = store.snapshot();
    try {
      const point = await this.at(index);
      if (point === null) await this.#make(index, store, reader);
      else if (reader.commitAt(point.epoch) !== point.commit) {
        // The store was restored from a copy, so its changes since then say nothing.
        this.#notice?.(`${index} was made from another copy of the store; rebuilt from the store`);
        await this.#make(index, store, reader);
      } else if (point.epoch < reader.epoch) await this.#catchUp(index, point.epoch, store, reader);
      return pointOf(reader);
    } finally {
      reader.close();
    }
  }

  /** From the beginning, whatever was fed before. */
  async rebuild(index: string, store: Store): Promise<CommitPoint> {
    const reader = store.snapshot();
    try {
      await this.#forget(index);
      await this.#make(index, store, reader);
      return pointOf(reader);
    } finally {
      reader.close();
    }
  }

  /** Compares every document with the text. */
  async verify(index: string, reader: Snapshot): Promise<Problem[]> {
    const expected = new Map<string, string>();
    for (const paragraph of reader.scan()) {
      const { id, folded, stem, line } = paragraphDocument(paragraph, this.#lexicon);
      expected.set(id, `${folded}\n${stem}\n${line}`);
    }
    let wrong = 0;
    for (let offset = 0, total = 1; offset < total; offset += 1000) {
      const page = await this.#server.documents(index, offset, 1000);
      total = page.total;
      for (const document of page.items) {
        if (!isParagraph(document)) continue;
        const { folded, stem, line } = document;
        if (expected.get(document.id) !== `${folded}\n${stem}\n${line}`) wrong += 1;
        expected.delete(document.id);
      }
    }
    const say = (message: string) => ({ code: 'meilisearch', message: `${message}; run "siyagha reindex"` });
    return [
      ...(wrong > 0 ? [say(`not as in the store: ${counted(wrong, 'document')} of ${index}`)] : []),
      ...(expected.size > 0 ? [say(`${counted(expected.size, 'paragraph')} missing from ${index}`)] : []),
    ];
  }

  /** In the order of the changes, noting progress after each batch, so that a stop loses at most one batch. */
  async #catchUp(index: string, from: number, store: Store, reader: StoreReader): Promise<void> {
    const changes = store.changesSince(from).filter(({ epoch }) => epoch <= reader.epoch);
    let reports: string[] = [];
    let documents: IndexDocument[] = [];
    for (const { report, epoch } of changes) {
      reports.push(report);
      documents.push(...this.#documentsOf(report, reader));
      if (documents.length < this.#batch && reports.length < MAX_REPORTS) continue;
      // Kept: it belongs to the older commit from which this starts.
      await this.#replace(index, reports, documents, { epoch, commit: reader.commitAt(epoch)! });
      reports = [];
      documents = [];
    }
    await this.#replace(index, reports, documents, pointOf(reader));
  }

  /** The commit is noted after everything before it has succeeded, never together with it. */
  async #replace(
    index: string,
    reports: readonly string[],
    documents: readonly IndexDocument[],
    point: CommitPoint,
    through?: string,
  ): Promise<void> {
    const tasks = new Tasks();
    if (reports.length > 0) await tasks.take(this.#server.remove(index, ofReports(reports)));
    for (let at = 0; at < documents.length; at += this.#batch) {
      await tasks.take(this.#server.add(index, documents.slice(at, at + this.#batch)));
    }
    await tasks.done();
    await tasks.take(this.#server.add(index, [this.#state(point, through)]));
    await tasks.done();
  }

  /** None for a report that is gone or could not be read. */
  #documentsOf(report: string, reader: StoreReader): IndexDocument[] {
    if (reader.report(report)?.unreadable !== false) return [];
    return reader.paragraphs(report).map((paragraph) => paragraphDocument(paragraph, this.#lexicon));
  }

  /** Beside the index in use; the complete one replaces it in one step. */
  async #make(index: string, store: Store, reader: StoreReader): Promise<void> {
    const fresh = freshOf(index);
    const begun = await this.#begin(index, reader);
    if (!(await this.#server.hasIndex(index))) await (await this.#server.createIndex(index)).done();
    await this.#fill(fresh, begun, reader);
    // What was fed before a stop may have changed since.
    const changed = store
      .changesSince(begun.epoch)
      .filter(({ epoch }) => epoch <= reader.epoch)
      .map(({ report }) => report);
    for (let at = 0; at < changed.length; at += MAX_REPORTS) {
      const reports = changed.slice(at, at + MAX_REPORTS);
      const documents = reports.flatMap((report) => this.#documentsOf(report, reader));
      await this.#replace(fresh, reports, documents, begun, LAST);
    }
    await (await this.#server.add(fresh, [this.#state(pointOf(reader))])).done();
    await this.#mustBeWhole(index, reader);
    // A swap does not belong to a single index, so a key for certain indexes may not ask about it. The next task shows
    // its result.
    await this.#server.swap(index, fresh);
    await (await this.#server.deleteIndex(fresh)).done();
    if ((await this.at(index))?.commit !== reader.commit) {
      throw new EngineError('failed', `Meilisearch did not swap the new index of ${index} in; try again`);
    }
  }

  /** Where to start: after what was fed before a stop of either side, or at the first report. */
  async #begin(index: string, reader: StoreReader): Promise<Begun> {
    const fresh = freshOf(index);
    const state = await this.#server.state(fresh);
    const { through, epoch, commit, version } = state ?? {};
    if (through !== undefined && version === this.#version && reader.commitAt(epoch!) === commit) {
      this.#notice?.(`${index}: what was fed before is kept; it goes on after ${through}`);
      return { epoch: epoch!, commit: commit!, through };
    }
    await this.#forget(index);
    await (await this.#server.createIndex(fresh)).done();
    await (await this.#server.configure(fresh, this.#settings)).done();
    return { ...pointOf(reader), through: '' };
  }

  async #forget(index: string): Promise<void> {
    const fresh = freshOf(index);
    if (await this.#server.hasIndex(fresh)) await (await this.#server.deleteIndex(fresh)).done();
  }

  /** Reports in the order of their ids, noting now and then up to which one everything is done. */
  async #fill(fresh: string, { through, ...point }: Begun, reader: StoreReader): Promise<void> {
    const tasks = new Tasks();
    let documents: IndexDocument[] = [];
    let noted: string | null = null;
    let sinceNote = 0;
    const reports = reader.countedReports().map(({ id }) => id);
    for (const report of reports.filter((id) => id > through).sort(byCodeUnits)) {
      for (const document of this.#documentsOf(report, reader)) {
        documents.push(document);
        if (documents.length < this.#batch) continue;
        await tasks.take(this.#server.add(fresh, documents));
        documents = [];
      }
      if (documents.length < this.#batch / 2) continue;
      await tasks.take(this.#server.add(fresh, documents), report);
      documents = [];
      sinceNote += 1;
      if (sinceNote < NOTE_EVERY || tasks.reached === noted) continue;
      noted = tasks.reached;
      sinceNote = 0;
      await tasks.take(this.#server.add(fresh, [this.#state(point, noted!)]));
    }
    if (documents.length > 0) await tasks.take(this.#server.add(fresh, documents));
    await tasks.done();
  }

  /** @throws EngineError if another process has changed the same index meanwhile */
  async #mustBeWhole(index: string, reader: StoreReader): Promise<void> {
    const fresh = freshOf(index);
    const expected = reader.countedReports().reduce((sum, { paragraphs }) => sum + paragraphs, 1);
    const { total } = await this.#server.documents(fresh, 0, 1);
    if (total === expected) return;
    await this.#forget(index);
    const found = `the new index of ${index} has ${total} documents, not ${expected}`;
    throw new EngineError('failed', `${found}; it will be rebuilt`);
  }

  #state(point: CommitPoint, through?: string): StateDocument {
    return {
      id: STATE_ID,
      ...pointOf(point),
      version: this.#version,
      ...(through === undefined ? {} : { through }),
    };
  }
}

/** A commit, and up to which report, in the order of ids, its reports are in the index. */
interface Begun extends CommitPoint {
  through: string;
}

/** Name of an index that is being built to replace another. */
const freshOf = (index: string) => `${index}-new`;

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pointOf = ({ epoch, commit }: CommitPoint): CommitPoint => ({ epoch, commit });

function isParagraph(document: IndexDocument): document is Exclude<IndexDocument, StateDocument> {
  return document.id !== STATE_ID;
}
