/** The document tree as cheerio gives it: types and the two tests that walking it needs. */
import type { AnyNode, Element, Text } from 'domhandler';

export type { AnyNode, Element };

export function isTag(node: AnyNode): node is Element {
  return node.type === 'tag' || node.type === 'script' || node.type === 'style';
}

export function isText(node: AnyNode): node is Text {
  return node.type === 'text';
}
