/**
 * Footnotes of an HTML page: a mark (a superscript link, or one that says it is a note) and the element it leads to.
 * Browsers, Word, LibreOffice and DocBook all write them so, with different names.
 */
import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, isTag } from './dom.ts';

export interface Notes {
  /** Marks in the text and the note each calls. */
  marks: Map<AnyNode, string>;
  /** Elements that are the notes' text. */
  bodies: Map<AnyNode, { id: string; number: number | undefined }>;
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
  // LibreOffice wraps each note in a div of its own, with the anchor in the first paragraph.
  const parent = node.parent;
  if (node.name === 'p' && parent && isTag(parent) && noteName.test(parent.attribs.id ?? '')) return parent;
  return node;
}

function numberOf(text: string): number | undefined {
  const digits = /[0-9\u0660-\u0669]+/u
    .exec(text)?.[0]
    .replace(/[\u0660-\u0669]/gu, (d) => String(d.charCodeAt(0) & 15));
  return digits === undefined ? undefined : Number(digits);
}

export function findNotes($: CheerioAPI): Notes {
  const notes: Notes = { marks: new Map(), bodies: new Map() };
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
    // A link back from a note to its mark looks like a mark too, but leads backwards.
    if (inside || order.get(target)! < order.get(link)! || notes.bodies.has(blockOf(link))) return;
    const id = link.attribs.href!;
    const sup = $(link).closest('sup')[0];
    notes.marks.set(sup && $(sup).text().trim() === $(link).text().trim() ? sup : link, id);
    if (!notes.bodies.has(body)) notes.bodies.set(body, { id, number: numberOf($(link).text()) });
  });
  return notes;
}

/** In a note: the link back to the mark, which is no part of its text. */
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
