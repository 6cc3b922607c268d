/**
 * Pages nested thousands of elements deep come from faulty programs, or are made to break others. Below a depth that no
 * author reaches, only the text is kept, so that everything after this may recurse for each level.
 */
import { type AnyNode, type Element, isTag, isText } from './dom.ts';

const deepest = 300;
/** Their text is in the elements inside them. */
const frames = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'ul', 'ol', 'dl']);

/** No page that was meant to be read has this many open elements at once. */
const openAtOnce = 2000;
/** Elements that are often left open, or cannot be. */
const unclosed = new Set(
  'p li td th tr dd dt option tbody thead tfoot colgroup br hr img input meta link col area base wbr'.split(
    ' ',
  ),
);

/** True for an excessively nested page. */
export function isDeep(html: string): boolean {
  let open = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/giu)) {
    if (unclosed.has(name!.toLowerCase())) continue;
    open = end ? Math.max(0, open - 1) : open + 1;
    if (open > openAtOnce) return true;
  }
  return false;
}

export function limitDepth(root: Element): void {
  const open: { element: Element; depth: number }[] = [{ element: root, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { element, depth } = next;
    if (depth < deepest || frames.has(element.name)) {
      for (const child of element.children) if (isTag(child)) open.push({ element: child, depth: depth + 1 });
    } else if (element.children.some(isTag)) keepTexts(element);
  }
}

function keepTexts(element: Element): void {
  const texts: AnyNode[] = [];
  const open: AnyNode[] = [...element.children].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if (isText(node)) texts.push(node);
    else if (isTag(node)) for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!);
  }
  for (const [i, text] of texts.entries()) {
    text.parent = element;
    text.prev = (texts[i - 1] as typeof text.prev) ?? null;
    text.next = (texts[i + 1] as typeof text.next) ?? null;
  }
  element.children = texts as typeof element.children;
}
