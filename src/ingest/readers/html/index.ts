/** HTML: headings, paragraphs, list entries with their printed labels, table cells, footnotes with their marks. */

import type { CheerioAPI } from 'cheerio';
import type { CellPlace } from '../../../report/index.ts';
import type { Block, RawDocument, Reader } from '../../document.ts';
import { ownMark, withoutMark } from '../note-marks.ts';
import { isPage, millimetres, pagesArePictures } from '../page-pictures.ts';
import { TableGrid } from '../table-grid.ts';
import { TextBuilder } from '../text-builder.ts';
import { markupThresholds } from '../thresholds.ts';
import { decodeHtml } from './decode.ts';
import { limitDepth } from './depth.ts';
import { type AnyNode, documentOf, type Element, isTag, isText } from './dom.ts';
import { listLabels } from './lists.ts';
import { findNotes, isBackLink, type Notes } from './notes.ts';

const skipped = new Set([
  ...[
    'script',
    'style',
    'nav',
    'noscript',
    'template',
    'head',
    'svg',
    'math',
    'iframe',
    'object',
    'canvas',
    'audio',
  ],
  ...['video', 'button', 'select', 'textarea', 'input', 'dialog', 'menu', 'del', 'map'],
]);
const blockLevel = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'fieldset',
  ],
  ...[
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'html',
    'li',
  ],
  ...[
    'main',
    'ol',
    'p',
    'pre',
    'section',
    'summary',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'ul',
    'caption',
  ],
]);

export const readHtml: Reader = async (bytes, options) => {
  const $ = documentOf(decodeHtml(bytes, options.file));
  for (const root of $.root().children().toArray()) limitDepth(root);
  const walk = new Walk($, findNotes($));
  walk.visit($('body')[0] ?? $.root()[0]!, {});
  walk.flush({});
  const document: RawDocument = {
    format: 'html',
    layer: 'logical',
    damage: 'letters',
    blocks: withTitle(walk.blocks),
    furniture: walk.furniture,
    warnings: pagesArePictures(pagePictures($)),
  };
  const title = $('head title').first().text().replace(/\s+/gu, ' ').trim();
  if (title !== '') document.title = title;
  const language = $('html').attr('lang')?.slice(0, 2).toLowerCase();
  if (language && /^[a-z]{2}$/u.test(language)) document.language = language;
  return document;
};

