/**
 * The file's structure tree (ISO 32000-1 §14.7) as a list of blocks in its order, and which block each marked piece of
 * each page belongs to. pdf.js gives the tree page by page, at a cost that grows with its square; here it is walked
 * once, from the file's own objects, without recursion.
 */
import type { Objects } from '../open/objects.ts';
import { type Dict, decodeText, isDict, isRef, isText, type Value } from '../open/syntax.ts';
import { type CellSpan, Cells, type TaggedCell } from './cells.ts';
import { type Role, Roles } from './roles.ts';
import { tagThresholds } from './thresholds.ts';

export type TagKind = 'paragraph' | 'title' | 'heading' | 'contents' | 'item';

/** A paragraph according to the tags. */
export interface TagBlock {
  kind: TagKind;
  /** Of a heading 1 to 9, of an item the depth of its list from 1; 0 if not given. */
  level: number;
  /** Which list it is an item of, -1 for none. */
  list: number;
  /** Which cell it is in, an index into `cells`; -1 for none. */
  cell: number;
  /** Which note it is part of, -1 for none. */
  note: number;
  /** Of text in an element without a meaning (`NonStruct`): the element around that one. -1 for all other text. */
  within: number;
  language: string | null;
  /** Object number of the page with its first piece. */
  page: number;
  /** Its actual text, if the tags give one for all of it. */
  actual: string | null;
}

export interface TagTree {
  blocks: TagBlock[];
  cells: TaggedCell[];
  /** The number of a marked piece, which counts up in the tree's order; undefined for one outside the tree. */
  pieceOf(page: number, mcid: number): number | undefined;
  /** The block of a piece, -1 for an artifact. */
  blockOf(piece: number): number;
  /** Whether a piece is the label of a list item or a note. */
  isLabel(piece: number): boolean;
  /** The actual text of the element that contains only this piece. */
  actualOf(piece: number): string | undefined;
}

/** Why a tree cannot be followed. */
export type TreeFault = 'none' | 'loop' | 'too_large' | 'repeated';

/** Gathers the text directly inside one element: of a paragraph all of it, elsewhere what is between its blocks. */
interface Box {
  role: Role;
  level: number;
  /** Like the block's. */
  within: number;
  /** The open block, -1 for none yet. */
  block: number;
  /** Whether it has had text besides a label. */
  used: boolean;
}

interface Frame {
  kids: readonly Value[];
  at: number;
  page: number;
  box: Box;
  label: boolean;
  artifact: boolean;
  language: string | null;
  list: number;
  depth: number;
  cell: number;
  note: number;
  /** Its index among the elements. */
  number: number;
  /** An element around the content with an actual text of its own. */
  actual: { text: string; said: number; piece: number } | null;
}

export function readTree(objects: Objects, pages: number): TagTree | TreeFault {
  const root = objects.dict(objects.catalog()?.get('/StructTreeRoot'));
  if (!root) return 'none';
  return new Walk(objects, root, pages).run(root);
}

class Walk {
  private readonly objects: Objects;
  private readonly roles: Roles;
  private readonly limit: number;
  private readonly blocks: TagBlock[] = [];
  private readonly cells = new Cells();
  private readonly pages = new Map<number, Map<number, number>>();
  private readonly pieceBlocks: number[] = [];
  private readonly pieceLabels: boolean[] = [];
  private readonly actuals = new Map<number, string>();
  private readonly seen = new Set<number>();
  private elements = 0;
  private lists = 0;
  private notes = 0;
  private repeated = 0;

  constructor(objects: Objects, root: Dict, pages: number) {
    const { elementsAtLeast, elementsPerPage, elementsAtMost } = tagThresholds;
    this.objects = objects;
    this.roles = new Roles(objects, root);
    this.limit = Math.min(elementsAtMost, elementsAtLeast + elementsPerPage * pages);
  }

