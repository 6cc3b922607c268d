/**
 * Pages of segment files in memory, shared by all threads of the process and limited by a setting.
 *
 * Each page belongs to one set of eight frames; the least recently used of these is replaced. Threads never wait for
 * each other. Every frame has a version, which is odd while the frame is being written (a seqlock): a reader takes the
 * version before and compares it after, and what it read counts only if it is the same even number. A thread that
 * misses a page reads it from the file into its own memory, checks it there, and then copies it into a frame; if
 * another thread has just taken that frame, it uses the private copy. A thread that dies while copying leaves one frame
 * odd forever, which costs a frame but no answer.
 *
 * Frames are not touched until a page is stored in them, so a large setting takes no memory that a small index cannot
 * use.
 */
import { pageBits, pageSize, type Values, valuesOver, type Width } from './layout.ts';

/** A file as the cache sees it. File numbers must not be reused during the life of a cache. */
export interface PageSource {
  readonly number: number;
  /** Fills `into` with a checked page; throws if it cannot. */
  readPage(page: number, into: Uint8Array): void;
}

/** What is posted to another thread, which opens it with `PageCache.over`. */
export interface SharedPageCache {
  frames: SharedArrayBuffer[];
  /** For each frame, in sets of eight: its page, file (number + 1; 0 is empty), version, and time of last use. */
  sets: SharedArrayBuffer;
  count: number;
  clock: SharedArrayBuffer;
  counts: SharedArrayBuffer;
}

const ways = 8;
const frameInts = 4;
const setInts = frameInts * ways;
const filesAt = 1;
const versionsAt = 2;
const usedAt = 3;
/**
 * One buffer holds at most 2 ** 16 frames, 256 MB: far below any engine's limit, and there is nearly always room for
 * it.
 */
export const bufferFrameBits = 16;
export const bufferFrames = 1 << bufferFrameBits;

/**
 * Loads of one thread are seen in order on x64. Elsewhere the load of a version after the data needs a store-release
 * before it: `Atomics.store` to a word that no one reads, then `Atomics.load` cannot be moved before the data.
 */
const ordered = process.arch === 'x64' || process.arch === 'ia32';
const barrier = new Int32Array(1);

export class PageCache {
  readonly shared: SharedPageCache;
  /** The page that `find` could only read privately (it returned -1); valid until the next call. */
  readonly private: { 1: Values; 2: Values; 4: Values };
  /** The version that `find` saw of the frame it returned. */
  version = 0;
  private readonly arrays: { 1: Values[]; 2: Values[]; 4: Values[] };
  private readonly sets: Int32Array;
  private readonly setCount: number;
  /** Less than eight only in a cache of less than eight frames. */
  private readonly ways: number;
  private readonly clock: Int32Array;
  private readonly counts: BigUint64Array;
  private readonly scratch = new Uint8Array(pageSize);
  /** Hits since the last miss, at which they are added to those of all threads. */
  private hits = 0;

  private constructor(shared: SharedPageCache) {
    this.shared = shared;
    this.sets = new Int32Array(shared.sets);
    this.setCount = Math.max(1, Math.floor(shared.count / ways));
    this.ways = Math.min(ways, shared.count);
    this.clock = new Int32Array(shared.clock);
    this.counts = new BigUint64Array(shared.counts);
    const over = (width: Width) => shared.frames.map((buffer) => valuesOver(width, buffer));
    this.arrays = { 1: over(1), 2: over(2), 4: over(4) };
    const { buffer } = this.scratch;
    this.private = { 1: this.scratch, 2: new Uint16Array(buffer), 4: new Uint32Array(buffer) };
  }

  /**
   * A cache of at most `bytes` of pages, at least one page; smaller (see its `bytes`) if the process has too little
   * address space.
   */
  static create(bytes: number): PageCache {
    const frames = allocate(Math.max(1, Math.floor(bytes / pageSize)));
    const had = frames.reduce((sum, { byteLength }) => sum + byteLength / pageSize, 0);
    const count = had < ways ? had : had - (had % ways);
    return new PageCache({
      frames,
      count,
      sets: new SharedArrayBuffer(4 * setInts * Math.max(1, count / ways)),
      clock: new SharedArrayBuffer(4),
      counts: new SharedArrayBuffer(16),
    });
  }

  static over(shared: SharedPageCache): PageCache {
    return new PageCache(shared);
  }

  /** Capacity in bytes of pages. */
  get bytes(): number {
    return this.shared.count * pageSize;
  }

  /**
   * Number of hits and of reads in all threads. Reads that stay on a column's last page are not counted; hits of other
   * threads since their last miss are not included yet.
   */
  get counters(): { hits: number; misses: number } {
    return {
      hits: Number(Atomics.load(this.counts, 0)) + this.hits,
      misses: Number(Atomics.load(this.counts, 1)),
    };
  }

