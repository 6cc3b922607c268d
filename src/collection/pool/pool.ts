/**
 * Long answers, computed in a limited number of threads: further questions wait, and equal questions are computed once.
 * The main thread only passes bytes on.
 */
import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { PhraseSnapshot, SharedSet } from '../../phrases/index.ts';
import type { Settings } from '../../settings/index.ts';
import { Busy, CollectionError, tooMuchWork } from '../errors.ts';
import { type CaseName, caseNamed } from '../names-of-cases.ts';
import type { Form, Written } from '../written.ts';
import { errorOf } from './failure.ts';
import type { Failure } from './messages.ts';
import { startThread } from './start.ts';
import { AnswerThread, type Ending } from './thread.ts';

/** Maximum number of questions waiting for a thread. */
export const mostWaiting = 64;

/** Minimum number of seconds for a question, including its wait: the first one waits for its thread to start. */
const leastPatience = 10;

/** With fewer seconds left it is not worth starting. */
const leastWork = 0.5;

/** If a question had this share of its seconds for itself, running out of time is its own fault. */
const fairShare = 0.9;

/** Maximum number of threads if the settings leave it to the machine: more would take memory that few machines have. */
const mostThreads = 4;

export interface Question {
  name: CaseName;
  params: Record<string, unknown>;
  form: Form;
}

export interface PoolOptions {
  start?: typeof startThread;
  /** Maximum time for a question, including its wait for a thread, in seconds. */
  longest?: number;
}

/** What the pool is doing, and what it has done since the start. */
export interface PoolState {
  threads: number;
  busy: number;
  waiting: number;
  answered: number;
  /** Shared with another client that asked the same. */
  shared: number;
  /** Stopped by the budget. */
  too_much: number;
  /** Stopped because nobody was waiting any more. */
  stopped: number;
  /** Refused because too many were waiting, or because it waited too long. */
  refused: number;
  /** Threads that ended unexpectedly. */
  died: number;
}

interface Waiter {
  resolve(written: Written): void;
  reject(error: Error): void;
}

interface Job {
  key: string;
  question: Question;
  waiters: Set<Waiter>;
  /** Time of the first request, in milliseconds. */
  since: number;
  /** While it waits for a thread. */
  patience: NodeJS.Timeout | null;
  thread: AnswerThread | null;
}

export class AnswerPool {
  readonly #settings: Settings;
  readonly #log: Logger | undefined;
  readonly #most: number;
  readonly #startOne: typeof startThread;
  readonly #longest: number;
  readonly #threads = new Set<AnswerThread>();
  readonly #jobs = new Map<string, Job>();
  #queue: Job[] = [];
  #snapshot: PhraseSnapshot | null = null;
  #set: SharedSet | null = null;
  /** Releases the snapshot; its files are kept as long as a thread may open them. */
  #release: () => void = () => {};
  #lastId = 0;
  #closed = false;
  readonly #done = { answered: 0, shared: 0, too_much: 0, stopped: 0, refused: 0, died: 0 };

  constructor(settings: Settings, log?: Logger, options: PoolOptions = {}) {
    this.#settings = settings;
    this.#log = log;
    this.#startOne = options.start ?? startThread;
    this.#longest = options.longest ?? Math.max(leastPatience, settings.SIYAGHA_ANSWER_SECONDS);
    const ofMachine = Math.min(mostThreads, Math.max(1, availableParallelism() - 1));
    this.#most = settings.SIYAGHA_ANSWER_THREADS || ofMachine;
  }

