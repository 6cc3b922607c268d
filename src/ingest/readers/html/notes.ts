/**
 * Footnotes of an HTML page: a mark (a superscript link, or one declared as a note) and the element it links to.
 * Browsers, Word, LibreOffice and DocBook all write them like this, with different names.
 */
import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isTag, isText } from './dom.ts';

export interface Notes {
  /** Marks in the text and the note that each refers to. */
  marks: Map<AnyNode, string>;
  /** Elements with the notes' text, and the mark that refers to each. */
  bodies: Map<AnyNode, { id: string; mark: string }>;
  /** Superscript marks that lead nowhere, and those at the beginning of notes: not part of the text. */
  loose: Set<AnyNode>;
}

const blocks = new Set(['li', 'p', 'div', 'aside', 'dd', 'section', 'td', 'blockquote']);
const markText = /^[[(]?\s*(?:[0-9\u0660-\u0669]{1,4}|[a-z]{1,2}|[*†‡§]+)\s*[\])]?$/u;
const noteName = /(?:^|[_#-])(?:fn|ftn|edn|footnote|endnote|note|sdfootnote|sdendnote)/iu;

function isMark($: CheerioAPI, link: Element): boolean {
  const role = `${link.attribs.role ?? ''} ${link.attribs['epub:type'] ?? ''} ${link.attribs.class ?? ''}`;
  if (/backlink|sdfootnotesym|sdendnotesym/iu.test(role)) return false;
  const text = $(link).text().trim();
  if (!markText.test(text)) return false;
  if (/noteref|footnote|sdfootnoteanc|sdendnoteanc/iu.test(role)) return true;
  return (
    $(link).closest('sup').length > 0 || $(link).find('sup').length > 0 || noteName.test(link.attribs.href!)
  );
}

function blockOf(element: Element): Element {
  let node: Element = element;
  while (!blocks.has(node.name) && node.parent && isTag(node.parent) && node.parent.name !== 'body')
    node = node.parent;
  // LibreOffice wraps each note in its own div, with the anchor in the first paragraph.
  const parent = node.parent;
  if (node.name === 'p' && parent && isTag(parent) && noteName.test(parent.attribs.id ?? '')) return parent;
  return node;
}

const plainMark = (text: string): string => text.replace(/[\s()[\]]/gu, '');

/** Units that are squared and cubed, and powers: `٣٠ م<sup>2</sup>`, `10<sup>6</sup>`. */
const power =
  /(?:^|[0-9\u0660-\u0669\s(/])(?:مم|سم|دسم|كم|كلم|م|متر|mm|cm|km|m|ft|s)$|[0-9\u0660-\u0669A-Za-z]$/u;
const raisedMark = /^[[(]?\s*(?:[0-9\u0660-\u0669]{1,3}|[*†‡§]+)\s*[\])]?$/u;

/**
 * Superscript numbers without a link. One that begins a block is the mark of that note, if the same number is
 * superscript earlier; one after a word refers to its note or to none, and in neither case is part of the word.
 */
function findLooseMarks($: CheerioAPI, notes: Notes): void {
  const open = new Map<string, Element>();
  $('sup').each((i, sup) => {
    const text = $(sup).text().trim();
    if (!raisedMark.test(text) || isTaken($, sup, notes)) return;
    const block = blockOf(sup);
    const before = textBefore(sup, block);
    const mark = plainMark(text).normalize('NFKC');
    if (before === '') {
      const call = open.get(mark);
      if (!notes.bodies.has(block) && (!call || blockOf(call) === block)) return;
      notes.loose.add(sup);
      if (notes.bodies.has(block) || !call) return;
      const id = `sup ${i}`;
      notes.loose.delete(call);
      notes.marks.set(call, id);
      notes.bodies.set(block, { id, mark });
      open.delete(mark);
    } else if (!power.test(before)) {
      notes.loose.add(sup);
      open.set(mark, sup);
    }
  });
}

/** The mark is linked, or is inside a mark's link. */
function isTaken($: CheerioAPI, sup: Element, notes: Notes): boolean {
  if (notes.marks.has(sup)) return true;
  const link = $(sup).find('a[href]')[0] ?? $(sup).closest('a[href]')[0];
  return link !== undefined;
}

/** The text before an element in its block, '' if the element is first. */
function textBefore(element: Element, block: Element): string {
  let node: AnyNode | null = element;
  while (node && node !== block) {
    let text = '';
    for (let other = node.prev; other; other = other.prev) {
      text = textOf(other) + text;
      if (text.trim() !== '') return text.trimEnd().slice(-12);
    }
    node = node.parent as AnyNode | null;
  }
  return '';
}

const textOf = (node: AnyNode): string =>
  isText(node) ? node.data : isTag(node) ? node.children.map(textOf).join('') : '';

export function findNotes($: CheerioAPI): Notes {
  const notes: Notes = { marks: new Map(), bodies: new Map(), loose: new Set() };
  const targets = new Map<string, Element>();
  $('[id], a[name]').each((_, element) => {
    for (const name of [element.attribs.id, element.attribs.name]) {
      if (name && !targets.has(name)) targets.set(name, element);
    }
  });
  const order = new Map<AnyNode, number>();
  $('*').each((i, element) => {
    order.set(element, i);
  });
  $('a[href^="#"]').each((_, link) => {
    const target = targets.get(decodeURIComponentSafe(link.attribs.href!.slice(1)));
    if (!target || !isMark($, link)) return;
    const body = blockOf(target);
    const inside = $(link).closest(body).length > 0;
    // A link back from a note to its mark looks like a mark too, but points backwards.
    if (inside || order.get(target)! < order.get(link)! || notes.bodies.has(blockOf(link))) return;
    const id = link.attribs.href!;
    const sup = $(link).closest('sup')[0];
    notes.marks.set(sup && $(sup).text().trim() === $(link).text().trim() ? sup : link, id);
    if (!notes.bodies.has(body)) notes.bodies.set(body, { id, mark: plainMark($(link).text()) });
  });
  findLooseMarks($, notes);
  return notes;
}

/** In a note: the link back to the mark, which is not part of its text. */
export function isBackLink($: CheerioAPI, element: Element): boolean {
  if (element.name !== 'a' || !element.attribs.href?.includes('#')) return false;
  return /^(?:[[(]?\s*[0-9\u0660-\u0669]{1,4}\s*[\])]?\.?|[*†‡]+|[\u21A9\u21B5\u2191^]\uFE0E?|رجوع)$/u.test(
    $(element).text().trim(),
  );
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
