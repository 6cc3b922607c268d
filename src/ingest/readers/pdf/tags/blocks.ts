/**
 * Lines of tags → the document's blocks, in the order of the tree: paragraphs, headings, items with their labels, cells
 * and notes are what the tags say. Notes without a tag are found as in untagged files.
 */
import type { Block } from '../../../document.ts';
import { joinCell } from '../../styled-block.ts';
import { numberTables } from '../../table-grid.ts';
import { join, NoteIds, toBlock, withNotes } from '../blocks/blocks.ts';
import {
  endNotes,
  type MarkedBlock,
  markInFront,
  type Note,
  noteText,
  partFootnotes,
  startOfNote,
  takeMarks,
} from '../blocks/footnotes.ts';
import { type Style, styleOf, toParagraphs } from '../blocks/paragraphs.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { TaggedCell } from './cells.ts';
import { type Extent, withEmptyCells } from './empty-cells.ts';
import { lettersOf, linesOfBlocks } from './judge.ts';
import { tagThresholds } from './thresholds.ts';
import type { TagBlock, TagTree } from './tree.ts';

/**
 * A block of the tree with its lines; `number` is its place in the tree, between two places for lines outside all tags.
 */
interface Piece {
  number: number;
  tag: TagBlock | null;
  label: TextLine[];
  lines: TextLine[];
}

/** `furniture` are the lines that are not text; `pageNumbers` gives the page, from 1, of a page's object number. */
export function tagBlocks(
  pages: readonly TextLine[][],
  furniture: ReadonlySet<TextLine>,
  tree: TagTree,
  pageNumbers: ReadonlyMap<number, number>,
): Block[] {
  const bodies = pages.map((lines) => lines.filter((line) => !furniture.has(line)));
  const style = styleOf(bodies.flat());
  const pieces = [...piecesOf(bodies, tree, pageNumbers), ...untagged(bodies, style)];
  pieces.sort((a, b) => a.number - b.number);
  const { body: parts, notes } = partNotes(pieces, bodies, style);
  const body = joinTitles(parts, style);
  const headings = plainHeadings(body);
  const units: Unit[] = body.map((piece) => ({ piece, ...toMarked(piece, style, headings) }));
  listedNotes(
    units.filter(({ piece }) => (piece.tag?.cell ?? -1) < 0),
    new Set(notes.map((note) => note.number)),
  );
  const ids = new NoteIds(notes, units);
  for (const unit of units) takeMarks(unit, (mark) => ids.of(mark));
  const footnotes = notes.map((note) => toFootnote(note, ids));
  const cells = withEmptyCells(tree.cells, extentsOf(body));
  return withNotes(joinCells(units, cells), footnotes);
}

/** A list at the end whose items are notes: their labels are the numbers. */
function listedNotes(units: readonly Unit[], known: ReadonlySet<number>): void {
  const texts = units.map(({ block }) => block.text);
  for (const { block } of units) if (block.label !== undefined) block.text = `${block.label} ${block.text}`;
  endNotes(units, known);
  units.forEach(({ block }, i) => {
    if (block.label === undefined) return;
    if (block.kind !== 'footnote') block.text = texts[i]!;
    else {
      delete block.label;
      delete block.level;
      delete block.list;
    }
  });
}

interface Unit extends MarkedBlock {
  piece: Piece;
}

function piecesOf(
  bodies: readonly TextLine[][],
  tree: TagTree,
  pageNumbers: ReadonlyMap<number, number>,
): Piece[] {
  const labels = new Map<number, TextLine[]>();
  for (const { tag } of bodies.flat().filter((line) => line.tag?.label)) labels.set(tag!.block, []);
  for (const line of bodies.flat()) if (line.tag?.label) labels.get(line.tag.block)!.push(line);
  const lines = new Map(linesOfBlocks(bodies));
  const out: Piece[] = [];
  tree.blocks.forEach((tag, number) => {
    const label = labels.get(number) ?? [];
    const own = lines.get(number) ?? [];
    if (label.length > 0 || own.length > 0) out.push({ number, tag, label, lines: own });
    else if (tag.actual?.trim() && pageNumbers.has(tag.page)) out.push({ number, tag, label, lines: [] });
  });
  return out;
}

