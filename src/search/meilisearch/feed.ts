/** Bringing an index in step with the store: by its changes, or made anew beside the old one and swapped in. */
import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
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

/** Documents sent at once. */
const BATCH = 2000;

/** Reports replaced at once. */
const MAX_REPORTS = 500;

/** Tasks given to the server and not waited for yet: a few, so that it can take them together. */
const MAX_PENDING = 8;

class Tasks {
  readonly #pending: Task[] = [];

  async take(task: Promise<Task>): Promise<void> {
    this.#pending.push(await task);
    if (this.#pending.length > MAX_PENDING) await this.#pending.shift()?.done();
  }

  async done(): Promise<void> {
    for (let task = this.#pending.shift(); task; task = this.#pending.shift()) await task.done();
  }
}

export class Feed {
  readonly #server: Server;
  readonly #settings: Settings;
  readonly #lexicon: FullLexicon | undefined;
  readonly #version: string;

  constructor(server: Server, settings: Settings, lexicon?: FullLexicon) {
    this.#server = server;
    this.#settings = settings;
    this.#lexicon = lexicon;
    const making = JSON.stringify([DOCUMENTS_VERSION, settings, lexiconFingerprint(lexicon)]);
    this.#version = createHash('sha256').update(making).digest('hex').slice(0, 16);
  }

  /** The commit that the index is at; null when it must be made anew. */
  async at(index: string): Promise<CommitPoint | null> {
    const state = await this.#server.state(index);
    return state?.version === this.#version ? { epoch: state.epoch, commit: state.commit } : null;
  }

  /**
   * @param notice told in one line why the index is made anew although there is one.
   * @returns the commit that the index is at afterwards.
   */
  async follow(index: string, store: Store, notice?: (message: string) => void): Promise<CommitPoint> {
    const reader = store.snapshot();
    try {
      const point = await this.at(index);
      if (point === null) await this.#make(index, reader);
      else if (reader.commitAt(point.epoch) !== point.commit) {
        // The store was put back from a copy, and its changes since tell nothing.
        notice?.(`${index} was made from another copy of the store; rebuilt from the store`);
        await this.#make(index, reader);
      } else if (point.epoch < reader.epoch) await this.#catchUp(index, point.epoch, store, reader);
      return pointOf(reader);
    } finally {
      reader.close();
    }
  }

  async rebuild(index: string, store: Store): Promise<CommitPoint> {
    const reader = store.snapshot();
    try {
      await this.#make(index, reader);
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
      ...(wrong > 0 ? [say(`${wrong} documents of ${index} are not as the store has them`)] : []),
      ...(expected.size > 0 ? [say(`${expected.size} paragraphs are missing in ${index}`)] : []),
    ];
  }

  /** In order of the changes, noting after each batch how far it came, so that a stop loses one batch at most. */
  async #catchUp(index: string, from: number, store: Store, reader: StoreReader): Promise<void> {
    const changes = store.changesSince(from).filter(({ epoch }) => epoch <= reader.epoch);
    let reports: string[] = [];
    let documents: IndexDocument[] = [];
    for (const { report, epoch } of changes) {
      reports.push(report);
      const counts = reader.report(report)?.unreadable === false;
      for (const paragraph of counts ? reader.paragraphs(report) : [])
        documents.push(paragraphDocument(paragraph, this.#lexicon));
      if (documents.length < BATCH && reports.length < MAX_REPORTS) continue;
      // Kept, because that of the older commit from which this set out is.
      await this.#replace(index, reports, documents, { epoch, commit: reader.commitAt(epoch)! });
      reports = [];
      documents = [];
    }
    await this.#replace(index, reports, documents, pointOf(reader));
  }

  /** The commit is noted when all before it has succeeded, never together with it. */
  async #replace(
    index: string,
    reports: readonly string[],
    documents: readonly IndexDocument[],
    point: CommitPoint,
  ): Promise<void> {
    const tasks = new Tasks();
    if (reports.length > 0) await tasks.take(this.#server.remove(index, ofReports(reports)));
    for (let at = 0; at < documents.length; at += BATCH) {
      await tasks.take(this.#server.add(index, documents.slice(at, at + BATCH)));
    }
    await tasks.done();
    await tasks.take(this.#server.add(index, [this.#state(point)]));
    await tasks.done();
  }

  async #make(index: string, reader: StoreReader): Promise<void> {
    const fresh = `${index}-new`;
    const tasks = new Tasks();
    if (await this.#server.hasIndex(fresh)) await tasks.take(this.#server.deleteIndex(fresh));
    await tasks.take(this.#server.createIndex(fresh));
    await tasks.take(this.#server.configure(fresh, this.#settings));
    if (!(await this.#server.hasIndex(index))) await tasks.take(this.#server.createIndex(index));
    let documents: IndexDocument[] = [];
    for (const paragraph of reader.scan()) {
      documents.push(paragraphDocument(paragraph, this.#lexicon));
      if (documents.length < BATCH) continue;
      await tasks.take(this.#server.add(fresh, documents));
      documents = [];
    }
    await tasks.take(this.#server.add(fresh, [...documents, this.#state(pointOf(reader))]));
    // Only a whole index is swapped in.
    await tasks.done();
    // A swap is of no one index, so a key for some indexes alone may not ask how it went. What comes behind it tells.
    await this.#server.swap(index, fresh);
    await tasks.take(this.#server.deleteIndex(fresh));
    await tasks.done();
    if ((await this.at(index))?.commit !== reader.commit) {
      throw new EngineError('failed', `Meilisearch did not swap the new index of ${index} in; try again`);
    }
  }

  #state(point: CommitPoint): StateDocument {
    return { id: STATE_ID, ...point, version: this.#version };
  }
}

const pointOf = ({ epoch, commit }: CommitPoint): CommitPoint => ({ epoch, commit });

function isParagraph(document: IndexDocument): document is Exclude<IndexDocument, StateDocument> {
  return document.id !== STATE_ID;
}
