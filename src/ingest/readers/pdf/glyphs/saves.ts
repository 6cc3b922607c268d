/**
 * Pages that save the drawing state again and again without restoring it. Each saved state makes the next one more
 * expensive in pdf.js, so that 100,000 of them take minutes. Real pages nest about ten; the standard's limit is 28 (ISO
 * 32000-1, annex C).
 */
import type { Objects } from '../open/objects.ts';
import { pageContent } from '../open/page-content.ts';

/** Number of nested saved states at which reading stops. */
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