/**
 * Lines of a title that was broken by hand: each is in an element without a meaning, all of them in one element, where
 * text of the usual size would be lines that stand alone.
 */
function joinTitles(pieces: readonly Piece[], style: Style): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before && goesOn(before, piece, style)) before.lines = [...before.lines, ...piece.lines];
    else out.push({ ...piece });
  }
  return out;
}

function goesOn(before: Piece, piece: Piece, style: Style): boolean {
  const { titleSize, titleLeading } = tagThresholds;
  const last = before.lines.at(-1);
  const line = piece.lines[0];
  if (!last || !line || !piece.tag || piece.tag.within < 0) return false;
  if (before.tag?.within !== piece.tag.within || before.label.length + piece.label.length > 0) return false;
  const alike = last.bold === line.bold && last.latin === line.latin && Math.abs(last.size - line.size) < 0.5;
  if (!alike || last.page !== line.page || Math.min(last.size, line.size) < titleSize * style.size)
    return false;
  const leading = (line.y - last.y) / line.size;
  return leading > 0 && leading <= titleLeading;
}

/** Lines outside all tags, as paragraphs: each after the block above it. */
function untagged(bodies: readonly TextLine[][], style: Style): Piece[] {
  const all = bodies.flatMap((lines) => lines.filter((line) => (line.tag?.block ?? -1) < 0));
  if (all.length === 0) return [];
  let before = -1;
  return toParagraphs(all, style).map((lines): Piece => {
    const first = lines[0]!;
    const above = (bodies[first.page - 1] ?? []).filter((l) => (l.tag?.block ?? -1) >= 0 && l.y <= first.y);
    const at = above.reduce((last, l) => Math.max(last, l.tag!.block), before);
    before = at;
    return { number: at + 0.5, tag: null, label: [], lines };
  });
}

/** Notes by their tags; if no tag says note, those found on the page. */
function partNotes(
  pieces: readonly Piece[],
  bodies: readonly TextLine[][],
  style: Style,
): { body: Piece[]; notes: Note[] } {
  const tagged = new Map<number, Piece[]>();
  const body: Piece[] = [];
  for (const piece of pieces) {
    const note = piece.tag?.note ?? -1;
    const own = tagged.get(note);
    if (note < 0) body.push(piece);
    else if (own) own.push(piece);
    else tagged.set(note, [piece]);
  }
  const notes = [...tagged.values()].flatMap(noteOf);
  if (tagged.size > 0) return { body, notes };
  const byPage = bodies.flatMap((lines) => [...lines].sort((a, b) => a.y - b.y));
  const shown = partFootnotes(byPage, style).notes;
  const inNotes = new Set(shown.flatMap(({ lines }) => lines));
  // A block that is only partly a note is not one.
  const whole = body.filter(({ lines, label }) => [...label, ...lines].every((line) => inNotes.has(line)));
  const known = new Set(whole.flatMap(({ lines, label }) => [...label, ...lines]));
  if ([...inNotes].some((line) => !known.has(line))) return { body, notes };
  const out = new Set(whole);
  return { body: body.filter((piece) => !out.has(piece)), notes: shown };
}

function noteOf(pieces: readonly Piece[]): Note[] {
  const label = pieces[0]!.label;
  const lines = pieces.flatMap((piece) => piece.lines);
  if (!label[0] && lines[0]) lines[0] = markInFront(lines[0]);
  const first = label[0] ?? lines[0];
  if (!first) return [];
  // A number begins a note only if text follows it.
  const opening = label[0] && lines[0] ? { ...label[0], text: `${label[0].text} ${lines[0].text}` } : first;
  const number = startOfNote(opening) ?? 0;
  return [{ number, page: first.page, lines: [...label, ...lines] }];
}

