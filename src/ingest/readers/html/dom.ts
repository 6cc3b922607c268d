/** The document tree as cheerio gives it: types and the two tests that walking it needs. */
import { type CheerioAPI, load } from 'cheerio/slim';
import type { AnyNode, Element, Text } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { isDeep } from './depth.ts';

export type { AnyNode, Element };

/**
 * The tree that a browser makes of the text. Put together from cheerio's parts, because its main entry brings an HTTP
 * client that takes the place of the process's own. The parser that follows the standard looks at all open elements
 * for each new one; an excessively nested page goes through the other.
 */
export function documentOf(html: string): CheerioAPI {
  return isDeep(html) ? load(html, { xmlMode: false }) : load(parse(html, { treeAdapter: adapter }));
}

export function isTag(node: AnyNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style';
}

export function isText(node: AnyNode): node is Text {
  return node.type === 'text';
}
