/**
 * Finds objects in a PDF's bytes without its cross-reference table, enough to reach a page's content stream and
 * properties: pdf.js gives neither. Whatever is not understood counts as absent; nothing here throws.
 */
import { constants, inflateSync } from 'node:zlib';
import { type Dict, isDict, isRef, Lexer, latin1, type Value } from './syntax.ts';

/** No content stream of a readable page is larger when unpacked. */
const maxStream = 64 * 1024 * 1024;

/** Maximum number of values in one object: the rest is ignored. */
const mostValues = 1_000_000;

/** The file's objects, found when they are first asked for. */
export function lazyObjects(bytes: Uint8Array): () => Objects {
  let objects: Objects | null = null;
  return () => {
    objects ??= new Objects(bytes);
    return objects;
  };
}

export class Objects {
  private readonly bytes: Uint8Array;
  private readonly offsets = new Map<number, number>();
  private packed: Map<number, { data: Uint8Array; at: number }> | null = null;
  readonly encrypted: boolean;

  /** One pass over the file; of several definitions of an object, the last counts, as after an update. */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = buffer.indexOf(' obj'); at >= 0; at = buffer.indexOf(' obj', at + 4)) {
      const head = /(\d{1,10}) +\d{1,5}$/.exec(latin1(bytes, Math.max(0, at - 20), at));
      if (head) this.offsets.set(Number(head[1]), at + 4);
    }
    this.encrypted = buffer.includes('/Encrypt');
  }

  /** The value behind a reference, or the value itself; undefined if it cannot be found. */
  resolve(value: Value | undefined, depth = 0): Value | undefined {
    if (!isRef(value) || depth > 8) return value;
    const at = this.offsets.get(value.ref);
    if (at !== undefined) return this.resolve(plain(new Lexer(this.bytes, at, mostValues).next()), depth + 1);
    const packed = this.unpack().get(value.ref);
    return packed && this.resolve(plain(new Lexer(packed.data, packed.at, mostValues).next()), depth + 1);
  }

  /** The document's catalog (§7.7.2): the last that a trailer names, as after an update. */
  catalog(): Dict | undefined {
    const buffer = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    let at = buffer.lastIndexOf('/Root');
    for (let tries = 0; at >= 0 && tries < 100; tries++) {
      const number = /^\/Root\s+(\d{1,10})\s+\d+\s+R/u.exec(latin1(this.bytes, at, at + 40))?.[1];
      const catalog = number === undefined ? undefined : this.dict({ ref: Number(number) });
      if (catalog?.has('/Pages')) return catalog;
      at = at === 0 ? -1 : buffer.lastIndexOf('/Root', at - 1);
    }
    return undefined;
  }

  dict(value: Value | undefined): Dict | undefined {
    const v = this.resolve(value);
    return isDict(v) ? v : undefined;
  }

  /** A stream's bytes, unpacked; undefined for filters other than Flate and for damaged data. */
  stream(value: Value | undefined): Uint8Array | undefined {
    if (!isRef(value)) return undefined;
    const at = this.offsets.get(value.ref);
    return at === undefined ? undefined : this.streamAt(at);
  }

  private streamAt(at: number): Uint8Array | undefined {
    const lexer = new Lexer(this.bytes, at);
    const dict = plain(lexer.next());
    if (!isDict(dict)) return undefined;
    lexer.skipWhite();
    if (lexer.word() !== 'stream') return undefined;
    let from = lexer.at;
    if (this.bytes[from] === 13) from++;
    if (this.bytes[from] === 10) from++;
    const length = this.resolve(dict.get('/Length'));
    let to = typeof length === 'number' ? from + length : -1;
    if (to < from || to > this.bytes.length) to = this.endOfStream(from);
    const data = this.bytes.subarray(from, to);
    let filter = this.resolve(dict.get('/Filter'));
    if (Array.isArray(filter))
      filter = filter.length === 1 ? this.resolve(filter[0]) : filter.length ? 'many' : undefined;
    if (filter === undefined || filter === null) return data;
    if (filter !== '/FlateDecode' && filter !== '/Fl') return undefined;
    const parms = this.dict(dict.get('/DecodeParms'));
    if (Number(parms?.get('/Predictor') ?? 1) > 1) return undefined;
    try {
      return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: maxStream });
    } catch {
      return undefined;
    }
  }

  private endOfStream(from: number): number {
    const buffer = Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    const end = buffer.indexOf('endstream', from);
    return end < 0 ? this.bytes.length : end;
  }

  /** Objects inside object streams (§7.5.7), found once, when the first one is asked for. */
  private unpack(): Map<number, { data: Uint8Array; at: number }> {
    if (this.packed) return this.packed;
    this.packed = new Map();
    for (const at of this.offsets.values()) {
      if (!latin1(this.bytes, at, at + 400).includes('/ObjStm')) continue;
      const dict = plain(new Lexer(this.bytes, at).next());
      if (!isDict(dict) || dict.get('/Type') !== '/ObjStm') continue;
      const data = this.streamAt(at);
      const first = dict.get('/First');
      const count = dict.get('/N');
      if (!data || typeof first !== 'number' || typeof count !== 'number') continue;
      const heads = new Lexer(data);
      for (let i = 0; i < count; i++) {
        const number = heads.next();
        const offset = heads.next();
        if (typeof number !== 'number' || typeof offset !== 'number') break;
        this.packed.set(number, { data, at: first + offset });
      }
    }
    return this.packed;
  }
}

/** An operator where a value should be is not a value. */
function plain(v: ReturnType<Lexer['next']>): Value | undefined {
  return typeof v === 'object' && v !== null && 'op' in v ? undefined : v;
}

/** A page's own entry, or that of a node above it. */
export function inherited(objects: Objects, page: Value, key: string): Value | undefined {
  let node: Value | undefined = page;
  for (let depth = 0; depth < 32 && isDict(node); depth++) {
    const found: Value | undefined = node.get(key);
    if (found !== undefined) return found;
    node = objects.dict(node.get('/Parent'));
  }
  return undefined;
}