function toFootnote(note: Note, ids: NoteIds): Block {
  const { text, raised } = join(note.lines);
  const numbered = note.number > 0;
  const block: Block = { text: numbered ? noteText(text, raised) : text, kind: 'footnote', page: note.page };
  block.noteId = numbered ? ids.id(note.number, note.page) : `${note.page}.${text.slice(0, 40)}`;
  if (numbered) block.noteNumber = note.number;
  return block;
}

/** A document that tags most of its text as headings says nothing by it. */
function plainHeadings(body: readonly Piece[]): boolean {
  let headings = 0;
  let all = 0;
  for (const { tag, lines } of body) {
    const letters = lettersOf(lines);
    all += letters;
    if (tag?.kind === 'heading') headings += letters;
  }
  return headings > tagThresholds.headingShare * all;
}

function toMarked(piece: Piece, style: Style, plainHeading: boolean): MarkedBlock {
  const { tag, label, lines } = piece;
  const marked: MarkedBlock =
    lines.length > 0 ? toBlock(lines, style) : { block: { text: '', page: label[0]?.page ?? 1 }, raised: [] };
  const { block } = marked;
  if (!tag) return marked;
  if (tag.actual !== null && !readable(block.text)) {
    block.text = tag.actual.trim();
    marked.raised = [];
  }
  if (tag.kind === 'title') block.kind = 'title';
  else if (tag.kind === 'contents') block.kind = 'other';
  else if (tag.kind === 'heading' && !plainHeading) {
    block.kind = 'heading';
    if (tag.level > 0) block.level = tag.level;
  }
  if (label.length > 0) {
    block.label = join(label).text;
    block.page = label[0]!.page;
    if (tag.level > 0) block.level = tag.level;
    if (tag.list >= 0) block.list = `tag-${tag.list}`;
  }
  return marked;
}

/** Letters that the fonts do not map are not read. */
function readable(text: string): boolean {
  const strange = text.match(/[\uFFFD\uE000-\uF8FF]/gu)?.length ?? 0;
  return text !== '' && strange * 2 < text.replace(/\s/gu, '').length;
}

/** The extent of each cell's content; a cell over two pages, and one of rotated text, says nothing. */
function extentsOf(pieces: readonly Piece[]): Map<number, Extent> {
  const out = new Map<number, Extent>();
  for (const { tag, lines } of pieces) {
    if (!tag || tag.cell < 0) continue;
    for (const { x0, x1, sheet } of lines) {
      if (!sheet) continue;
      const [left, right] = out.get(tag.cell) ?? [x0, x1];
      out.set(tag.cell, [Math.min(left, x0), Math.max(right, x1)]);
    }
  }
  return out;
}

/**
 * One block per cell, by the same rule as for the other formats: a table of one column, or a cell with headings, is
 * layout.
 */
function joinCells(units: readonly Unit[], cells: readonly TaggedCell[]): Block[] {
  const columns = new Map<number, number>();
  for (const { table, column } of cells) columns.set(table, Math.max(columns.get(table) ?? 0, column));
  const rich = new Set(cells.map(({ inside }) => inside));
  const out: Block[] = [];
  for (let from = 0; from < units.length; ) {
    const cell = units[from]!.piece.tag?.cell ?? -1;
    let to = from + 1;
    while (cell >= 0 && to < units.length && units[to]!.piece.tag?.cell === cell) to++;
    const own = units.slice(from, to).map(({ block }) => block);
    from = to;
    const place = cells[cell];
    const labels = own.filter((block) => block.label !== undefined).length;
    const headed = own.length > 1 && own.some((block) => block.kind === 'heading');
    if (!place || columns.get(place.table)! <= 1 || rich.has(cell) || headed || labels > 1) out.push(...own);
    else {
      const { table, row, column } = place;
      const joined = joinCell(own, { table, row, column });
      const page = own[0]!.page;
      if (joined) out.push(page === undefined ? joined : { ...joined, page });
    }
  }
  // The tree counts layout tables too.
  numberTables(out.map(({ cell }) => cell ?? null));
  return out;
}
