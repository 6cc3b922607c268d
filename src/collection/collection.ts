/**
 * The collection: one data folder with its store and indexes, the view that use cases read, and the operations that
 * change it. A change is committed to the store first; the indexes follow.
 */
import type { Logger } from 'pino';
import type { WordLists } from '../compare/index.ts';
import { SegmentFileError } from '../phrases/index.ts';
import type { CatalogueSeries, Paragraph, Report } from '../report/index.ts';
import { counted, reportId } from '../report/index.ts';
import { type EngineHealth, type SearchEngine, TooMany } from '../search/index.ts';
import { type BackedUp, isDamage, type Problem, type Store, storeError } from '../store/index.ts';
import { Stopped, TooMuchWork, WorkBudget } from './budget.ts';
import { CollectionError, renamedReport, tooMuchWork, unknownReport } from './errors.ts';
import { IndexFollower } from './follower.ts';
import { type DocumentSystem, Intake } from './intake.ts';
import type { HeldIndexes } from './lazy-indexes.ts';
import { acceptLoss, lostCommits } from './lost-commits.ts';
import { caseNamed } from './names-of-cases.ts';
import { type OriginalFile, originalFile } from './originals.ts';
import { withoutRow } from './page.ts';
import { DamageFound } from './pool/failure.ts';
import { lightAnswer } from './pool/light.ts';
import { LightQueue } from './pool/light-queue.ts';
import type { AnswerPool, PoolState, Question } from './pool/pool.ts';
import { translated } from './translate.ts';
import { verifyIndexes } from './verify.ts';
import type { View } from './view.ts';
import { type Written, written } from './written.ts';

export interface OpenOptions {
  log?: Logger;
  /** Keep up with changes that other processes commit. */
  follow?: boolean;
  /** The folder must already hold a collection; none is created. */
  existing?: boolean;
  /** Compute long answers in threads, for a server with other clients waiting. */
  pool?: boolean;
}

export interface State {
  ready: boolean;
  /** Epoch of the answers; `store_epoch` is the newest committed one. */
  epoch: number;
  store_epoch: number;
  reports: number;
  paragraphs: number;
  words: number;
  /** Without the search engine, ranking is simpler, but the collection is still ready. */
  engine: { name: string } & EngineHealth;
}

export interface Parts {
  store: Store;
  indexes: HeldIndexes;
  engine: SearchEngine;
  lexicon: ReadonlyMap<string, number>;
  catalogue: readonly CatalogueSeries[];
  lists: WordLists;
  documents: DocumentSystem;
  /** How scanned pages are read. */
  ocr: 'off' | 'tesseract';
  pool: AnswerPool | null;
  /** The index is in a cluster, which is also the `engine`. */
  isCluster: boolean;
  /** Maximum work for one answer. */
  seconds: number;
}

export class Collection {
  /** Stays the same as long as the data folder does. */
  readonly id: string;
  /** How reports are added. */
  readonly intake: Intake;
  readonly #parts: Parts;
  readonly #follower: IndexFollower;
  readonly #light: LightQueue | null;

  constructor(parts: Parts, { log, follow = false }: OpenOptions) {
    this.#parts = parts;
    this.id = parts.store.storeId;
    this.#light =
      parts.pool && new LightQueue(parts.pool, (question) => this.use((view) => lightAnswer(view, question)));
    this.#follower = new IndexFollower(parts, log, follow, () => this.#offer());
    this.intake = new Intake(parts, () => this.#follower.now());
  }

  /** Answers a question from one epoch, which stays readable until the answer is ready. */
  async use<T>(question: (view: View) => T | Promise<T>): Promise<T> {
    const { store, indexes } = this.#parts;
    try {
      return await this.#answer(question);
    } catch (error) {
      // An index file that turns out to be damaged is rebuilt.
      if (error instanceof SegmentFileError && (await indexes.distrust(error))) {
        await this.#follower.now();
        return await this.use(question);
      }
      // A report that cannot be read is set aside; the others answer.
      if (isDamage(error) && indexes.setAsideDamaged()) {
        await this.#follower.now();
        return await this.use(question);
      }
      throw translated(storeError(error, store.file));
    }
  }

  /**
   * A use case's answer as bytes. A heavy one is computed in the pool, if there is one.
   * @param request its `signal`, which is costly to make and only asked for by a long answer, is aborted when nobody is
   * waiting any more
   * @throws CollectionError, also `too_much_work` and `busy`
   */
  async answer(question: Question, request?: { readonly signal: AbortSignal }): Promise<Written> {
    const { pool } = this.#parts;
    const useCase = caseNamed(question.name);
    const answerFrom = (view: View) => written(view, useCase, question.params, question.form);
    if (this.#parts.isCluster) return await this.#fromCluster(question, answerFrom, request?.signal);
    if (!pool || !this.#light) return await this.use(answerFrom);
    return (await this.#light.answer(question)) ?? (await this.#heavy(pool, question, request?.signal));
  }

  /** Tries again if the cluster, or another process using it, has just moved to a newer commit. */
  async #fromCluster(
    { name }: Question,
    answer: (view: View) => Promise<Written>,
    signal: AbortSignal | undefined,
  ): Promise<Written> {
    const { seconds } = this.#parts;
    const limits = { seconds, isStopped: () => signal?.aborted === true };
    const limited = (view: View) => answer({ ...view, budget: new WorkBudget(limits) });
    try {
      try {
        return await this.use(limited);
      } catch (error) {
        if (!(error instanceof CollectionError) || error.code !== 'behind') throw error;
        await this.#follower.now();
        return await this.use(limited);
      }
    } catch (error) {
      const { narrowing = 'ask for less at a time' } = caseNamed(name);
      if (error instanceof TooMany) throw tooMuchWork(`this answer is made of ${error.message}`, narrowing);
      if (error instanceof TooMuchWork)
        throw tooMuchWork(
          `this answer takes more than ${seconds} s of work (SIYAGHA_ANSWER_SECONDS)`,
          narrowing,
        );
      if (error instanceof Stopped)
        throw new CollectionError('stopped', 503, 'nobody was waiting for the answer any more');
      throw error;
    }
  }

  async #heavy(pool: AnswerPool, question: Question, signal: AbortSignal | undefined): Promise<Written> {
    await this.#offer();
    try {
      return await pool.ask(question, signal);
    } catch (error) {
      if (!(error instanceof DamageFound)) throw error;
      // As in `use`; threads only read.
      const { indexes } = this.#parts;
      const isMended = error.file ? await indexes.distrust(error.file) : indexes.setAsideDamaged();
      if (!isMended) throw error.told;
      await this.#follower.now();
      return await this.#heavy(pool, question, signal);
    }
  }

  /** What the pool is doing; null without a pool. */
  get pool(): PoolState | null {
    return this.#parts.pool?.state ?? null;
  }

  /** Passes the newest set to the pool. */
  async #offer(): Promise<void> {
    const { pool, indexes } = this.#parts;
    pool?.offer(await indexes.current());
  }

  async #answer<T>(question: (view: View) => T | Promise<T>): Promise<T> {
    const { indexes, lexicon, catalogue, lists, engine } = this.#parts;
    const snapshot = await indexes.current();
    const release = snapshot.hold();
    try {
      const { epoch, reader, table, narrowing } = snapshot;
      const byProfile: View['byProfile'] = (profile) => snapshot.byProfile(profile);
      return await question({
        epoch,
        reader,
        table,
        byProfile,
        lexicon,
        catalogue,
        lists,
        engine,
        narrowing,
      });
    } finally {
      release();
    }
  }

