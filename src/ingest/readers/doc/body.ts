/** From the characters and properties of one part of a Word 97–2003 document to blocks. */
import { symbolMark } from '../note-marks.ts';
import { joinCell, type StyledBlock } from '../styled-block.ts';
import { TableGrid } from '../table-grid.ts';
import { TextBuilder } from '../text-builder.ts';
import type { ListCounter } from '../word-lists.ts';
import type { WordFile } from './header.ts';
import { offsetIn, pieceAt, type Text } from './pieces.ts';
import { type Modifier, type Run, Runs } from './properties.ts';
import { applyToParagraph, applyToRun, type DocStyle, DocStyles } from './styles.ts';
import { cellEdges, columnsBetween } from './tables.ts';

/** What all parts of a document share. */
export class DocContext {
  readonly text: Text;
  readonly styles: DocStyles;
  readonly paragraphs: Runs;
  readonly characters: Runs;

  constructor(word: WordFile, text: Text) {
    this.text = text;
    this.styles = new DocStyles(word);
    this.paragraphs = new Runs(word, 'paragraphRuns');
    this.characters = new Runs(word, 'characterRuns');
  }
}

const flag = (modifiers: readonly Modifier[], code: number): boolean =>
  modifiers.some((modifier) => modifier.code === code && modifier.operand.getUint8(0) === 1);

/** A note that the text refers to. */
export interface NoteCall {
  id: string;
  automatic: boolean;
}

/** A row of the open table, with the positions at which its cells begin and end, if the file has them. */
interface Row {
  cells: StyledBlock[][];
  edges: readonly number[] | null;
}

export class DocBody {
  readonly blocks: StyledBlock[] = [];
  private readonly context: DocContext;
  private readonly lists: ListCounter | null;
  /** Custom marks by the id of their note. */
  readonly ownMarks = new Map<string, string>();
  /** Notes by the position of their reference. */
  private readonly calls: ReadonlyMap<number, NoteCall>;
  private builder = new TextBuilder();
  private readonly fields: ('code' | 'result')[] = [];
  private rows: Row[] = [];
  private cells: StyledBlock[][] = [];
  private cell: StyledBlock[] = [];
  private inTable = false;
  private tables = 0;

  constructor(context: DocContext, lists: ListCounter | null, calls: ReadonlyMap<number, NoteCall>) {
    this.context = context;
    this.lists = lists;
    this.calls = calls;
  }

