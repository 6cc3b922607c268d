/** The thread that builds index sets, so that answers go on meanwhile: the side of it that asks. */
import { Worker } from 'node:worker_threads';
import type { BuildProgress } from './persist/build.ts';
import type { Bytes, Part } from './persist/image.ts';
import type { FromWorker, ToWorker, WorkerTask } from './persist/messages.ts';

export interface Listener {
  /** The thread holds a snapshot of this epoch. False: it is to open the newest instead. */
  opened(epoch: number): boolean;
  /** Parts come in the order in which they are built, all of the epoch agreed to. */
  part(part: Part, bytes: Bytes): void;
  progress(at: BuildProgress): void;
  notice(message: string): void;
}

/** Sets larger than this, in bytes, leave too much behind in the thread for it to stay. */
const mostToStay = 256 * 1024 * 1024;

/** What the thread is at. */
interface Running {
  listener: Listener;
  /** All parts were given. */
  done(): void;
  failed(error: Error): void;
  /** The parts are written, or the thread is gone. */
  rested(): void;
  /** Of the parts given. */
  bytes: number;
}

/**
 * One task at a time. The thread stays after a task, because starting it takes longer than following a change of a
 * small collection; idle, it does not keep the process alive.
 */
export class IndexWorker {
  #worker: Worker | null = null;
  #running: Running | null = null;
  #rested: Promise<void> = Promise.resolve();
  #building = false;

  /** Starts the thread before there is anything to do. */
  start(): void {
    if (this.#worker) return;
    const worker = startWorker();
    worker.on('message', (message: FromWorker) => this.#hear(worker, message));
    worker.on('error', (error) => this.#running?.failed(error as Error));
    worker.on('exit', () => {
      this.#running?.failed(new Error('the index worker ended before its work was done'));
      this.#rest();
      if (this.#worker === worker) this.#worker = null;
    });
    worker.unref();
    this.#worker = worker;
  }

  /**
   * Done when all parts are given; the thread then writes them to the folder, which the next task and `close` wait
   * for. Rejects when the thread fails or is closed.
   */
  async build(task: WorkerTask, listener: Listener): Promise<void> {
    await this.#rested;
    this.start();
    const worker = this.#worker!;
    worker.ref();
    this.#building = true;
    try {
      await new Promise<void>((done, failed) => {
        this.#rested = new Promise((rested) => {
          this.#running = { listener, done, failed, rested, bytes: 0 };
        });
        worker.postMessage({ type: 'task', task } satisfies ToWorker);
      });
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      this.#building = false;
    }
  }

  /** Stops what is being built, and waits for what is being written. */
  async close(): Promise<void> {
    if (this.#building) await this.#worker?.terminate();
    await this.#rested;
    await this.#worker?.terminate();
  }

  #hear(worker: Worker, message: FromWorker): void {
    const running = this.#running;
    if (!running) return;
    const { listener } = running;
    if (message.type === 'opened') {
      const answer: ToWorker = { type: listener.opened(message.epoch) ? 'go' : 'again' };
      worker.postMessage(answer);
    } else if (message.type === 'progress') listener.progress(message.at);
    else if (message.type === 'notice') listener.notice(message.message);
    else if (message.type === 'part') {
      running.bytes += message.bytes.length;
      listener.part(message.part, message.bytes);
    } else if (message.type === 'done') running.done();
    else if (running.bytes > mostToStay) worker.terminate();
    else {
      worker.unref();
      this.#rest();
    }
  }

  #rest(): void {
    this.#running?.rested();
    this.#running = null;
  }
}

/** In the bundle the worker lies beside; run from source it is TypeScript, which its thread must first learn to load. */
function startWorker(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./phrases-worker.js', import.meta.url));
  const tsx = import.meta.resolve('tsx/esm/api');
  const worker = new URL('./worker.ts', import.meta.url).href;
  const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${worker}'); })`;
  return new Worker(start, { eval: true });
}
