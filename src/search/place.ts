/** Filters by kind and section, as a mask over paragraph numbers for a `Scope`. */

import type { ParagraphTable } from '../phrases/table.ts';
import { type ParagraphKind, paragraphKinds } from '../report/index.ts';
import type { StoreReader } from '../store/types.ts';

export interface PlaceFilter {
  kind?: ParagraphKind | undefined;
  /** Called once for each distinct list of headings, outermost first. */
  section?: ((path: readonly string[]) => boolean) | undefined;
}

/** 1 at the number of each paragraph that passes, 0 elsewhere; null if nothing is filtered. */
export function placeMask(
  reader: StoreReader,
  table: ParagraphTable,
  { kind, section }: PlaceFilter,
): Uint8Array | null {
  if (kind === undefined && section === undefined) return null;
  const mask = new Uint8Array(table.count);
  if (section) {
    for (const row of reader.rowsUnder(section)) {
      const paragraph = table.paragraphOfRow(row);
      if (paragraph >= 0) mask[paragraph] = 1;
    }
  } else mask.fill(1);
  if (kind !== undefined) {
    const wanted = paragraphKinds.indexOf(kind);
    for (let paragraph = 0; paragraph < table.count; paragraph += 1) {
      if (table.kindOf(paragraph) !== wanted) mask[paragraph] = 0;
    }
  }
  return mask;
}
