/** The text of an OpenDocument file as blocks: lists numbered, notes with their references, deletions left out. */
import type { Block } from '../../document.ts';
import { ownMark, withoutMark } from '../note-marks.ts';
import { isElement, type XmlElement } from '../package/xml.ts';
import { isPage, millimetres } from '../page-pictures.ts';
import { joinCell, type StyledBlock } from '../styled-block.ts';
import { TableGrid } from '../table-grid.ts';
import { TextBuilder } from '../text-builder.ts';
import { type ListState, OdtLists } from './lists.ts';
import type { OdtStyle, OdtStyles } from './styles.ts';

const transparent = new Set([
  ...[
    'text:section',
    'text:index-body',
    'office:text',
    'draw:text-box',
    'table:table-header-rows',
    'table:table-rows',
  ],
  ...[
    'table:table-row-group',
    'text:numbered-paragraph',
    'draw:frame',
    'draw:g',
    'draw:custom-shape',
    'draw:rect',
  ],
]);
const indexes =
  /^text:(?:table-of-content|alphabetical-index|illustration-index|table-index|user-index|bibliography)$/u;
const dropped =
  /^(?:office:annotation|office:annotation-end|text:tracked-changes|text:sequence-decls|text:bookmark.*|office:forms|svg:.*|text:ruby-text|text:variable-decls|text:user-field-decls|draw:image|draw:object.*)$/u;

/** The position of a paragraph in a list. */
interface Place {
  label: string;
  level: number;
  list: string;
}

export class OdtBody {
  readonly blocks: StyledBlock[] = [];
  private tables = 0;
  readonly notes: Block[] = [];
  /** Number of images as large as a page. */
  pagePictures = 0;
  private readonly styles: OdtStyles;
  private readonly lists: OdtLists;
  private readonly headingValues = new Map<number, number>();
  private builder = new TextBuilder();
  private frames: XmlElement[] = [];
  private inIndex = false;

  constructor(styles: OdtStyles) {
    this.styles = styles;
    this.lists = new OdtLists(styles);
  }

  visit(element: XmlElement, place: Place | null = null): void {
    const { name } = element;
    if (name === 'draw:frame') this.look(element);
    if (name === 'text:p' || name === 'text:h') this.paragraph(element, place);
    else if (name === 'text:list') this.list(element, null, 1, null);
    else if (name === 'table:table') this.table(element);
    else if (indexes.test(name)) {
      this.inIndex = true;
      this.visitAll(element);
      this.inIndex = false;
    } else if (transparent.has(name)) this.visitAll(element);
  }

  visitAll(element: XmlElement): void {
    for (const node of element.children) if (isElement(node)) this.visit(node);
  }

  private list(list: XmlElement, state: ListState | null, level: number, inherited: string | null): void {
    const own = state ?? this.lists.open(list, inherited ?? this.styleOfFirst(list));
    const style = list.attributes['text:style-name'] ?? inherited ?? own.style;
    for (const entry of list.children) {
      if (!isElement(entry)) continue;
      const header = entry.name === 'text:list-header';
      if (!header && entry.name !== 'text:list-item') continue;
      let place: Place | null = null;
      // An entry that begins with a nested list only holds that list and is not counted.
      const first = entry.children.find(isElement);
      if (!header && first && first.name !== 'text:list') {
        const label = this.lists.next(own, style, level, entry.attributes['text:start-value']);
        place = { label, level, list: own.id };
      }
      for (const node of entry.children) {
        if (!isElement(node)) continue;
        if (node.name === 'text:list') this.list(node, own, level + 1, style);
        else {
          this.visit(node, place);
          place = null;
        }
      }
    }
  }

  /** A list without its own style takes its first paragraph's. */
  private styleOfFirst(list: XmlElement): string | null {
    for (const entry of list.children) {
      if (!isElement(entry)) continue;
      for (const node of entry.children) {
        if (isElement(node) && node.name === 'text:p')
          return this.styles.paragraph(node.attributes['text:style-name']).listStyle;
      }
    }
    return null;
  }

  private paragraph(element: XmlElement, place: Place | null): void {
    const style = this.styles.paragraph(element.attributes['text:style-name']);
    this.inline(element, style.bold, style.hidden);
    const text = this.builder.take();
    if (text) this.push(text, element, style, place);
    const frames = this.frames;
    this.frames = [];
    for (const frame of frames) this.visitAll(frame);
  }