  /** Reads the characters from `start` to `named`, whole paragraphs; a damaged count may exceed the actual number. */
  read(start: number, named: number): void {
    const { text, pieces } = this.context.text;
    const end = Math.min(named, text.length);
    let from = start;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      const page = code === 12 && !this.inTable;
      if (code !== 13 && code !== 7 && !page) continue;
      const piece = pieceAt(pieces, at);
      const run = piece ? this.context.paragraphs.at(offsetIn(piece, at)) : null;
      this.paragraph(from, at, run, code === 7);
      from = at + 1;
    }
    if (from < end) this.paragraph(from, end, null, false);
    this.closeTable();
  }

  private paragraph(start: number, end: number, run: Run | null, cellMark: boolean): void {
    const modifiers = run?.modifiers ?? [];
    this.inTable = flag(modifiers, 0x2416);
    if (!this.inTable) this.closeTable();
    const style = this.context.styles.get(run?.style ?? 0);
    if (cellMark && flag(modifiers, 0x2417)) {
      this.rows.push({ cells: this.cells, edges: cellEdges(modifiers, this.cells.length) });
      this.cells = [];
      this.builder.take();
      return;
    }
    this.characters(start, end, style);
    const block = this.block(style, modifiers, run?.style ?? 0);
    if (block) (this.inTable ? this.cell : this.blocks).push(block);
    if (cellMark) {
      this.cells.push(this.cell);
      this.cell = [];
    }
  }

  private block(style: DocStyle, modifiers: readonly Modifier[], index: number): StyledBlock | null {
    const look = applyToParagraph(style, modifiers);
    const list = look.list !== null && look.list !== 0 ? String(look.list) : null;
    const label = list === null ? null : (this.lists?.next(list, look.level ?? 0) ?? null);
    const text = this.builder.take();
    if (!text) return null;
    const block: StyledBlock = { ...text };
    if (style.builtIn === 62) block.kind = 'title';
    else if (style.builtIn >= 19 && style.builtIn <= 27) block.kind = 'other';
    else if (look.outline < 9) Object.assign(block, { kind: 'heading', level: look.outline + 1 });
    else if (style.builtIn >= 1 && style.builtIn <= 9)
      Object.assign(block, { kind: 'heading', level: style.builtIn });
    if (label && label.text !== '') {
      block.label = label.text;
      block.list = label.list;
      if (block.kind !== 'heading') block.level = label.level + 1;
    }
    const { bold, size } = style;
    block.style = { id: String(index), bold, size, centred: look.centred, named: block.kind !== undefined };
    return block;
  }

  private characters(start: number, end: number, style: DocStyle): void {
    const { text, pieces } = this.context.text;
    let at = start;
    while (at < end) {
      const piece = pieceAt(pieces, at);
      const offset = piece ? offsetIn(piece, at) : 0;
      const run = piece ? this.context.characters.at(offset) : null;
      const rest = run && piece ? Math.ceil((run.end - offset) / piece.width) : end - at;
      const stop = Math.min(end, piece?.end ?? end, at + Math.max(1, rest));
      this.run(text.slice(at, stop), at, style, run?.modifiers ?? []);
      at = stop;
    }
  }

  private run(text: string, at: number, style: DocStyle, modifiers: readonly Modifier[]): void {
    const named = modifiers.find((modifier) => modifier.code === 0x4a30);
    const character = named ? this.context.styles.get(named.operand.getUint16(0, true)) : null;
    const look = applyToRun({ ...style, bold: style.bold || character?.bold === true }, modifiers);
    const deleted = flag(modifiers, 0x0800);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (this.field(code)) continue;
      const note = this.calls.get(at + i);
      if (note !== undefined && !deleted) {
        const length = note.automatic ? 1 : markLength(text, i);
        const mark = text.slice(i, i + length);
        if (note.automatic) this.builder.addNote(note.id);
        else this.addOwn(note.id, symbolOf(modifiers) ?? mark);
        i += length - 1;
        continue;
      }
      if (!deleted && !look.hidden && !this.fields.includes('code'))
        this.builder.add(printed(code, text[i]!), look.bold);
    }
  }

  private addOwn(id: string, mark: string): void {
    this.ownMarks.set(id, mark);
    this.builder.addNote(id, mark);
  }

  private field(code: number): boolean {
    if (code === 0x13) this.fields.push('code');
    else if (code === 0x14 && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (code === 0x15) this.fields.pop();
    else return false;
    return true;
  }

  /** One block per cell; a table of one column, or with several numbered paragraphs in a cell, is treated as layout. */
  private closeTable(): void {
    if (this.rows.length === 0 && this.cells.length === 0 && this.cell.length === 0) return;
    const rows = this.cells.length > 0 ? [...this.rows, { cells: this.cells, edges: null }] : this.rows;
    const rest = this.cell;
    this.rows = [];
    this.cells = [];
    this.cell = [];
    const layout = rows.every(({ cells }) => cells.length <= 1);
    const grid = new TableGrid(++this.tables);
    const columnOf = columnsBetween(rows.flatMap(({ edges }) => edges ?? []));
    const cells = rows.flatMap(({ cells: row, edges }) => {
      grid.nextRow();
      const columns = edges?.map(columnOf);
      grid.skip(columns?.[0] ?? 0);
      return row.map((own, i) => {
        const span = columns ? columns[i + 1]! - columns[i]! : 1;
        return { own, place: grid.nextCell(1, span) };
      });
    });
    for (const { own, place } of cells) {
      const rich = own.some((block) => block.kind === 'heading') && own.length > 1;
      if (layout || rich || own.filter((block) => block.label !== undefined).length > 1)
        this.blocks.push(...own);
      else {
        const joined = joinCell(own, place);
        if (joined) this.blocks.push(joined);
      }
    }
    this.blocks.push(...rest);
  }
}

/** A mark may be several characters, or a number: `**`, `12`. */
const markLength = (text: string, from: number): number =>
  /^(?:[0-9\u0660-\u0669]{1,4}|([^\p{L}\p{N}\s])\1*)/u.exec(text.slice(from, from + 4))?.[0].length ?? 1;

/** The symbol-font character that replaces a run, or null. */
function symbolOf(modifiers: readonly Modifier[]): string | null {
  const symbol = modifiers.find((modifier) => modifier.code === 0x6a09);
  return symbol ? symbolMark(symbol.operand.getUint16(2, true)) : null;
}

/** What a character prints: control characters are breaks, hyphens or nothing. */
function printed(code: number, character: string): string {
  if (code === 9 || code === 11 || code === 12 || code === 14) return code === 9 ? '\t' : ' ';
  if (code === 30) return '-';
  return code < 32 ? '' : character;
}
