/** The thread that makes segments, so that answers can continue meanwhile: the calling side. */
import { Worker } from 'node:worker_threads';
import { SegmentFileError, type SegmentSource } from '../storage/index.ts';
import type { BuildProgress } from './make.ts';
import type { FromMaker, ToMaker } from './messages.ts';

export interface MakerEvents {
  progress?: ((at: BuildProgress) => void) | undefined;
  notice?: ((message: string) => void) | undefined;
}

type Build = Extract<ToMaker, { type: 'build' }>;
type Merge = Extract<ToMaker, { type: 'merge' }>;

/** The thread is kept after building up to this many words: more leave too much memory behind. */
const mostToStay = 500_000;

interface Running {
  hear(message: FromMaker): void;
  failed(error: Error): void;
}

/** One task at a time. When idle, the thread does not keep the process alive. */
export class Maker {
  readonly #events: MakerEvents;
  #worker: Worker | null = null;
  #running: Running | null = null;

  constructor(events: MakerEvents) {
    this.#events = events;
  }

  /** Starts the thread before there is anything to do. */
  start(): void {
    if (this.#worker) return;
    const worker = startThread();
    worker.on('message', (message: FromMaker) => this.#running?.hear(message));
    worker.on('error', (error) => this.#end(worker, error as Error));
    worker.on('exit', () => this.#end(worker, new Error('the index thread ended before its work was done')));
    worker.unref();
    this.#worker = worker;
  }

  /**
   * Segments of reports at the newest epoch. `plan` is called for what to build once the thread holds a snapshot; null
   * if the epoch differs from the caller's: the thread then opens the newest again.
   */
  async build(
    store: string,
    lexicon: readonly string[],
    plan: (epoch: number) => Build | null,
  ): Promise<SegmentSource[]> {
    let words = 0;
    const sources = await this.#work({ type: 'open', store, lexicon }, (epoch) => {
      const build = plan(epoch);
      words = build?.reports.reduce((sum, report) => sum + report.words, 0) ?? 0;
      return build ?? { type: 'again' };
    });
    if (words > mostToStay) await this.close();
    return sources;
  }

  /** Merges several segments. The thread then ends: merging is rare and leaves memory behind. */
  async merge(task: Merge): Promise<SegmentSource> {
    try {
      const [source] = await this.#work(task, () => ({ type: 'again' }));
      return source!;
    } finally {
      await this.close();
    }
  }

  /** Ends the thread; its current task fails with an error. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #work(first: ToMaker, opened: (epoch: number) => ToMaker): Promise<SegmentSource[]> {
    this.start();
    const worker = this.#worker!;
    worker.ref();
    const sources: SegmentSource[] = [];
    return new Promise((done, failed) => {
      this.#running = {
        failed,
        hear: (message) => {
          if (message.type === 'opened') {
            try {
              worker.postMessage(opened(message.epoch));
            } catch (error) {
              failed(error as Error);
              void worker.terminate();
            }
          } else if (message.type === 'progress') this.#events.progress?.(message.at);
          else if (message.type === 'notice') this.#events.notice?.(message.message);
          else if (message.type === 'segment') sources.push(message.source);
          else {
            this.#running = null;
            worker.unref();
            if (message.type === 'done') done(sources);
            else failed(new SegmentFileError('damaged', message.path, message.what));
          }
        },
      };
      worker.postMessage(first);
    });
  }

  #end(worker: Worker, error: Error): void {
    if (this.#worker === worker) this.#worker = null;
    const running = this.#running;
    this.#running = null;
    running?.failed(error);
  }
}

/**
 * In the bundle, the thread's code is a file next to this one; run from source it is TypeScript, which it must first
 * learn to load.
 */
function startThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./phrases-worker.js', import.meta.url));
  const tsx = import.meta.resolve('tsx/esm/api');
  const thread = new URL('./maker-thread.ts', import.meta.url).href;
  const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${thread}'); })`;
  return new Worker(start, { eval: true });
}