  private push(
    text: Pick<Block, 'text' | 'notes' | 'emphasis'>,
    element: XmlElement,
    style: OdtStyle,
    place: Place | null,
  ) {
    const block: StyledBlock = { ...text };
    if (this.inIndex) block.kind = 'other';
    else if (/^(?:title|العنوان)$/u.test(style.name)) block.kind = 'title';
    else if (element.name === 'text:h') {
      const level = Number(element.attributes['text:outline-level'] ?? style.outline ?? 1);
      Object.assign(block, { kind: 'heading', level });
      if (element.attributes['text:is-list-header'] !== 'true' && !place) {
        const label = this.lists.nextHeading(level, this.headingValues);
        if (label !== '') block.label = label;
      }
    }
    if (place && place.label !== '') {
      block.label = place.label;
      block.list = place.list;
      if (block.kind !== 'heading') block.level = place.level;
    }
    const { id, bold, size, centred } = style;
    block.style = { id, bold, size, centred, named: block.kind !== undefined };
    this.blocks.push(block);
  }

  private inline(element: XmlElement, bold: boolean, hidden: boolean, raised = false): void {
    for (const node of element.children) {
      if (!isElement(node)) {
        // Line breaks and indentation of the XML file itself are spaces.
        const text = node.replace(/[\t\r\n]+/gu, ' ');
        if (hidden) continue;
        if (raised) this.builder.addRaised(text, bold);
        else this.builder.add(text, bold);
        continue;
      }
      this.inlineElement(node, bold, hidden);
    }
  }

  private inlineElement(node: XmlElement, bold: boolean, hidden: boolean): void {
    if (dropped.test(node.name)) return;
    switch (node.name) {
      case 'text:s':
      case 'text:line-break':
        this.builder.add(' ', bold);
        break;
      case 'text:tab':
        this.builder.add('\t', bold);
        break;
      case 'text:note':
        this.note(node);
        break;
      case 'text:span': {
        const style = this.styles.text(node.attributes['text:style-name']);
        this.inline(node, style.bold ?? bold, hidden || style.hidden, style.raised);
        break;
      }
      case 'draw:frame':
      case 'draw:g':
      case 'draw:custom-shape':
        if (node.name === 'draw:frame') this.look(node);
        this.frames.push(node);
        break;
      default:
        this.inline(node, bold, hidden);
    }
  }

  private look(frame: XmlElement): void {
    if (!frame.children.some((node) => isElement(node) && node.name === 'draw:image')) return;
    const side = (name: string) => millimetres(frame.attributes[`svg:${name}`], 'cm');
    if (isPage(side('width'), side('height'))) this.pagePictures++;
  }

  private note(note: XmlElement): void {
    const id = note.attributes['text:id'] ?? `note ${this.notes.length}`;
    const citation = note.children.filter(isElement).find((node) => node.name === 'text:note-citation');
    const body = note.children.filter(isElement).find((node) => node.name === 'text:note-body');
    this.builder.addNote(id);
    const reader = new OdtBody(this.styles);
    if (body) reader.visitAll(body);
    const printed =
      citation?.children
        .filter((node) => typeof node === 'string')
        .join('')
        .trim() ?? '';
    for (const [i, { style: _, ...block }] of reader.blocks.entries()) {
      const own: Block = { ...block, kind: 'footnote', noteId: id };
      const first = i === 0 && printed !== '';
      this.notes.push(first ? withoutMark({ ...own, ...ownMark(printed) }, printed) : own);
    }
  }

  private table(table: XmlElement): void {
    const rows = rowsOf(table);
    const layout = rows.every((row) => cellsOf(row).length <= 1);
    const grid = new TableGrid(++this.tables);
    for (const row of rows) {
      grid.nextRow();
      for (const cell of cellsOf(row)) {
        const span = (name: string) => Number(cell.attributes[`table:number-${name}`] ?? 1);
        const place = grid.nextCell(span('rows-spanned'), span('columns-spanned'));
        grid.skip(span('columns-repeated') - 1);
        const from = this.blocks.length;
        this.visitAll(cell);
        const own = this.blocks.splice(from);
        const rich = own.some(
          (block) => block.kind === 'table' || (block.kind === 'heading' && own.length > 1),
        );
        if (layout || rich || own.filter((block) => block.label !== undefined).length > 1)
          this.blocks.push(...own);
        else {
          const joined = joinCell(own, place);
          if (joined) this.blocks.push(joined);
        }
      }
    }
  }
}

function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.filter(isElement).flatMap((node) => {
    if (node.name === 'table:table-row') return [node];
    return transparent.has(node.name) ? rowsOf(node) : [];
  });
}

const cellsOf = (row: XmlElement) =>
  row.children.filter(isElement).filter((node) => node.name === 'table:table-cell');
