/**
 * Parsing in a thread of its own, with a limit on memory and on time: a file made to crash or to loop costs its own
 * ingest and nothing else.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CatalogueSeries, ParsedReport } from '../report/index.ts';
import { IngestError } from './document.ts';
import type { ParseOptions } from './parse.ts';

export interface ParserData {
  catalogue: readonly CatalogueSeries[];
  lexicon: ReadonlyMap<string, number>;
}

export interface ParseTask {
  bytes: Uint8Array;
  options: Omit<ParseOptions, 'catalogue' | 'lexicon'>;
}

export type ParseAnswer = { parsed: ParsedReport } | { failed: { code: string; message: string } };

export interface ParseLimits {
  /** Most memory of the thread, in megabytes; default 1,500. */
  memory?: number;
  /** Most time for one file, in milliseconds; default two minutes and a second for every 100 kB. */
  time?: (bytes: number) => number;
}

const defaultTime = (bytes: number): number => 120_000 + bytes / 100;

/** One file at a time; the thread starts with the first one and again after a failure. */
export class IsolatedParser {
  readonly #data: ParserData;
  readonly #memory: number;
  readonly #time: (bytes: number) => number;
  #worker: Worker | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(data: ParserData, { memory = 1500, time = defaultTime }: ParseLimits = {}) {
    this.#data = data;
    this.#memory = memory;
    this.#time = time;
  }

  /** As `parseReport`. @throws IngestError also `out_of_memory`, `too_slow`, `parser_crashed`. */
  parse(bytes: Uint8Array, { catalogue: _, lexicon: __, ...options }: ParseOptions): Promise<ParsedReport> {
    const parsed = this.#queue.then(() => this.#one({ bytes, options }));
    this.#queue = parsed.catch(() => {});
    return parsed;
  }

  async close(): Promise<void> {
    await this.#queue;
    await this.#stop();
  }

  async #one(task: ParseTask): Promise<ParsedReport> {
    this.#worker ??= startWorker(this.#data, this.#memory);
    const worker = this.#worker;
    const { file } = task.options;
    const limit = this.#time(task.bytes.length);
    const listening = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          const seconds = Math.round(limit / 1000);
          reject(
            new IngestError('too_slow', `${file} was not read within ${seconds} s: convert or split it`),
          );
        }, limit);
      });
      const { signal } = listening;
      const ended = once(worker, 'exit', { signal }).then(() => {
        throw new IngestError('parser_crashed', `reading ${file} ended its thread`);
      });
      const answered = once(worker, 'message', { signal }).then(([answer]) => answer as ParseAnswer);
      for (const promise of [late, ended, answered]) promise.catch(() => {});
      worker.postMessage(task);
      const answer = await Promise.race([answered, ended, late]);
      if ('failed' in answer) throw new IngestError(answer.failed.code, answer.failed.message);
      return answer.parsed;
    } catch (error) {
      const failure =
        error instanceof IngestError ? error : crash(error as NodeJS.ErrnoException, file, this.#memory);
      if (restarting.has(failure.code)) await this.#stop();
      throw failure;
    } finally {
      clearTimeout(timer);
      listening.abort();
    }
  }

  async #stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

/** After these the thread is not to be trusted with another file. */
const restarting = new Set(['too_slow', 'out_of_memory', 'parser_crashed']);

function crash(error: NodeJS.ErrnoException, file: string, memory: number): IngestError {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new IngestError(
      'out_of_memory',
      `${file} needs more than ${memory} MB to be read: convert or split it`,
    );
  }
  return new IngestError('parser_crashed', `${file} cannot be read: ${error.message}`);
}

/** In the bundle the worker lies beside; run from source it is TypeScript, which its thread must first learn to load. */
function startWorker(data: ParserData, memory: number): Worker {
  const options = { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memory } };
  let worker: Worker;
  if (import.meta.url.endsWith('.ts')) {
    const tsx = import.meta.resolve('tsx/esm/api');
    const source = new URL('./worker.ts', import.meta.url).href;
    const start = `import('${tsx}').then((tsx) => { tsx.register(); return import('${source}'); })`;
    worker = new Worker(start, { ...options, eval: true });
  } else worker = new Worker(new URL('./reader-worker.js', import.meta.url), options);
  worker.unref();
  return worker;
}
