/** The codes of the problems that `verify` finds. */
import type { Code } from './code.ts';

/** What `siyagha verify` finds. */
export const findings: readonly Code[] = [
  {
    code: 'damaged',
    means: 'A report’s text is not what was stored.',
    act: 'Ingest its file again.',
  },
  { code: 'original', means: 'A kept file is missing or damaged.', act: 'Ingest that file again.' },
  { code: 'integrity', means: 'SQLite found the database file damaged.', act: '`siyagha restore`.' },
  { code: 'foreign_key', means: 'A row refers to a row that does not exist.', act: '`siyagha restore`.' },
  {
    code: 'change_log',
    means: 'The record of changes is incomplete.',
    act: '`siyagha reindex`; if it stays, restore.',
  },
  {
    code: 'store_older',
    means: 'The index has later commits than the store: an older copy was restored, or the log is lost.',
    act: 'Put `siyagha.db-wal` back if it was left out of a copy; otherwise ingest what is missing, then run `siyagha reindex`.',
  },
  {
    code: 'derived',
    means: 'A table made from the text is missing or out of date.',
    act: '`siyagha reindex`.',
  },
  {
    code: 'search_table',
    means: 'The table for ranked search does not match the text.',
    act: '`siyagha reindex`.',
  },
  {
    code: 'index_file',
    means: 'A file of the phrase index is damaged or missing.',
    act: '`siyagha reindex`.',
  },
  {
    code: 'index_tokens',
    means: 'The words in the phrase index differ from those of the text.',
    act: '`siyagha reindex`.',
  },
  {
    code: 'index_paragraphs',
    means: 'The number of paragraphs in the phrase index differs from that in the store.',
    act: '`siyagha reindex`.',
  },
  { code: 'index_order', means: 'The phrase index is not in order.', act: '`siyagha reindex`.' },
  {
    code: 'meilisearch',
    means: 'The Meilisearch index does not match the store.',
    act: '`siyagha reindex`.',
  },
  { code: 'opensearch', means: 'The OpenSearch indexes do not match the store.', act: '`siyagha reindex`.' },
];
