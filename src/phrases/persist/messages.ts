/** What the main thread and the index worker say to each other. */
import type { BuildProgress } from './build.ts';
import type { Bytes, Part } from './image.ts';

export interface WorkerTask {
  /** Of the store. */
  folder: string;
  lexicon: readonly string[];
  rules: number;
  /** Keep the parts in the folder. */
  keep: boolean;
  /** A whole set of an earlier epoch to follow from; its bytes are shared, not copied. */
  previous: { epoch: number; parts: [Part, Bytes][] } | null;
}

/**
 * `opened`: the worker holds this epoch and waits for `go` (build it) or `again` (open the newest). `done`: all parts
 * were given, and the worker writes them. `idle`: it has, and takes the next task.
 */
export type FromWorker =
  | { type: 'opened'; epoch: number }
  | { type: 'progress'; at: BuildProgress }
  | { type: 'part'; part: Part; bytes: Bytes }
  | { type: 'notice'; message: string }
  | { type: 'done' }
  | { type: 'idle' };

export type ToWorker = { type: 'task'; task: WorkerTask } | { type: 'go' } | { type: 'again' };