  async state(): Promise<State> {
    const { epoch, table } = await this.#parts.indexes.current();
    const { reports } = table;
    const { engine } = this.#parts;
    return {
      ready: true,
      engine: { name: engine.name, ...(await engine.health()) },
      epoch,
      store_epoch: this.#parts.store.epoch(),
      reports: reports.length,
      paragraphs: reports.reduce((sum, report) => sum + report.paragraphs, 0),
      words: reports.reduce((sum, report) => sum + report.words, 0),
    };
  }

  /** @throws CollectionError `unknown_report`. */
  async remove(id: string): Promise<{ removed: string }> {
    const { store } = this.#parts;
    const reader = store.snapshot();
    const found = reader.currentId(id) ?? reader.currentId(reportId(id));
    reader.close();
    if (found === null) throw unknownReport(id);
    // A former id is not enough to remove a report.
    if (found !== id && found !== reportId(id)) throw renamedReport(id, found);
    if (!store.remove(found)) throw unknownReport(id);
    await this.#follower.now();
    return { removed: found };
  }

  /** Rebuilds everything derived from the stored paragraphs. */
  async reindex(): Promise<{ reports: number; took_ms: number }> {
    const began = performance.now();
    const { engine, indexes, store } = this.#parts;
    const [damaged, ...more] = store.damaged();
    if (damaged) {
      const others = more.length > 0 ? ` (and ${counted(more.length, 'more report')})` : '';
      throw new CollectionError(
        'damaged',
        503,
        `nothing was rebuilt, because stored text is damaged: ${damaged.message}${others}`,
      );
    }
    store.rebuildDerived();
    // With a cluster, the engine's index is the index.
    if (this.#parts.isCluster) await engine.rebuild(store).then(() => indexes.rebuild());
    else await Promise.all([indexes.rebuild(), engine.rebuild(store)]);
    acceptLoss(store);
    return {
      reports: (await indexes.current()).table.reports.length,
      took_ms: Math.round(performance.now() - began),
    };
  }

  /** Checks the store and every index against the text. */
  async verify(): Promise<{
    checked: { reports: number; paragraphs: number; words: number };
    problems: Problem[];
  }> {
    const problems = [
      ...this.#parts.store.verify(),
      ...(await this.#parts.indexes.damages()),
      ...(this.#parts.isCluster ? [] : await this.use(verifyIndexes)),
      // Only after the indexes were opened, which detects it.
      ...lostCommits(this.#parts.store),
      ...(await this.#parts.engine.verify(this.#parts.store)),
    ];
    const { reports, paragraphs, words } = await this.state();
    return { checked: { reports, paragraphs, words }, problems };
  }

  /** The file that a report was read from. @throws CollectionError `unknown_report`, `no_original` */
  original(id: string): Promise<OriginalFile> {
    return originalFile(this.#parts.store, id);
  }

  /** A complete copy of the present state in one file, even while others read and write. */
  backup(target: string): BackedUp {
    try {
      return this.#parts.store.backup(target);
    } catch (error) {
      throw translated(error);
    }
  }

  /** Every report with its paragraphs, dated ones first. */
  *everything(): Iterable<{ report: Report; paragraphs: Paragraph[] }> {
    const reader = this.#parts.store.snapshot();
    try {
      for (const report of reader.reports()) {
        yield { report, paragraphs: reader.paragraphs(report.id).map(withoutRow) };
      }
    } finally {
      reader.close();
    }
  }

  async close(): Promise<void> {
    await this.intake.close();
    await this.#follower.close();
    await this.#parts.pool?.close();
    await this.#parts.indexes.close();
    await this.#parts.engine.close();
    this.#parts.store.close();
  }
}
