/**
 * Parsing in threads of its own, with a limit on memory and on time: a file made to crash or to loop costs its own
 * ingest and nothing else.
 */
import type { ParsedReport } from '../report/index.ts';
import type { ParseOptions } from './parse.ts';
import { type Job, type ParserData, ParserThread } from './thread.ts';

export interface ParseLimits {
  /** Most memory of a thread, in megabytes; default 1,500. */
  memory?: number;
  /** Most time for one file, in milliseconds; default two minutes and a second for every 100 kB. */
  time?: (bytes: number) => number;
  /** Most threads at once; default 2. */
  threads?: number;
}

const defaultTime = (bytes: number): number => 120_000 + bytes / 100;

/** A thread more is worth its start when so many bytes wait for one. */
const worthThread = 256 * 1024;

/** Threads start when there is work for them, and again after a failure. */
export class IsolatedParser {
  readonly #data: ParserData;
  readonly #limits: Required<ParseLimits>;
  #threads: ParserThread[] = [];
  #waiting: Job[] = [];
  readonly #unanswered = new Set<Promise<unknown>>();

  constructor(data: ParserData, { memory = 1500, time = defaultTime, threads = 2 }: ParseLimits = {}) {
    this.#data = data;
    this.#limits = { memory, time, threads };
  }

  /** As `parseReport`. @throws IngestError also `out_of_memory`, `too_slow`, `parser_crashed`. */
  parse(bytes: Uint8Array, { catalogue: _, lexicon: __, ...options }: ParseOptions): Promise<ParsedReport> {
    const answered = new Promise<ParsedReport>((resolve, reject) => {
      this.#waiting.push({ task: { bytes, options }, resolve, reject });
    });
    const settled: Promise<unknown> = answered.catch(() => {}).then(() => this.#unanswered.delete(settled));
    this.#unanswered.add(settled);
    this.#deal();
    return answered;
  }

  /** Ends the threads when all is answered; a file that comes later starts one again. */
  async close(): Promise<void> {
    await Promise.all(this.#unanswered);
    await Promise.all(this.#threads.splice(0).map((thread) => thread.stop()));
  }

  /** Gives what waits, first come first served, to the thread with the least to do. */
  #deal(): void {
    while (this.#waiting.length > 0) {
      const job = this.#waiting[0]!;
      const [free] = this.#threads.filter((thread) => thread.takes(job)).sort((a, b) => a.load - b.load);
      const thread = free?.idle ? free : (this.#another() ?? free);
      if (!thread) return;
      this.#waiting.shift();
      thread.give(job);
    }
  }

  /** null where there are enough threads for what waits. */
  #another(): ParserThread | null {
    const threads = this.#threads;
    if (threads.length >= this.#limits.threads) return null;
    const bytes = this.#waiting.reduce((sum, { task }) => sum + task.bytes.length, 0);
    const load = threads.reduce((sum, thread) => sum + thread.load, 0);
    if (threads.length > 0 && bytes + load < worthThread) return null;
    const thread: ParserThread = new ParserThread({
      data: this.#data,
      ...this.#limits,
      onAnswer: () => this.#deal(),
      onEnd: (rest) => {
        this.#threads = this.#threads.filter((other) => other !== thread);
        this.#waiting.unshift(...rest);
        this.#deal();
      },
    });
    threads.push(thread);
    return thread;
  }
}
