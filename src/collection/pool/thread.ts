/** A pool thread, seen from the main thread. */
import type { Worker } from 'node:worker_threads';
import type { SharedSet } from '../../phrases/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { Written } from '../written.ts';
import {
  type Asked,
  type Failure,
  type FromThread,
  flags,
  type Lent,
  type ThreadData,
  type ToThread,
} from './messages.ts';

/** How long a thread may take to stop when nobody is waiting, in milliseconds; then it is terminated. */
const patience = 1000;

/** How a question ended: with an answer, with an error, or because its thread ended. */
export type Ending = { written: Written } | { failure: Failure } | Ended;
interface Ended {
  ended: 'late' | 'memory' | 'died';
}
/** Also that of a loan. */
type Outcome = Ending | { answers: (Written | null)[] };

/** How long a thread may take for a few light questions, in milliseconds; then it is terminated. */
const patienceForLight = 10_000;

export interface ThreadListener {
  /** The thread is ready for its first question. */
  ready(): void;
  /** The thread has ended. `error`: unless this side ended it. */
  gone(error?: Error): void;
}

interface Running {
  id: number;
  timer: NodeJS.Timeout;
  end(outcome: Outcome): void;
}

export class AnswerThread {
  readonly #worker: Worker;
  readonly #flags = new Int32Array(new SharedArrayBuffer(4 * flags.count));
  readonly #listener: ThreadListener;
  #running: Running | null = null;
  #isGone = false;
  #isReady = false;
  #error: Error | undefined;

  constructor(settings: Settings, listener: ThreadListener, start: (data: ThreadData) => Worker) {
    this.#listener = listener;
    this.#worker = start({ settings, flags: this.#flags });
    this.#worker.on('message', (message: FromThread) => this.#hear(message));
    this.#worker.on('error', (error) => {
      this.#error = error as Error;
    });
    this.#worker.on('exit', () => {
      const { code } = (this.#error ?? {}) as { code?: unknown };
      this.#gone(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'died');
    });
    // Does not keep the process alive by itself.
    this.#worker.unref();
  }

  /** It has held a set and is ready for questions. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** It is not working on a question. */
  get isFree(): boolean {
    return this.#isReady && this.#running === null && !this.#isGone;
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  take(set: SharedSet): void {
    this.#tell({ type: 'set', set });
  }

  lookAhead(): void {
    // Through the flag if it is busy, through the message if it is waiting.
    Atomics.add(this.#flags, flags.ahead, 1);
    this.#tell({ type: 'ahead' });
  }

  /** Only when it is free. A thread that does not stop in time is terminated. */
  async ask(question: Asked): Promise<Ending> {
    const ending = await this.#run({ type: 'ask', ...question }, question.seconds * 1000 + patience);
    return ending as Ending;
  }

  /** Only when it is free. Null for each question that it did not answer. */
  async lend(lent: Lent): Promise<(Written | null)[]> {
    const ending = await this.#run({ type: 'lend', ...lent }, patienceForLight);
    return 'answers' in ending ? ending.answers : lent.questions.map(() => null);
  }

  #run(message: ToThread & { id: number }, most: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#endLate(), most);
      this.#running = { id: message.id, timer, end: resolve };
      this.#tell(message);
    });
  }

  /** Nobody is waiting for its current answer. */
  stop(): void {
    if (!this.#running) return;
    Atomics.store(this.#flags, flags.stop, this.#running.id);
    clearTimeout(this.#running.timer);
    this.#running.timer = setTimeout(() => this.#endLate(), patience);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #tell(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  #hear(message: FromThread): void {
    if (message.type === 'holds') {
      if (this.#isReady) return;
      this.#isReady = true;
      this.#listener.ready();
    } else if (message.id === this.#running?.id) {
      if (message.type === 'answered') this.#end({ written: message.written });
      else if (message.type === 'returned') this.#end({ answers: message.answers });
      else this.#end({ failure: message.failure });
    }
  }

  #end(outcome: Outcome): void {
    const running = this.#running;
    if (!running) return;
    clearTimeout(running.timer);
    this.#running = null;
    running.end(outcome);
  }

  /** Clients are told at once: native code stops only by itself. */
  #endLate(): void {
    void this.#worker.terminate();
    this.#gone('late');
  }

  #gone(how: 'late' | 'memory' | 'died'): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#end({ ended: how });
    this.#listener.gone(this.#error);
  }
}
