/**
 * Lines of all pages → the document's blocks: page furniture is removed, footnotes are separated, paragraphs are
 * joined, and headings are marked if the type shows them.
 */
import type { Span } from '../../../../report/index.ts';
import type { Block } from '../../../document.ts';
import type { RaisedNumber, TextLine } from '../lines/text-line.ts';
import { endNotes, type MarkedBlock, noteText, partFootnotes, takeMarks } from './footnotes.ts';
import { partFurniture } from './furniture.ts';
import { type Style, styleOf, toParagraphs } from './paragraphs.ts';
import { settleTables } from './table-cells.ts';
import { blockThresholds } from './thresholds.ts';

export function toBlocks(pages: readonly TextLine[][]): { blocks: Block[]; furniture: string[] } {
  const { body: lines, furniture } = partFurniture(pages);
  const style = styleOf(lines);
  const { body, notes } = partFootnotes(lines, style);
  const blocks = settleTables(
    toParagraphs(body, style).map((group) => ({ marked: toBlock(group, style), lines: group })),
  );
  endNotes(blocks, new Set(notes.map((n) => n.number)));
  const ids = new NoteIds(notes, blocks);
  for (const b of blocks) takeMarks(b, (mark) => ids.of(mark));
  const footnotes = notes.map((note): Block => {
    const { text, raised, doubts } = join(note.lines);
    const rest = noteText(text, raised);
    return {
      text: rest,
      ...moved(doubts, rest.length - text.length),
      kind: 'footnote',
      noteId: ids.id(note.number, note.page),
      noteNumber: note.number,
      page: note.page,
    };
  });
  return {
    blocks: withNotes(
      blocks.map((b) => b.block),
      footnotes,
    ),
    furniture: [...new Set(furniture.map((l) => l.text))],
  };
}

/** Ids of notes: the number, preceded by the page if numbering restarts on each page. */
export class NoteIds {
  private readonly pages = new Map<number, number[]>();

  constructor(notes: readonly { number: number; page: number }[], blocks: readonly MarkedBlock[]) {
    for (const n of notes) this.add(n.number, n.page);
    for (const { block } of blocks) {
      if (block.kind === 'footnote') this.add(block.noteNumber!, block.page ?? 0);
    }
  }

  private add(number: number, page: number): void {
    const pages = this.pages.get(number);
    if (pages) pages.push(page);
    else this.pages.set(number, [page]);
  }

  id(number: number, page: number): string {
    return (this.pages.get(number)?.length ?? 0) > 1 ? `${page}.${number}` : String(number);
  }

  /** The note that a mark refers to: on its page, otherwise the only one with its number, or the next after it. */
  of(mark: RaisedNumber): string | undefined {
    const pages = this.pages.get(mark.number);
    if (!pages) return undefined;
    const page = pages.find((p) => p >= mark.page) ?? pages[0]!;
    return this.id(mark.number, page);
  }
}

/** Each footnote after the block that refers to it, or at the end if none does. */
export function withNotes(blocks: readonly Block[], footnotes: readonly Block[]): Block[] {
  const waiting = new Map(footnotes.map((f) => [f.noteId!, f]));
  const out: Block[] = [];
  for (const block of blocks) {
    out.push(block);
    for (const { id } of block.notes ?? []) {
      const note = waiting.get(id);
      if (note) out.push(note);
      waiting.delete(id);
    }
  }
  return [...out, ...waiting.values()];
}

export function toBlock(lines: readonly TextLine[], style: Style): MarkedBlock {
  const { text, raised, doubts } = join(lines);
  const first = lines[0]!;
  const block: Block = { text, page: first.page, ...moved(doubts, 0) };
  if (first.unsureNumber) block.unsureNumber = true;
  if (first.region.cell) return { block: { ...block, kind: 'table' }, raised };
  if (first.bold || first.size > blockThresholds.headingSize * style.size) block.emphasis = true;
  return { block, raised };
}

/** The doubts of a text from whose start this many characters were removed; nothing if there are none. */
function moved(doubts: readonly Span[], by: number): Pick<Block, 'doubts'> {
  const left = doubts.map(([start, end]): Span => [start + by, end + by]).filter(([start]) => start >= 0);
  return left.length > 0 ? { doubts: left } : {};
}

/** The last letter is Arabic. */
const endsArabic = /(?=\p{L})\p{Script=Arabic}\P{L}*$/u;

/**
 * The text of a line that follows an Arabic letter: after it, European numbers on both sides of a hyphen are placed from
 * right to left (rule W2, which looks beyond the start of the line).
 */
function rangeTurned(text: string, [start, end]: Span): string {
  const turned = text
    .slice(start, end)
    .split(/([-+\u2212])/u)
    .reverse();
  return text.slice(0, start) + turned.join('') + text.slice(end);
}

/** The lines of one paragraph, joined by spaces. */
export function join(lines: readonly TextLine[]): { text: string; raised: RaisedNumber[]; doubts: Span[] } {
  let text = '';
  const raised: RaisedNumber[] = [];
  const doubts: Span[] = [];
  for (const line of lines) {
    if (text !== '') text += ' ';
    for (const r of line.raised)
      raised.push({ ...r, start: r.start + text.length, end: r.end + text.length });
    for (const [start, end] of line.doubts ?? []) doubts.push([start + text.length, end + text.length]);
    text += line.firstRange && endsArabic.test(text) ? rangeTurned(line.text, line.firstRange) : line.text;
  }
  return { text, raised, doubts };
}
