/** The file information block of a Word 97–2003 document ([MS-DOC] 2.5): where everything else is. */
import { IngestError } from '../../document.ts';
import { CompoundFile } from './compound.ts';

/** Indexes in FibRgFcLcb97 of the pairs (offset, length) that this program reads. */
const places = {
  ...{ styles: 1, noteCalls: 2, noteTexts: 3, headers: 11, characterRuns: 12, paragraphRuns: 13 },
  ...{ pieces: 33, endCalls: 46, endTexts: 47, listDefinitions: 73, lists: 74 },
} as const;
export type Place = keyof typeof places;

/** Number of characters in each part, in the order in which their texts follow each other. */
export interface Counts {
  main: number;
  notes: number;
  headers: number;
  macros: number;
  comments: number;
  endnotes: number;
  boxes: number;
}

export class WordFile {
  readonly file: string;
  /** The stream of text and formatted pages. */
  readonly document: DataView;
  readonly counts: Counts;
  private readonly table: Uint8Array;

  /** @throws IngestError `damaged_file`, `encrypted`, `unsupported_format`. */
  constructor(bytes: Uint8Array, file: string) {
    this.file = file;
    const compound = new CompoundFile(bytes, file);
    const stream = compound.stream('WordDocument');
    if (!stream || stream.length < 0x2f2) throw this.damaged();
    this.document = viewOf(stream);
    if (this.document.getUint16(0, true) !== 0xa5ec) throw this.damaged();
    const flags = this.document.getUint16(10, true);
    if (flags & 0x100) {
      throw new IngestError('encrypted', `${file} is protected by a password: save a copy without one`);
    }
    if (this.document.getUint16(2, true) < 0xc1) {
      throw new IngestError(
        'unsupported_format',
        `${file} was written by a version of Word before 97: save it as .docx`,
      );
    }
    const table = compound.stream(flags & 0x200 ? '1Table' : '0Table');
    if (!table) throw this.damaged();
    this.table = table;
    const count = (at: number) => this.document.getInt32(at, true);
    this.counts = {
      main: count(0x4c),
      notes: count(0x50),
      headers: count(0x54),
      macros: count(0x58),
      comments: count(0x5c),
      endnotes: count(0x60),
      boxes: count(0x64),
    };
  }

  /** A structure of the table stream, null if the document has none. `tail`: bytes wanted after its end. */
  structure(place: Place, tail = 0): DataView | null {
    const at = 0x9a + 8 * places[place];
    const start = this.document.getUint32(at, true);
    const length = this.document.getUint32(at + 4, true);
    if (length === 0) return null;
    if (start + length > this.table.length) throw this.damaged();
    return viewOf(this.table.subarray(start, Math.min(this.table.length, start + length + tail)));
  }

  damaged(): IngestError {
    return new IngestError(
      'damaged_file',
      `${this.file} is not a complete Word document: download it again, or save it as .docx`,
    );
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
