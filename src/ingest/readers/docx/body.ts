/**
 * A Word part's paragraphs and tables as blocks: deletions and hidden text are left out, insertions and field results
 * kept.
 */

import type { CellPlace } from '../../../report/index.ts';
import { symbolMark } from '../note-marks.ts';
import { child, descendants, isElement, textOf, type XmlElement } from '../package/xml.ts';
import { joinCell, type StyledBlock } from '../styled-block.ts';
import { TableGrid } from '../table-grid.ts';
import { TextBuilder } from '../text-builder.ts';
import type { AutomaticLabel, ListCounter } from '../word-lists.ts';
import { pagePictures } from './pictures.ts';
import { boldOf, type Style, type Styles, toggle, value } from './styles.ts';

const transparent = new Set([
  ...[
    'w:ins',
    'w:moveTo',
    'w:hyperlink',
    'w:smartTag',
    'w:customXml',
    'w:sdt',
    'w:sdtContent',
    'w:fldSimple',
  ],
  ...['w:dir', 'w:bdo', 'w:ruby', 'w:rubyBase', 'mc:AlternateContent', 'mc:Choice', 'w:pict', 'w:drawing'],
]);
const headingName =
  /^(?:heading|عنوان|العنوان|titre|título|überschrift) ?([1-9])$|^_?\s*h[ _]*([1-9]|ch)(?:[ _/].*)?$/u;

/** References to notes are distinguished by part: `f2`, `e1`. */
export type NoteKind = 'f' | 'e';

export class BodyReader {
  readonly blocks: StyledBlock[] = [];
  private tables = 0;
  /** Number of images as large as a page. */
  pagePictures = 0;
  private readonly styles: Styles;
  private readonly numbering: ListCounter;
  private builder = new TextBuilder();
  /** Open fields; text counts only after every `separate`. */
  private readonly fields: ('code' | 'result')[] = [];
  private boxes: XmlElement[] = [];
  /** A note reference with a custom mark that has not come yet. */
  private markless = false;

  constructor(styles: Styles, numbering: ListCounter) {
    this.styles = styles;
    this.numbering = numbering;
  }

  /** A child of the body, a cell, a note or a text box. */
  visit(element: XmlElement): void {
    if (element.name === 'w:p') this.paragraph(element);
    else if (element.name === 'w:tbl') this.table(element);
    else if (element.name === 'mc:AlternateContent') this.visitAll(child(element, 'mc:Choice') ?? element);
    else if (transparent.has(element.name)) this.visitAll(element);
  }

  visitAll(element: XmlElement): void {
    for (const node of element.children) if (isElement(node)) this.visit(node);
  }

  private paragraph(element: XmlElement): void {
    const properties = child(element, 'w:pPr');
    const style = this.styles.get(value(child(properties, 'w:pStyle')));
    const mark = child(properties, 'w:rPr');
    this.runs(element, style);
    // A deleted paragraph mark joins the paragraph to the next, which determines the properties.
    if (child(mark, 'w:del') || child(mark, 'w:moveFrom')) return;
    this.endParagraph(properties, style);
    const boxes = this.boxes;
    this.boxes = [];
    for (const box of boxes) this.visitAll(box);
  }

  private endParagraph(properties: XmlElement | undefined, style: Style): void {
    const label = this.label(properties, style);
    const text = this.builder.take();
    if (!text) return;
    const block: StyledBlock = { ...text };
    const outline = outlineOf(properties, style);
    if (/^(?:title|العنوان)$/u.test(style.name)) block.kind = 'title';
    else if (/^(?:toc |table of figures|جدول المحتويات)/u.test(style.name)) block.kind = 'other';
    else if (outline !== null) Object.assign(block, { kind: 'heading', level: outline + 1 });
    if (label && label.text !== '') {
      block.label = label.text;
      if (block.kind !== 'heading') block.level = label.level + 1;
      block.list = label.list;
    }
    const alignment = value(child(properties, 'w:jc'));
    const centred = alignment === null ? style.centred : alignment === 'center';
    const named = block.kind !== undefined;
    block.style = { id: style.id, bold: style.bold, size: style.size, centred, named };
    this.blocks.push(block);
  }

  /** Numbered paragraphs count even if they are empty, as they do in print. */
  private label(properties: XmlElement | undefined, style: Style): AutomaticLabel | null {
    const own = child(properties, 'w:numPr');
    const numId = value(child(own, 'w:numId')) ?? style.numId;
    if (numId === null || numId === '0') return null;
    const stated = value(child(own, 'w:ilvl'));
    const level =
      stated === null ? (this.numbering.levelOfStyle(numId, style.id) ?? style.ilvl ?? 0) : Number(stated);
    return this.numbering.next(numId, level);
  }

  private runs(element: XmlElement, style: Style): void {
    for (const node of element.children) {
      if (!isElement(node)) continue;
      if (node.name === 'w:r') this.run(node, style);
      else if (node.name === 'w:t') this.takeMark(textOf(node));
      else if (node.name === 'mc:AlternateContent') this.runs(child(node, 'mc:Choice') ?? node, style);
      else if (transparent.has(node.name)) this.runs(node, style);
      else if (node.name === 'm:oMath' || node.name === 'm:oMathPara') {
        for (const part of descendants(node, 'm:t')) this.add(textOf(part), false);
      }
    }
  }

