/** Formatting of runs and paragraphs: changes to a style's properties, kept in pages of 512 bytes ([MS-DOC] 2.9). */
import type { Place, WordFile } from './header.ts';

/** A single property modifier: which property, and its operand's bytes. */
export interface Modifier {
  code: number;
  operand: DataView;
}

/** Operand sizes by the modifier's last three bits; 6 means that the operand has its own length. */
const sizes = [1, 1, 2, 4, 2, 2, -1, 3];

/** The modifiers in a range of bytes; a broken rest is ignored. */
export function readModifiers(view: DataView, start: number, end: number): Modifier[] {
  const found: Modifier[] = [];
  const limit = Math.min(end, view.byteLength);
  let at = start;
  while (at + 3 <= limit) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = sizes[code >> 13]!;
    if (size < 0) {
      // Table definitions have a length of two bytes, all others of one; tab changes may use 255 for "too long".
      if (code === 0xd608) size = view.getUint16(at, true) + 1;
      else if (code === 0xc615 && view.getUint8(at) === 255) return found;
      else size = view.getUint8(at) + 1;
    }
    if (at + size > limit) return found;
    found.push({ code, operand: new DataView(view.buffer, view.byteOffset + at, size) });
    at += size;
  }
  return found;
}

/** A range of bytes of the document stream with the same formatting. */
export interface Run {
  start: number;
  end: number;
  /** Paragraph style; 0 for character runs. */
  style: number;
  modifiers: Modifier[];
}

/** All runs of a kind, sorted by start, so that one can be found by offset. */
export class Runs {
  private readonly runs: Run[] = [];

  constructor(word: WordFile, place: Place & ('characterRuns' | 'paragraphRuns')) {
    const table = word.structure(place);
    const count = table ? Math.floor((table.byteLength - 4) / 8) : 0;
    for (let i = 0; i < count; i++) {
      const page = (table!.getUint32(4 * (count + 1) + 4 * i, true) & 0x3fffff) * 512;
      if (page + 512 > word.document.byteLength) throw word.damaged();
      this.readPage(word.document, page, place === 'paragraphRuns');
    }
    this.runs.sort((a, b) => a.start - b.start);
  }

  private readPage(view: DataView, page: number, paragraphs: boolean): void {
    const count = view.getUint8(page + 511);
    const width = paragraphs ? 13 : 1;
    if (4 * (count + 1) + width * count > 511) return;
    for (let i = 0; i < count; i++) {
      const start = view.getUint32(page + 4 * i, true);
      const end = view.getUint32(page + 4 * i + 4, true);
      const word = view.getUint8(page + 4 * (count + 1) + width * i);
      const run: Run = { start, end, style: 0, modifiers: [] };
      this.runs.push(run);
      if (word === 0) continue;
      const at = page + 2 * word;
      if (paragraphs) readParagraph(view, at, run);
      else run.modifiers = readModifiers(view, at + 1, at + 1 + view.getUint8(at));
    }
  }

  /** The run that holds a byte offset, or null. */
  at(offset: number): Run | null {
    let low = 0;
    let high = this.runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = this.runs[middle]!;
      if (offset < run.start) high = middle - 1;
      else if (offset >= run.end) low = middle + 1;
      else return run;
    }
    return null;
  }
}

function readParagraph(view: DataView, at: number, run: Run): void {
  const half = view.getUint8(at);
  const start = half === 0 ? at + 2 : at + 1;
  const size = half === 0 ? 2 * view.getUint8(at + 1) : 2 * half - 1;
  if (size < 2 || start + 2 > view.byteLength) return;
  run.style = view.getUint16(start, true);
  run.modifiers = readModifiers(view, start + 2, start + size);
}
