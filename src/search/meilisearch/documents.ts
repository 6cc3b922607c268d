/** What is sent to Meilisearch for each paragraph, and the note in the same index that records its progress. */
import type { Lexicon } from 'arabic-normalizer';
import type { ParagraphKind } from '../../report/index.ts';
import { searchColumns } from '../embedded/table.ts';
import { isLine } from '../prior.ts';

/** Incremented when documents are made differently. */
export const DOCUMENTS_VERSION = 2;

export interface ParagraphDocument {
  /** Meilisearch allows only letters, digits, `-` and `_`, so not the paragraph's own id. */
  id: string;
  row: number;
  report: string;
  folded: string;
  stem: string;
  /**
   * 1 for cover lines, titles and headings: if there are more matches than the server ranks, these are left out first.
   */
  line: 0 | 1;
}

/** Stored in the index itself, so that it is swapped, restored from a backup or lost together with it. */
export interface StateDocument {
  id: typeof STATE_ID;
  /** All changes of the store up to this commit are in the index. */
  epoch: number;
  commit: string;
  /** Version of the settings and documents; a different one requires a rebuild. */
  version: string;
  /** While the index is being built: all reports up to this id, in the order of ids, are in it. */
  through?: string;
}

export const STATE_ID = 'state';

export type IndexDocument = ParagraphDocument | StateDocument;

export function paragraphDocument(
  paragraph: { row: number; report: string; kind: ParagraphKind; text: string },
  lexicon?: Lexicon,
): ParagraphDocument {
  const { row, report, kind, text } = paragraph;
  const columns = searchColumns(text, lexicon);
  const line = isLine(kind, columns.folded.split(' ').length) ? 1 : 0;
  return { id: `p${row}`, row, report, ...columns, line };
}

/** A filter for the documents of these reports. */
export function ofReports(reports: readonly string[]): string {
  return `report IN [${reports.map((id) => JSON.stringify(id)).join(', ')}]`;
}
