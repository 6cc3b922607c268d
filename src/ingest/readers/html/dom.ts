/** The document tree of cheerio: types and the two tests needed for walking it. */
import { type CheerioAPI, load } from 'cheerio/slim';
import type { AnyNode, Element, Text } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { isDeep } from './depth.ts';

export type { AnyNode, Element };

/**
 * The tree that a browser would make of the text. Assembled from cheerio's parts, because its main entry loads an HTTP
 * client that replaces the process's own. The standard-conforming parser looks at all open elements for each new one,
 * so an excessively nested page goes through the other parser.
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
