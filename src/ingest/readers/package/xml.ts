/**
 * XML to a plain tree, for untrusted documents: no document type, so no custom entities; a limit on depth; namespace
 * prefixes replaced by the customary ones, whatever the file calls them.
 */
import { SaxesParser } from 'saxes';
import { IngestError } from '../../document.ts';

export interface XmlElement {
  /** With the customary prefix: `w:p`, `text:list`. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const prefixes: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 'style',
  'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0': 'draw',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0': 'manifest',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};

const maxDepth = 2000;

export interface XmlOptions {
  /** Name for messages: the file's and the part's. */
  file: string;
  part: string;
  /**
   * Children of the element with this name are passed to `visit` as they end and then dropped, so that a long document
   * is never in memory as a whole.
   */
  each?: { parent: string; visit: (child: XmlElement) => void };
  /** The element with this name is passed to `visit` as soon as it ends, before what follows it is read. */
  before?: { name: string; visit: (element: XmlElement) => void };
}

/**
 * @returns the root element
 * @throws IngestError `damaged_file` if it is not well-formed XML, `unsafe_xml` if it declares entities
 */
export function parseXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  const { file, part, each, before } = options;
  const parser = new SaxesParser();
  const names = new Map<string, string>();
  const stack: XmlElement[] = [];
  let root: XmlElement | null = null;
  const canonical = (name: string) => {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const known = names.get(prefix);
    if (known === undefined) return name;
    const local = name.slice(colon + 1);
    return known === '' ? local : `${known}:${local}`;
  };
  parser.on('doctype', () => {
    throw new IngestError(
      'unsafe_xml',
      `${file}: ${part} declares a document type of its own, which may be an attack: it was not read; save it again in a word processor`,
    );
  });
  parser.on('opentag', (tag) => {
    for (const [name, value] of Object.entries(tag.attributes)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = prefixes[value];
      if (prefix !== undefined) names.set(name.slice(6), prefix);
    }
    if (stack.length > maxDepth) {
      throw new IngestError(
        'damaged_file',
        `${file}: ${part} is nested too deeply and was not read: save it again in a word processor`,
      );
    }
    const attributes: Record<string, string> = {};
    // Attributes without a prefix have no namespace, whatever the default is.
    for (const [name, value] of Object.entries(tag.attributes)) {
      attributes[name.includes(':') ? canonical(name) : name] = value;
    }
    const element: XmlElement = { name: canonical(tag.name), attributes, children: [] };
    const above = stack.at(-1);
    if (!above) root = element;
    else if (above.name !== each?.parent) above.children.push(element);
    stack.push(element);
  });
  const text = (value: string) => {
    const above = stack.at(-1);
    if (above && above.name !== each?.parent) above.children.push(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const element = stack.pop()!;
    if (element.name === before?.name) before.visit(element);
    if (each && stack.at(-1)?.name === each.parent) each.visit(element);
  });
  parser.on('error', (error) => {
    throw new IngestError(
      'damaged_file',
      `${file}: ${part} is damaged (${error.message}): save or download it again`,
    );
  });
  const source = decode(bytes);
  for (let at = 0; at < source.length; at += 65536) parser.write(source.slice(at, at + 65536));
  parser.close();
  if (!root) throw new IngestError('damaged_file', `${file}: ${part} is empty: save or download it again`);
  return root;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string';

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((node): node is XmlElement => isElement(node) && node.name === name) ?? [];
}

/** All descendants with a name, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((node) => [...(node.name === name ? [node] : []), ...descendants(node, name)]);
}

export function textOf(element: XmlElement): string {
  return element.children.map((node) => (isElement(node) ? textOf(node) : node)).join('');
}