/** Number of images that the page shows as large as a printed page. */
const pagePictures = ($: CheerioAPI): number =>
  $('img')
    .toArray()
    .filter(({ attribs }) => {
      const styled = (name: string) =>
        new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`, 'u').exec(attribs.style ?? '')?.[1];
      const side = (name: string) => millimetres(styled(name) ?? attribs[name], 'px');
      return isPage(side('width'), side('height'));
    }).length;

/** A first `h1` before all text is the title. */
function withTitle(blocks: Block[]): Block[] {
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  if (
    first < 0 ||
    blocks
      .slice(0, first)
      .some((block) => block.kind !== undefined || block.text.length > markupThresholds.beforeTitle)
  )
    return blocks;
  const { level: _, ...rest } = blocks[first]!;
  return blocks.with(first, { ...rest, kind: 'title' });
}

/** What the enclosing elements say about the text. */
interface Context {
  block?: Partial<Block>;
  bold?: boolean;
  raised?: boolean;
  pre?: boolean;
  depth?: number;
  inNote?: boolean;
  /** Label of the list entry, only for its first block. */
  label?: { text: string };
}

class Walk {
  readonly blocks: Block[] = [];
  private tables = 0;
  readonly furniture: string[] = [];
  private readonly builder = new TextBuilder();
  private readonly $: CheerioAPI;
  private readonly notes: Notes;

  constructor($: CheerioAPI, notes: Notes) {
    this.$ = $;
    this.notes = notes;
  }

  /** Ends the block that is being collected. */
  flush(context: Context): void {
    const text = this.builder.take();
    if (!text) return;
    const block: Block = { ...text, ...context.block };
    if (context.label && context.label.text !== '') {
      block.label = context.label.text;
      block.level = context.depth ?? 1;
    }
    if (context.label) context.label.text = '';
    this.blocks.push(block);
  }

  visit(node: AnyNode, context: Context): void {
    if (isText(node)) {
      if (!context.pre) this.add(node.data.replace(/[ \t\r\n\f]+/gu, ' '), context);
      else
        for (const [i, line] of node.data.split('\n').entries()) {
          if (i > 0) this.flush(context);
          this.builder.add(line, context.bold);
        }
      return;
    }
    if (!isTag(node)) {
      if ('children' in node) for (const child of node.children) this.visit(child, context);
      return;
    }
    this.visitElement(node, context);
  }

  private add(text: string, { bold, raised }: Context): void {
    if (raised) this.builder.addRaised(text, bold);
    else this.builder.add(text, bold);
  }

  private visitElement(element: Element, context: Context): void {
    const { name, attribs } = element;
    if (skipped.has(name) || 'hidden' in attribs || /display\s*:\s*none/u.test(attribs.style ?? '')) return;
    const mark = this.notes.marks.get(element);
    if (mark !== undefined) {
      this.builder.addNote(mark);
      return;
    }
    if (this.notes.loose.has(element) || (context.inNote && isBackLink(this.$, element))) return;
    if (name === 'br') {
      this.lineBreak(element, context);
      return;
    }
    const note = this.notes.bodies.get(element);
    if (note) this.note(element, note, context);
    else if (blockLevel.has(name)) this.block(element, context);
    else this.children(element, this.inline(element, context));
  }

  private block(element: Element, context: Context): void {
    const { name } = element;
    this.flush(context);
    if (isFurniture(this.$, element)) {
      const text = this.$(element).text().replace(/\s+/gu, ' ').trim();
      if (text !== '') this.furniture.push(text);
    } else if (name === 'table') this.table(element, context);
    else if (name === 'ol' || name === 'ul') this.list(element, context);
    else {
      const inner = blockContext(element, context);
      this.children(element, inner);
      this.flush(inner);
    }
  }

  private children(element: Element, context: Context): void {
    for (const child of element.children) this.visit(child, context);
  }

  private inline(element: Element, context: Context): Context {
    if (element.name === 'sup') return { ...context, raised: true };
    const bold = /^(?:b|strong)$/u.test(element.name) || isBold(element);
    return bold && !context.bold ? { ...context, bold: true } : context;
  }

  /** A single break is a space; two in a row separate paragraphs. */
  private lineBreak(element: Element, context: Context): void {
    let next = element.next;
    while (next && isText(next) && next.data.trim() === '') next = next.next;
    if (next && isTag(next) && next.name === 'br') this.flush(context);
    else this.builder.add(' ');
  }

  private note(element: Element, note: { id: string; mark: string }, context: Context): void {
    this.flush(context);
    const from = this.blocks.length;
    const inner: Context = { block: { kind: 'footnote', noteId: note.id }, inNote: true };
    this.children(element, inner);
    this.flush(inner);
    const first = this.blocks[from];
    // If a note has several paragraphs, the first has the number.
    if (first) this.blocks[from] = withoutMark({ ...first, ...ownMark(note.mark) }, note.mark);
  }

  private list(element: Element, context: Context): void {
    const labels = listLabels(element);
    const depth = (context.depth ?? 0) + 1;
    for (const child of element.children) {
      const text = isTag(child) ? labels.get(child) : undefined;
      if (text === undefined || !isTag(child) || this.notes.bodies.has(child))
        this.visit(child, { ...context, depth });
      else {
        const inner: Context = { ...context, depth, label: { text } };
        this.children(child, inner);
        this.flush(inner);
      }
    }
  }

  /**
   * Cells in reading order, one block each. A table of one column, or with lists and headings in its cells, is treated
   * as layout.
   */
  private table(element: Element, context: Context): void {
    const rows = rowsOf(element);
    const layout = rows.every((row) => this.$(row).children('td, th').length <= 1);
    this.$(element)
      .children('caption')
      .each((_, caption) => this.visit(caption, context));
    const grid = new TableGrid(++this.tables);
    for (const row of rows) {
      grid.nextRow();
      for (const cell of this.$(row).children('td, th').toArray()) {
        const place = grid.nextCell(Number(cell.attribs.rowspan), Number(cell.attribs.colspan));
        const rich = layout || holds(cell, structured);
        if (rich) this.children(cell, context);
        else this.cell(cell, place);
        this.flush(context);
      }
    }
  }

  private cell(cell: Element, place: CellPlace): void {
    const gather = (node: AnyNode, raised: boolean): void => {
      if (isText(node)) this.add(node.data, { raised });
      else if (isTag(node) && !skipped.has(node.name)) {
        const mark = this.notes.marks.get(node);
        if (mark !== undefined) {
          this.builder.addNote(mark);
          return;
        }
        if (this.notes.loose.has(node)) return;
        if (node.name === 'br' || blockLevel.has(node.name)) this.builder.add(' ');
        for (const child of node.children) gather(child, raised || node.name === 'sup');
        if (blockLevel.has(node.name)) this.builder.add(' ');
      }
    };
    gather(cell, false);
    this.flush({ block: { kind: 'table', cell: place } });
  }
}

const structured = new Set(['table', 'ol', 'ul', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** True if it contains an element with one of these names; stops at the first. */
const holds = (element: Element, names: ReadonlySet<string>): boolean =>
  element.children.some((child) => isTag(child) && (names.has(child.name) || holds(child, names)));

/** A table's own rows, not those of nested tables. */
const rowsOf = (element: Element): Element[] =>
  element.children.filter(isTag).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return /^t(?:body|head|foot)$/u.test(child.name) ? rowsOf(child) : [];
  });

function blockContext(element: Element, context: Context): Context {
  const inner: Context = { ...context };
  const heading = /^h([1-6])$/u.exec(element.name);
  if (heading) inner.block = { kind: 'heading', level: Number(heading[1]) };
  if (element.name === 'pre') inner.pre = true;
  if (isBold(element)) inner.bold = true;
  return inner;
}

function isBold(element: Element): boolean {
  return /font-weight\s*:\s*(?:bold|[6-9]00)/u.test(element.attribs.style ?? '');
}

function isFurniture($: CheerioAPI, element: Element): boolean {
  const role = element.attribs.role ?? '';
  if (/^(?:banner|contentinfo|navigation|search)$/u.test(role)) return $(element).find('h1').length === 0;
  if (element.name !== 'header' && element.name !== 'footer') return false;
  const page = !$(element).parents('article, section, main, blockquote').length;
  return page && $(element).find('h1, [id^="fn"], [id*="ftn"]').length === 0;
}
