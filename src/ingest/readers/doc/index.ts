/** Word 97–2003 files (.doc), read from their binary structures: lists, notes, styles and tables as in .docx. */
import type { Block, RawDocument, Reader } from '../../document.ts';
import { ownMark, withoutMark } from '../note-marks.ts';
import { settleStyles } from '../styled-block.ts';
import { DocBody, DocContext } from './body.ts';
import { type Counts, type Place, WordFile } from './header.ts';
import { readLists } from './lists.ts';
import { readText } from './pieces.ts';

export const readDoc: Reader = async (bytes, { file }) => {
  const word = new WordFile(bytes, file);
  const context = new DocContext(word, readText(word));
  const starts = startsOf(word.counts);
  const notes = noteRanges(word, 'noteCalls', 'noteTexts', starts.notes);
  const ends = noteRanges(word, 'endCalls', 'endTexts', starts.endnotes);
  const calls = new Map([...notes, ...ends].map((note) => [note.call, note]));
  const body = new DocBody(context, readLists(word), calls);
  body.read(0, word.counts.main);
  const boxes = new DocBody(context, null, new Map());
  boxes.read(starts.boxes, starts.boxes + word.counts.boxes);
  const headers = new DocBody(context, null, new Map());
  headers.read(starts.headers, starts.headers + word.counts.headers);
  const document: RawDocument = {
    format: 'doc',
    layer: 'logical',
    damage: 'letters',
    blocks: [
      ...settleStyles([...body.blocks, ...boxes.blocks]),
      ...noteBlocks(context, notes, body.ownMarks),
      ...noteBlocks(context, ends, body.ownMarks),
    ],
    furniture: [...new Set(headers.blocks.map((block) => block.text))],
    warnings: [],
  };
  return document;
};

/** Positions at which the parts begin: their texts follow each other. */
function startsOf(counts: Counts): Record<keyof Counts, number> {
  const starts = {} as Record<keyof Counts, number>;
  let at = 0;
  for (const part of Object.keys(counts) as (keyof Counts)[]) {
    starts[part] = at;
    at += Math.max(0, counts[part]);
  }
  return starts;
}

interface NoteRange {
  id: string;
  /** Position of the mark in the main text. */
  call: number;
  start: number;
  end: number;
  /** Word numbers it; otherwise a custom mark is at the reference. */
  automatic: boolean;
}

function noteRanges(word: WordFile, callPlace: Place, textPlace: Place, first: number): NoteRange[] {
  const calls = word.structure(callPlace);
  const texts = word.structure(textPlace);
  if (!calls || !texts) return [];
  const count = Math.min(Math.floor((calls.byteLength - 4) / 6), texts.byteLength / 4 - 1);
  return Array.from({ length: count }, (_, i) => ({
    id: `${callPlace} ${i}`,
    call: calls.getUint32(4 * i, true),
    start: first + texts.getUint32(4 * i, true),
    end: first + texts.getUint32(4 * i + 4, true),
    automatic: calls.getUint16(4 * (count + 1) + 2 * i, true) !== 0,
  }));
}

/**
 * Notes' texts; those without a custom mark are numbered in the order of their references; of several paragraphs the
 * first has the number.
 */
function noteBlocks(
  context: DocContext,
  ranges: readonly NoteRange[],
  ownMarks: ReadonlyMap<string, string>,
): Block[] {
  let number = 0;
  return ranges.flatMap((range) => {
    const mark = range.automatic ? null : (ownMarks.get(range.id) ?? '*');
    const printed = mark === null ? { noteNumber: ++number } : ownMark(mark);
    const reader = new DocBody(context, null, new Map());
    reader.read(range.start, range.end);
    return reader.blocks.map(({ style: _, emphasis: __, ...block }, part): Block => {
      const note: Block = { ...block, kind: 'footnote', noteId: range.id };
      return part === 0 ? withoutMark({ ...note, ...printed }, mark) : note;
    });
  });
}
