/** One thread of the pool: the side of it that asks. */
import type { Worker } from 'node:worker_threads';
import type { SharedSet } from '../../phrases/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { Written } from '../written.ts';
import {
  type Asked,
  type Failure,
  type FromThread,
  flags,
  type ThreadData,
  type ToThread,
} from './messages.ts';

/** How long a thread that nobody waits for may take to notice, in milliseconds: then it is ended. */
const patience = 1000;

/** How a question ended: with an answer, an error of its own, or with the thread. */
export type Ending = { written: Written } | { failure: Failure } | { ended: 'late' | 'memory' | 'died' };

export interface ThreadListener {
  /** It can be asked, for the first time. */
  ready(): void;
  /** It is no more. `error`: it was not this side that ended it. */
  gone(error?: Error): void;
}

interface Running {
  id: number;
  timer: NodeJS.Timeout;
  end(ending: Ending): void;
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
    // Alone it does not keep the process alive.
    this.#worker.unref();
  }

  /** It has held a set, and can be asked. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** It is at no question. */
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
    // By the flag where it is at work, by the message where it waits for one.
    Atomics.add(this.#flags, flags.ahead, 1);
    this.#tell({ type: 'ahead' });
  }

  /** Only where it is free. A thread that does not end by itself in time is ended. */
  ask(question: Asked): Promise<Ending> {
    const most = question.seconds * 1000 + patience;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#endLate(), most);
      this.#running = { id: question.id, timer, end: resolve };
      this.#tell({ type: 'ask', ...question });
    });
  }

  /** Nobody waits for what it is at. */
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
      this.#end(message.type === 'answered' ? { written: message.written } : { failure: message.failure });
    }
  }

  #end(ending: Ending): void {
    const running = this.#running;
    if (!running) return;
    clearTimeout(running.timer);
    this.#running = null;
    running.end(ending);
  }

  /** Whoever waits is told at once: what is not JavaScript ends only by itself. */
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
