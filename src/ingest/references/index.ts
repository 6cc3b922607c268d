/** What a paragraph cites: resolutions, decisions, documents, agenda items, paragraphs, treaty articles. */
import type { Reference } from '../../report/index.ts';
import { findDocuments } from './documents.ts';
import { findPlaces } from './places.ts';
import { toPlain } from './plain.ts';
import { findResolutions } from './resolutions.ts';
import { findTreaties } from './treaties.ts';

/**
 * All references of a text in reading order, without overlaps, except that one printed range may name several
 * (`المادتين 2 و 3 من …`). Ranges are UTF-16 offsets into `text` and cover the number or symbol, not the noun before
 * it.
 */
export function findReferences(text: string): Reference[] {
  if (!/[0-9\u0660-\u0669\u06F0-\u06F9]|ماد/u.test(text)) return [];
  const plain = toPlain(text);
  const found: Reference[] = [];
  for (const find of [findTreaties, findDocuments, findResolutions, findPlaces]) {
    const taken = [...found];
    for (const reference of find(plain)) {
      const clash = taken.some((other) => other.start < reference.end && reference.start < other.end);
      if (!clash) found.push(reference);
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