  get state(): PoolState {
    const busy = [...this.#threads].filter((thread) => thread.isBusy).length;
    return { threads: this.#threads.size, busy, waiting: this.#queue.length, ...this.#done };
  }

  /** Answers use this set from now on. Existing threads get it at once, so that none keeps an old set. */
  offer(snapshot: PhraseSnapshot): void {
    if (snapshot === this.#snapshot) return;
    this.#release();
    this.#release = snapshot.hold();
    this.#snapshot = snapshot;
    this.#set = snapshot.describe();
    for (const thread of this.#threads) thread.take(this.#set);
  }

  /** A set of the newest commit is being made, for which every thread needs its own snapshot. */
  lookAhead(): void {
    for (const thread of this.#threads) thread.lookAhead();
  }

  /**
   * `signal`: aborted when nobody is waiting any more. Equal questions about one state share an answer while it is
   * computed.
   * @throws CollectionError of the use case, `too_much_work`, `busy`, `stopped`
   */
  ask(question: Question, signal?: AbortSignal): Promise<Written> {
    const { name, params, form } = question;
    const key = JSON.stringify([this.#set?.commit, name, form, params]);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(stopped());
        return;
      }
      const known = this.#jobs.get(key);
      if (!known && this.#queue.length >= mostWaiting) {
        this.#done.refused += 1;
        reject(this.#busy());
        return;
      }
      const job = known ?? this.#enqueue(key, question);
      if (known) this.#done.shared += 1;
      const waiter: Waiter = { resolve, reject };
      job.waiters.add(waiter);
      signal?.addEventListener('abort', () => this.#leave(job, waiter), { once: true });
      this.#pump();
    });
  }

  /**
   * Gives light questions to a free thread; null if there is none. A question that it does not answer, or not about the
   * newest set, gets null: the main thread answers it.
   */
  lend(questions: readonly Question[]): Promise<(Written | null)[]> | null {
    if (this.#queue.length > 0) return null;
    const thread = [...this.#threads].find(({ isFree }) => isFree);
    return thread ? this.#lendTo(thread, questions) : null;
  }

  /** Starts a thread, unless there is one. */
  prepare(): void {
    if (this.#threads.size === 0) this.#start();
  }

  async #lendTo(thread: AnswerThread, questions: readonly Question[]): Promise<(Written | null)[]> {
    this.#lastId += 1;
    const commit = this.#set?.commit;
    const answers = await thread.lend({ id: this.#lastId, questions });
    const current = answers.map((written) => (written?.commit === commit ? written : null));
    this.#done.answered += current.filter((written) => written !== null).length;
    this.#pump();
    return current;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#queue.splice(0)) this.#fail(job, stopped());
    await Promise.all([...this.#threads].map((thread) => thread.close()));
    this.#release();
  }

  #enqueue(key: string, question: Question): Job {
    const since = performance.now();
    const job: Job = { key, question, since, waiters: new Set(), thread: null, patience: null };
    job.patience = setTimeout(
      () => {
        this.#queue = this.#queue.filter((other) => other !== job);
        this.#done.refused += 1;
        this.#fail(job, this.#busy());
      },
      Math.max(leastWork, this.#longest - leastWork) * 1000,
    );
    job.patience.unref();
    this.#jobs.set(key, job);
    this.#queue.push(job);
    return job;
  }

  /** Gives waiting questions to free threads, and starts more threads if there is work for them. */
  #pump(): void {
    for (const thread of this.#threads) {
      if (this.#queue.length === 0) return;
      if (thread.isFree) void this.#run(this.#queue.shift()!, thread);
    }
    const starting = [...this.#threads].filter((thread) => !thread.isReady).length;
    for (let more = this.#queue.length - starting; more > 0 && this.#threads.size < this.#most; more -= 1)
      this.#start();
  }

  #start(): void {
    if (this.#closed) return;
    const listener = {
      ready: () => this.#pump(),
      gone: (error?: Error) => this.#gone(thread, error),
    };
    const thread: AnswerThread = new AnswerThread(this.#settings, listener, this.#startOne);
    this.#threads.add(thread);
    if (this.#set) thread.take(this.#set);
  }

  /** A thread that cannot even start makes one question fail, so that nobody waits forever. */
  #gone(thread: AnswerThread, error: Error | undefined): void {
    this.#threads.delete(thread);
    if (this.#closed) return;
    if (error) this.#log?.error({ err: error }, 'a thread that answers ended');
    if (!thread.isReady) {
      const job = this.#queue.shift();
      if (job) this.#fail(job, error ?? new Error('an answering thread could not be started'));
    }
    this.#pump();
  }

  async #run(job: Job, thread: AnswerThread): Promise<void> {
    clearTimeout(job.patience ?? undefined);
    job.thread = thread;
    this.#lastId += 1;
    const whole = this.#settings.SIYAGHA_ANSWER_SECONDS;
    const left = this.#longest - (performance.now() - job.since) / 1000;
    const seconds = Math.min(whole, Math.max(leastWork, left));
    const ending = await thread.ask({ id: this.#lastId, seconds, ...job.question });
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key);
    this.#settle(job, ending, seconds < fairShare * whole);
    this.#pump();
  }

  #settle(job: Job, ending: Ending, isCutShort: boolean): void {
    if (job.waiters.size === 0) {
      this.#done.stopped += 1;
      return;
    }
    if ('written' in ending) {
      this.#done.answered += 1;
      for (const { resolve } of job.waiters) resolve(ending.written);
      return;
    }
    const isTooMuch = 'ended' in ending ? ending.ended !== 'died' : ending.failure.kind === 'too_much';
    const memory = 'ended' in ending && ending.ended === 'memory';
    if (isTooMuch && isCutShort && !memory) {
      // With all its seconds it might have been answered, so this is not the question's fault.
      this.#done.refused += 1;
      this.#fail(job, this.#busy('too much of its time went by while this question waited for its turn'));
    } else if (isTooMuch) {
      this.#done.too_much += 1;
      this.#fail(job, this.#tooMuch(job.question, memory));
    } else if ('ended' in ending) {
      this.#done.died += 1;
      this.#fail(job, this.#closed ? stopped() : died());
    } else if (isTold(ending.failure)) {
      this.#done.answered += 1;
      this.#fail(job, errorOf(ending.failure));
    } else this.#fail(job, stopped());
  }

  #fail(job: Job, error: Error): void {
    clearTimeout(job.patience ?? undefined);
    if (this.#jobs.get(job.key) === job) this.#jobs.delete(job.key);
    for (const { reject } of job.waiters) reject(error);
  }

  /** Anyone who asks the same from now on starts a new answer: this one is being stopped. */
  #leave(job: Job, waiter: Waiter): void {
    if (!job.waiters.delete(waiter)) return;
    waiter.reject(stopped());
    if (job.waiters.size > 0 || this.#jobs.get(job.key) !== job) return;
    this.#jobs.delete(job.key);
    clearTimeout(job.patience ?? undefined);
    if (job.thread) job.thread.stop();
    else {
      this.#queue = this.#queue.filter((other) => other !== job);
      this.#done.stopped += 1;
    }
  }

  #busy(what = `${this.#queue.length} questions that take long wait for their turn`): Busy {
    return new Busy(Math.ceil(this.#settings.SIYAGHA_ANSWER_SECONDS), what);
  }

  #tooMuch({ name }: Question, memory: boolean): CollectionError {
    const { narrowing = 'ask for less at a time' } = caseNamed(name);
    const seconds = this.#settings.SIYAGHA_ANSWER_SECONDS;
    const what = memory
      ? 'this answer needs more memory than the limit allows'
      : `this answer takes more than ${seconds} s of work (SIYAGHA_ANSWER_SECONDS)`;
    return tooMuchWork(what, narrowing);
  }
}

/** The error for the clients, as found by the thread. */
const isTold = (failure: Failure): failure is Exclude<Failure, { kind: 'too_much' | 'stopped' }> =>
  failure.kind !== 'too_much' && failure.kind !== 'stopped';

const stopped = (): CollectionError =>
  new CollectionError('stopped', 503, 'nobody was waiting for the answer any more');

const died = (): CollectionError =>
  new CollectionError(
    'answer_lost',
    503,
    'the thread that worked on this answer ended unexpectedly: ask again; the log of the server has the details',
  );
