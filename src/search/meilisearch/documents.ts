/** What is sent to Meilisearch for each paragraph, and the note in the same index of how far it has come. */
import type { Lexicon } from 'arabic-normalizer';
import type { ParagraphKind } from '../../report/index.ts';
import { searchColumns } from '../embedded/table.ts';
import { isLine } from '../prior.ts';

/** Raised when documents are made in another way. */
export const DOCUMENTS_VERSION = 2;

export interface ParagraphDocument {
  /** Meilisearch allows letters, digits, `-` and `_` alone, so not the paragraph's own id. */
  id: string;
  row: number;
  report: string;
  folded: string;
  stem: string;
  /** 1 for cover lines, titles and headings: of more matches than the server ranks these are left out first. */
  line: 0 | 1;
}

/** Kept in the index itself, so that it is swapped, restored from a backup or lost together with it. */
export interface StateDocument {
  id: typeof STATE_ID;
  /** All changes of the store up to this commit are in the index. */
  epoch: number;
  commit: string;
  /** Settings and making of the documents; another one asks for a rebuild. */
  version: string;
  /** While the index is being made: all reports up to this id, in the order of ids, are in it. */
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