  run(root: Dict): TagTree | TreeFault {
    const stack: Frame[] = [
      {
        kids: this.kidsOf(root),
        at: 0,
        page: -1,
        box: { role: 'group', level: 0, within: -1, block: -1, used: false },
        label: false,
        artifact: false,
        language: null,
        list: -1,
        depth: 0,
        cell: -1,
        note: -1,
        number: 0,
        actual: null,
      },
    ];
    while (stack.length > 0) {
      const frame = stack.at(-1)!;
      const kid = frame.kids[frame.at++];
      if (kid === undefined) {
        stack.pop();
        continue;
      }
      const value = this.objects.resolve(kid);
      if (typeof value === 'number') this.content(frame, frame.page, value);
      else if (isDict(value)) {
        if (value.has('/S')) {
          if (isRef(kid) && this.seen.has(kid.ref)) return 'loop';
          if (isRef(kid)) this.seen.add(kid.ref);
          stack.push(this.element(frame, value));
        } else if (value.has('/MCID') && !value.has('/Stm')) {
          this.content(
            frame,
            refOf(value.get('/Pg')) ?? frame.page,
            this.objects.resolve(value.get('/MCID')),
          );
        }
      }
      if (++this.elements > this.limit) return 'too_large';
    }
    const { repeatedPieces } = tagThresholds;
    if (this.pieceBlocks.length === 0) return 'none';
    if (this.repeated > repeatedPieces * this.pieceBlocks.length) return 'repeated';
    return {
      blocks: this.blocks,
      cells: this.cells.all,
      pieceOf: (page, mcid) => this.pages.get(page)?.get(mcid),
      blockOf: (piece) => this.pieceBlocks[piece]!,
      isLabel: (piece) => this.pieceLabels[piece]!,
      actualOf: (piece) => this.actuals.get(piece),
    };
  }

  private kidsOf(element: Dict): readonly Value[] {
    const own = element.get('/K');
    if (own === undefined || own === null) return [];
    const kids = isRef(own) ? this.objects.resolve(own) : own;
    // A single child keeps its reference, by which it is recognised later.
    return Array.isArray(kids) ? kids : [own];
  }

  private element(above: Frame, dict: Dict): Frame {
    const type = this.objects.resolve(dict.get('/S'));
    const { role, name } = this.roles.of(typeof type === 'string' ? type : '/NonStruct');
    const language = this.textOf(dict.get('/Lang'), 100);
    const actual = this.textOf(dict.get('/ActualText'), tagThresholds.longestActualText);
    const frame: Frame = {
      ...above,
      kids: this.kidsOf(dict),
      at: 0,
      number: this.elements,
      page: refOf(dict.get('/Pg')) ?? above.page,
      language: language || above.language,
      actual: actual === null ? above.actual : { text: actual, said: -1, piece: -1 },
    };
    switch (role) {
      case 'inline':
        break;
      case 'label':
        // Inside a paragraph it is the mark that refers to a note.
        frame.label = (above.box.role === 'item' || above.box.role === 'note') && !above.box.used;
        break;
      case 'artifact':
        frame.artifact = true;
        break;
      case 'group':
        if (above.box.role === 'group') this.open(frame, above.box, role);
        if (name === 'NonStruct' && frame.box.role === 'group') frame.box.within = above.number;
        break;
      case 'block':
        // The first paragraph of an item, a cell or a note is its text.
        if (above.box.role === 'group' || above.box.role === 'block' || above.box.used)
          this.open(frame, above.box, role);
        break;
      case 'title':
      case 'heading':
      case 'contents':
        this.open(frame, above.box, role, Number(/^H(\d+)$/u.exec(name)?.[1] ?? 0));
        break;
      case 'list':
        this.open(frame, above.box, 'group');
        frame.list = this.lists++;
        frame.depth++;
        break;
      case 'item':
        this.open(frame, above.box, role, frame.depth);
        break;
      case 'table':
        this.open(frame, above.box, 'group');
        this.cells.table(above.cell);
        break;
      case 'row':
        this.cells.row();
        break;
      case 'cell':
        this.open(frame, above.box, role);
        frame.cell = this.cells.cell(this.attributes(dict), above.cell);
        break;
      case 'note':
        // The text around a note continues after it.
        frame.box = { role, level: 0, within: -1, block: -1, used: false };
        frame.note = this.notes++;
        break;
    }
    return frame;
  }