  private run(run: XmlElement, style: Style): void {
    const properties = child(run, 'w:rPr');
    const character = this.styles.character(value(child(properties, 'w:rStyle')));
    if (toggle(properties, 'w:vanish') ?? (style.vanish || character?.vanish)) return;
    // A style's boldness belongs to the block; only what the run itself adds counts as emphasis.
    const bold = boldOf(properties) ?? (character?.bold || style.bold);
    for (const node of run.children) {
      if (!isElement(node)) continue;
      switch (node.name) {
        case 'w:t':
          if (value(child(properties, 'w:vertAlign')) === 'superscript') this.addRaised(textOf(node), bold);
          else this.add(textOf(node), bold);
          break;
        case 'w:tab':
        case 'w:ptab':
          this.add('\t', bold);
          break;
        case 'w:br':
        case 'w:cr':
          this.add(' ', bold);
          break;
        case 'w:noBreakHyphen':
          this.add('-', bold);
          break;
        case 'w:fldChar':
          this.field(node.attributes['w:fldCharType']);
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference':
          if (this.call(node, run)) return;
          break;
        case 'mc:AlternateContent':
        case 'w:drawing':
        case 'w:pict':
        case 'w:object': {
          const drawing = child(node, 'mc:Choice') ?? node;
          this.pagePictures += pagePictures(drawing);
          this.textBoxes(drawing);
          break;
        }
        case 'w:ruby':
          this.runs(node, style);
          break;
      }
    }
  }

  /** True if a custom mark follows the reference in the same run. */
  private call(node: XmlElement, run: XmlElement): boolean {
    const id = `${node.name === 'w:footnoteReference' ? 'f' : 'e'}${node.attributes['w:id'] ?? ''}`;
    if (!/^(?:1|true|on)$/u.test(node.attributes['w:customMarkFollows'] ?? '')) {
      this.builder.addNote(id);
      return false;
    }
    const behind = run.children.slice(run.children.indexOf(node) + 1).filter(isElement);
    const mark = behind.map(markOf).join('').trim();
    this.markless = mark === '';
    this.builder.addNote(id, mark || '*');
    return true;
  }

  /** Some programs write the mark after the run of its reference; true if this is one. */
  private takeMark(text: string): boolean {
    if (!this.markless || !/^\s*(?:[*†‡§#]+|[0-9\u0660-\u0669]{1,3})\s*$/u.test(text)) return false;
    this.builder.markLast(text.trim());
    this.markless = false;
    return true;
  }

  private textBoxes(element: XmlElement): void {
    for (const node of element.children) {
      if (!isElement(node) || node.name === 'mc:Fallback') continue;
      if (node.name === 'w:txbxContent') this.boxes.push(node);
      else this.textBoxes(node);
    }
  }

  private add(text: string, bold: boolean): void {
    if (this.fields.includes('code') || this.takeMark(text)) return;
    this.markless = false;
    this.builder.add(text, bold);
  }

  private addRaised(text: string, bold: boolean): void {
    if (this.fields.includes('code') || this.takeMark(text)) return;
    this.markless = false;
    this.builder.addRaised(text, bold);
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result';
    else if (type === 'end') this.fields.pop();
  }

  /**
   * One block per cell; a table of one column, or with numbered paragraphs or headings in its cells, is treated as
   * layout.
   */
  private table(table: XmlElement): void {
    const rows = rowsOf(table);
    const layout = rows.every((row) => cellsOf(row).length <= 1);
    const grid = new TableGrid(++this.tables);
    for (const row of rows) {
      if (child(child(row, 'w:trPr'), 'w:del')) continue;
      grid.nextRow();
      grid.skip(Number(value(child(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0));
      for (const cell of cellsOf(row)) {
        const properties = child(cell, 'w:tcPr');
        const place = grid.nextCell(1, Number(value(child(properties, 'w:gridSpan')) ?? 1));
        this.cell(cell, layout, place);
      }
    }
  }

  private cell(cell: XmlElement, layout: boolean, place: CellPlace): void {
    const from = this.blocks.length;
    this.visitAll(cell);
    const own = this.blocks.splice(from);
    const rich = own.some((block) => block.kind === 'table' || (block.kind === 'heading' && own.length > 1));
    if (layout || rich || own.filter((block) => block.label !== undefined).length > 1)
      this.blocks.push(...own);
    else {
      const joined = joinCell(own, place);
      if (joined) this.blocks.push(joined);
    }
  }
}

/** The text of a mark; symbol fonts give their characters by code. */
function markOf(node: XmlElement): string {
  if (node.name === 'w:t') return textOf(node);
  if (node.name !== 'w:sym') return '';
  return symbolMark(Number.parseInt(node.attributes['w:char'] ?? '', 16));
}

function outlineOf(properties: XmlElement | undefined, style: Style): number | null {
  const direct = value(child(properties, 'w:outlineLvl'));
  const level = direct !== null && /^[0-9]$/u.test(direct) ? Number(direct) : style.outline;
  if (level !== null && level < 9) return level;
  const named = headingName.exec(style.name);
  if (!named) return null;
  return named[1] ? Number(named[1]) - 1 : named[2] === 'ch' ? 0 : Number(named[2]);
}

/** Rows and cells, including those inside content controls. */
function through(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isElement).flatMap((node) => {
    if (node.name === name) return [node];
    return transparent.has(node.name) ? through(node, name) : [];
  });
}

const rowsOf = (table: XmlElement) => through(table, 'w:tr');
const cellsOf = (row: XmlElement) => through(row, 'w:tc');
