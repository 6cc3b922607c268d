/**
 * Pages that save the drawing state again and again without going back. Each saved state makes the next one dearer in
 * pdf.js, so that 100,000 of them take minutes. Pages of print nest some ten deep; the standard names 28 (ISO 32000-1,
 * annex C).
 */
import type { Objects } from '../open/objects.ts';
import { pageContent } from '../open/page-content.ts';

/** So many states saved inside one another are not waited for. */
const deepest = 2000;

/** `page` is the page's object number. */
export function savesTooDeep(objects: () => Objects, page: number | undefined): boolean {
  if (page === undefined || objects().encrypted) return false;
  const content = pageContent(objects(), page)?.toString('latin1') ?? '';
  let depth = 0;
  for (const [operator] of content.matchAll(/(?<![^\s\0])[qQ](?![^\s\0])/gu)) {
    depth = operator === 'q' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return false;
}
