/** Microsoft's compound file ([MS-CFB]): streams in chains of sectors, small ones in a stream of mini sectors. */
import { IngestError } from '../../document.ts';

const endOfChain = 0xfffffffe;
const free = 0xffffffff;

interface Entry {
  name: string;
  start: number;
  size: number;
}

export class CompoundFile {
  private readonly view: DataView;
  private readonly bytes: Uint8Array;
  private readonly file: string;
  private readonly sectorSize: number;
  private readonly table: Uint32Array;
  private readonly miniTable: Uint32Array;
  private readonly entries: Entry[];
  private readonly mini: Uint8Array;
  private readonly miniLimit: number;

  /** @throws IngestError `damaged_file` */
  constructor(bytes: Uint8Array, file: string) {
    this.bytes = bytes;
    this.file = file;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < 512) throw this.damaged('it is cut off');
    const shift = this.view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw this.damaged('its header is wrong');
    this.sectorSize = 1 << shift;
    this.miniLimit = this.view.getUint32(56, true);
    this.table = this.readTable();
    const directory = this.chain(this.view.getUint32(48, true), this.table, null);
    this.entries = readEntries(directory);
    const root = this.entries[0];
    if (!root) throw this.damaged('it has no directory');
    const miniStart = this.view.getUint32(60, true);
    this.miniTable =
      miniStart >= endOfChain ? new Uint32Array(0) : asWords(this.chain(miniStart, this.table, null));
    this.mini = root.size === 0 ? new Uint8Array(0) : this.chain(root.start, this.table, root.size);
  }

  /** A stream's bytes, or null if there is none of that name. */
  stream(name: string): Uint8Array | null {
    const entry = this.entries.find((other) => other.name === name);
    if (!entry) return null;
    if (entry.size >= this.miniLimit) return this.chain(entry.start, this.table, entry.size);
    return this.miniChain(entry);
  }

  private damaged(why: string): IngestError {
    return new IngestError(
      'damaged_file',
      `${this.file} is damaged (${why}): download it again or save it as .docx`,
    );
  }

  private sector(number: number): Uint8Array {
    const at = (number + 1) * this.sectorSize;
    if (at >= this.bytes.length) throw this.damaged('it is cut off');
    return this.bytes.subarray(at, at + this.sectorSize);
  }

  /** The sector table: its own sectors are listed in the header and, in large files, in a chain that follows it. */
  private readTable(): Uint32Array {
    const parts: number[] = [];
    for (let i = 0; i < 109; i++) {
      const sector = this.view.getUint32(76 + 4 * i, true);
      if (sector < endOfChain) parts.push(sector);
    }
    let next = this.view.getUint32(68, true);
    for (let left = this.view.getUint32(72, true); left > 0 && next < endOfChain; left--) {
      const words = asWords(this.sector(next));
      for (const sector of words.subarray(0, -1)) if (sector < endOfChain) parts.push(sector);
      next = words.at(-1)!;
    }
    const perSector = this.sectorSize / 4;
    if (parts.length * this.sectorSize > this.bytes.length) throw this.damaged('its sector table is wrong');
    const table = new Uint32Array(parts.length * perSector).fill(free);
    for (const [i, part] of parts.entries()) table.set(asWords(this.sector(part)), i * perSector);
    return table;
  }

  private chain(start: number, table: Uint32Array, size: number | null): Uint8Array {
    const parts: Uint8Array[] = [];
    const most = Math.ceil(this.bytes.length / this.sectorSize);
    for (let sector = start; sector < endOfChain; sector = table[sector] ?? free) {
      if (parts.length > most) throw this.damaged('its sectors run in a circle');
      parts.push(this.sector(sector));
    }
    return joined(parts, size);
  }

  private miniChain(entry: Entry): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let sector = entry.start; sector < endOfChain; sector = this.miniTable[sector] ?? free) {
      if (parts.length * 64 > this.mini.length) throw this.damaged('its sectors run in a circle');
      parts.push(this.mini.subarray(sector * 64, sector * 64 + 64));
    }
    return joined(parts, entry.size);
  }
}

function joined(parts: readonly Uint8Array[], size: number | null): Uint8Array {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return size === null ? whole : whole.subarray(0, size);
}

function asWords(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function readEntries(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    if (length < 2) continue;
    const name = new TextDecoder('utf-16le').decode(directory.subarray(at, at + length - 2));
    entries.push({ name, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}