  /**
   * The frame with a page, read from the file if necessary, with `version` set. -1 if no frame was available: the page
   * is then in `private`. What is read from a frame counts only if `unchanged(frame, version)` holds afterwards.
   */
  find(source: PageSource, page: number): number {
    const set = this.setOf(source.number, page);
    const there = this.lookUp(set, source.number + 1, page);
    if (there >= 0) {
      this.hits += 1;
      return there;
    }
    this.readPrivately(source, page);
    // Another thread may have read it meanwhile.
    const since = this.lookUp(set, source.number + 1, page);
    return since >= 0 ? since : this.put(set, source.number + 1, page);
  }

  /** Reads a page into `private`, bypassing the frames. */
  readPrivately(source: PageSource, page: number): void {
    source.readPage(page, this.scratch);
    Atomics.add(this.counts, 1, 1n);
    if (this.hits > 0) Atomics.add(this.counts, 0, BigInt(this.hits));
    this.hits = 0;
  }

  /** Whether a frame still holds what it did at `version`, for everything read from it since. */
  unchanged(frame: number, version: number): boolean {
    if (!ordered) Atomics.store(barrier, 0, 0);
    return Atomics.load(this.sets, versionOf(frame)) === version;
  }

  /** Marks a frame as used when it is read without `find`. Time advances only with misses, so this seldom writes. */
  touch(frame: number): void {
    const now = this.clock[0]!;
    const at = frame * frameInts + usedAt;
    if (this.sets[at] !== now) this.sets[at] = now;
  }

  /** The memory of all frames as arrays of a width, of `bufferFrames` frames each. */
  views(width: Width): readonly Values[] {
    return this.arrays[width];
  }

  private setOf(number: number, page: number): number {
    // Fibonacci hashing, scaled to the number of sets: neighbours go to different sets.
    const hash = Math.imul(page ^ Math.imul(number, 0x85ebca6b), 0x9e3779b1);
    return Math.floor(((hash >>> 0) * this.setCount) / 2 ** 32);
  }

  private lookUp(set: number, file: number, page: number): number {
    const { sets } = this;
    const start = set * setInts;
    for (let at = start; at < start + this.ways * frameInts; at += frameInts) {
      if (sets[at] !== (page | 0) || sets[at + filesAt] !== file) continue;
      const version = Atomics.load(sets, at + versionsAt);
      // Checked again under the version, since the frame may have changed hands in between.
      if ((version & 1) === 1 || sets[at] !== (page | 0) || sets[at + filesAt] !== file) continue;
      this.version = version;
      const frame = at / frameInts;
      this.touch(frame);
      return frame;
    }
    return -1;
  }

  /** Copies the private page into the least recently used frame of the set; -1 if another thread has it. */
  private put(set: number, file: number, page: number): number {
    const { sets } = this;
    const start = set * setInts;
    const now = Atomics.add(this.clock, 0, 1) + 1;
    let at = -1;
    let oldest = -1;
    for (let way = start; way < start + this.ways * frameInts; way += frameInts) {
      if ((sets[way + versionsAt]! & 1) === 1) continue;
      const age = sets[way + filesAt] === 0 ? 2 ** 32 : (now - sets[way + usedAt]!) >>> 0;
      if (age <= oldest) continue;
      oldest = age;
      at = way;
    }
    if (at < 0) return -1;
    const version = Atomics.load(sets, at + versionsAt);
    if ((version & 1) === 1) return -1;
    if (Atomics.compareExchange(sets, at + versionsAt, version, (version + 1) | 0) !== version) return -1;
    const frame = at / frameInts;
    // These two also keep later stores from being seen before the odd version.
    Atomics.store(sets, at, page | 0);
    Atomics.store(sets, at + filesAt, file);
    Atomics.load(sets, at + versionsAt);
    sets[at + usedAt] = now;
    this.arrays[1][frame >>> bufferFrameBits]!.set(this.scratch, (frame & (bufferFrames - 1)) << pageBits);
    this.version = (version + 2) | 0;
    Atomics.store(sets, at + versionsAt, this.version);
    return frame;
  }
}

/** Index of the frame's version in `sets`. */
function versionOf(frame: number): number {
  return frame * frameInts + versionsAt;
}

function allocate(frames: number): SharedArrayBuffer[] {
  const buffers: SharedArrayBuffer[] = [];
  for (let left = frames; left > 0; left -= bufferFrames) {
    try {
      buffers.push(new SharedArrayBuffer(Math.min(left, bufferFrames) * pageSize));
    } catch (error) {
      if (buffers.length < 2) throw error;
      // One buffer is given back, because the rest of the program needs memory too.
      buffers.pop();
      break;
    }
  }
  return buffers;
}