  private open(frame: Frame, above: Box, role: Role, level = 0): void {
    above.block = -1;
    above.used = true;
    frame.label = false;
    frame.box = { role, level, within: -1, block: -1, used: false };
  }

  private content(frame: Frame, page: number, mcid: Value | undefined): void {
    if (page < 0 || typeof mcid !== 'number' || !Number.isInteger(mcid) || mcid < 0) return;
    let pieces = this.pages.get(page);
    if (!pieces) {
      pieces = new Map();
      this.pages.set(page, pieces);
    }
    if (pieces.has(mcid)) {
      this.repeated++;
      return;
    }
    const piece = this.pieceBlocks.length;
    pieces.set(mcid, piece);
    const { actual } = frame;
    if (actual !== null) {
      if (actual.piece < 0) this.actuals.set(piece, actual.text);
      else this.actuals.delete(actual.piece);
      actual.piece = piece;
    }
    this.pieceLabels.push(frame.label);
    if (frame.artifact) {
      this.pieceBlocks.push(-1);
      return;
    }
    const { box } = frame;
    const fresh = box.block < 0;
    if (fresh) box.block = this.newBlock(frame, page);
    this.pieceBlocks.push(box.block);
    if (!frame.label) box.used = true;
    this.say(frame, this.blocks[box.block]!, fresh);
  }

  /** A block has an actual text as long as all its pieces have one. */
  private say(frame: Frame, block: TagBlock, fresh: boolean): void {
    const { actual, box } = frame;
    if (actual === null || (block.actual === null && !fresh)) block.actual = null;
    else if (actual.said !== box.block) {
      actual.said = box.block;
      block.actual = (block.actual ?? '') + actual.text;
      if (block.actual.length > tagThresholds.longestActualText) block.actual = null;
    }
  }

  private newBlock(frame: Frame, page: number): number {
    const { box, list, depth, cell, note, language } = frame;
    const plain = { level: 0, list: -1, cell, note, within: box.within, language, page, actual: null };
    if (box.role === 'item' && !box.used) {
      this.blocks.push({ ...plain, kind: 'item', level: depth, list });
    } else if (box.role === 'title' || box.role === 'heading' || box.role === 'contents') {
      this.blocks.push({ ...plain, kind: box.role, level: box.level });
    } else this.blocks.push({ ...plain, kind: 'paragraph' });
    return this.blocks.length - 1;
  }

  private textOf(value: Value | undefined, longest: number): string | null {
    if (value === undefined) return null;
    const text = this.objects.resolve(value);
    return isText(text) && text.bytes.length <= 4 * longest ? decodeText(text) : null;
  }

  /** Row and column spans of a cell, from the attributes of the element (§14.7.5). */
  private attributes(dict: Dict): CellSpan {
    const own = this.objects.resolve(dict.get('/A'));
    const spans = { rows: 1, columns: 1, said: false };
    for (const value of Array.isArray(own) ? own.slice(0, 10) : [own]) {
      const attributes = this.objects.dict(value);
      if (!attributes) continue;
      spans.rows = span(this.objects.resolve(attributes.get('/RowSpan'))) ?? spans.rows;
      const columns = span(this.objects.resolve(attributes.get('/ColSpan')));
      if (columns !== undefined) Object.assign(spans, { columns, said: true });
    }
    return spans;
  }
}

const refOf = (value: Value | undefined): number | undefined => (isRef(value) ? value.ref : undefined);

const span = (value: Value | undefined): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= tagThresholds.mostSpan
    ? value
    : undefined;
