/** The text of a Word 97–2003 document: pieces of 8- or 16-bit characters in any order ([MS-DOC] 2.4.1). */
import type { WordFile } from './header.ts';

export interface Piece {
  /** Character positions, end exclusive. */
  start: number;
  end: number;
  /** Byte offset in the document stream of the first character. */
  offset: number;
  /** Bytes per character. */
  width: 1 | 2;
}

export interface Text {
  text: string;
  pieces: Piece[];
}

export function readText(word: WordFile): Text {
  const table = word.structure('pieces');
  if (!table) throw word.damaged();
  let at = 0;
  // Property changes come before the table of pieces.
  while (at < table.byteLength && table.getUint8(at) === 1) at += 3 + table.getInt16(at + 1, true);
  if (at + 5 > table.byteLength || table.getUint8(at) !== 2) throw word.damaged();
  const size = table.getUint32(at + 1, true);
  const first = at + 5;
  const count = Math.floor((Math.min(size, table.byteLength - first) - 4) / 12);
  const pieces: Piece[] = [];
  const parts: string[] = [];
  for (let i = 0; i < count; i++) {
    const start = table.getUint32(first + 4 * i, true);
    const end = table.getUint32(first + 4 * i + 4, true);
    const stated = table.getUint32(first + 4 * (count + 1) + 8 * i + 2, true);
    const narrow = (stated & 0x40000000) !== 0;
    const offset = narrow ? (stated & 0x3fffffff) >>> 1 : stated & 0x3fffffff;
    const width = narrow ? 1 : 2;
    if (end < start || offset + (end - start) * width > word.document.byteLength) throw word.damaged();
    pieces.push({ start, end, offset, width });
    const bytes = new Uint8Array(
      word.document.buffer,
      word.document.byteOffset + offset,
      (end - start) * width,
    );
    parts.push(new TextDecoder(narrow ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes));
  }
  return { text: parts.join(''), pieces };
}

/** The piece that holds a character position, or null. */
export function pieceAt(pieces: readonly Piece[], position: number): Piece | null {
  let low = 0;
  let high = pieces.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle]!;
    if (position < piece.start) high = middle - 1;
    else if (position >= piece.end) low = middle + 1;
    else return piece;
  }
  return null;
}

/** Byte offset of the character at a position of a piece. */
export const offsetIn = (piece: Piece, position: number): number =>
  piece.offset + (position - piece.start) * piece.width;
