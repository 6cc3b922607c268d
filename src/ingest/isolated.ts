/**
 * Parses files in separate processes, with limits on memory and time: a file made to crash or to loop harms only its
 * own ingest. A thread would not do: a fatal error inside V8 ends all threads with it.
 */
import type { ParsedReport } from '../report/index.ts';
import { type Job, ParserChild, type ParserData, type TaskOptions } from './child.ts';
import type { ParseOptions } from './parse.ts';
import { sizeOf } from './whole-file.ts';

export interface ParseLimits {
  /** Maximum memory of a process for objects, in megabytes; default 1,500. */
  memory?: number;
  /** Maximum time for one file, in milliseconds; default two minutes plus a second for every 100 kB. */
  time?: (bytes: number) => number;
  /** Maximum number of processes; default 2. */
  children?: number;
}

const defaultTime = (bytes: number): number => 120_000 + bytes / 100;

/** Another process is worth starting if this many bytes are waiting for it. */
const worthChild = 256 * 1024;

/** Processes start when there is work for them, stay for the next file, and are replaced when they die. */
export class IsolatedParser {
  readonly #data: ParserData;
  readonly #limits: Required<ParseLimits>;
  #children: ParserChild[] = [];
  #waiting: Job[] = [];
  readonly #unanswered = new Set<Promise<unknown>>();

  constructor(data: ParserData, { memory = 1500, time = defaultTime, children = 2 }: ParseLimits = {}) {
    this.#data = data;
    this.#limits = { memory, time, children };
  }

  /**
   * As `parseReport`. @throws IngestError also `too_much_memory`, `too_slow`, `parser_died`. If a file's process was
   * killed from outside, the file is read again.
   */
  parse(
    path: string,
    { catalogue: _, lexicon: __, ocr: ___, onPage, ...options }: ParseOptions & TaskOptions,
  ): Promise<ParsedReport> {
    const answered = sizeOf(path).then(
      (size) =>
        new Promise<ParsedReport>((resolve, reject) => {
          this.#waiting.push({ task: { path, options }, size, onPage, resolve, reject });
          this.#deal();
        }),
    );
    const settled: Promise<unknown> = answered.catch(() => {}).then(() => this.#unanswered.delete(settled));
    this.#unanswered.add(settled);
    return answered;
  }

  /** Ids of the present processes. */
  get pids(): number[] {
    return this.#children.flatMap(({ pid }) => pid ?? []);
  }

  /** Ends the processes when everything is answered; a later file starts one again. */
  async close(): Promise<void> {
    await Promise.all(this.#unanswered);
    await Promise.all(this.#children.splice(0).map((child) => child.stop()));
  }

  /** Gives waiting files, first come first served, to the process with the least to do. */
  #deal(): void {
    while (this.#waiting.length > 0) {
      const job = this.#waiting[0]!;
      const [free] = this.#children.filter((child) => child.takes(job)).sort((a, b) => a.load - b.load);
      const child = free?.idle ? free : (this.#another() ?? free);
      if (!child) return;
      this.#waiting.shift();
      child.give(job);
    }
  }

  /** null if there are enough processes for what is waiting. */
  #another(): ParserChild | null {
    const children = this.#children;
    if (children.length >= this.#limits.children) return null;
    const bytes = this.#waiting.reduce((sum, { size }) => sum + size, 0);
    const load = children.reduce((sum, child) => sum + child.load, 0);
    if (children.length > 0 && bytes + load < worthChild) return null;
    const child: ParserChild = new ParserChild({
      data: this.#data,
      ...this.#limits,
      onAnswer: () => this.#deal(),
      onEnd: (rest) => {
        this.#children = this.#children.filter((other) => other !== child);
        this.#waiting.unshift(...rest);
        this.#deal();
      },
    });
    children.push(child);
    return child;
  }
}
