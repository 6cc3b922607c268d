/** The messages between the main thread and the threads that make segments. */
import type { SegmentOrigin } from '../segment/sections.ts';
import type { SegmentSource, SharedPageCache } from '../storage/index.ts';
import type { BuildProgress, Sizes } from './make.ts';
import type { SharedSegment } from './shared-segment.ts';

interface Work {
  origin: SegmentOrigin;
  /** Null to keep segments in memory. */
  folder: string | null;
  number: number;
}

/** `open` the store at its newest epoch; `again` if another one came; then what is to be built. Or `merge`. */
export type ToMaker =
  | { type: 'open'; store: string; lexicon: readonly string[] }
  | { type: 'again' }
  | ({ type: 'build'; reports: readonly Sizes[] } & Work)
  | ({ type: 'merge'; segments: readonly SharedSegment[]; cache: SharedPageCache } & Work);

/** `done` is the last message, or `damaged`: a file that cannot be merged. */
export type FromMaker =
  | { type: 'opened'; epoch: number }
  | { type: 'progress'; at: BuildProgress }
  | { type: 'notice'; message: string }
  | { type: 'segment'; source: SegmentSource }
  | { type: 'damaged'; path: string; what: string }
  | { type: 'done' };
