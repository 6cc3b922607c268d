/** The columns of each table of rows, in order. They are the same for an answer without rows or with empty columns. */

const place = ['number', 'label', 'part'];
/** Same as `Places.at` and `Places.report`. */
const paragraph = ['paragraph', ...place];
const report = ['report', 'symbol', 'year'];
const passage = [...paragraph, 'start', 'end'];

/** Same as `described`, without the kind of change. */
const differences = [
  ...['punctuation', 'doubtful', 'similarity', 'words_removed', 'words_added'],
  ...['strength_from', 'strength_to', 'strength_direction', 'qualifiers_added', 'qualifiers_removed'],
];
const difference = ['change', ...differences];

const prefixed = (prefix: string, columns: readonly string[]) => columns.map((name) => `${prefix}_${name}`);
const side = ['paragraph', ...place, 'last_paragraph', 'text'];

const versions = [...report, ...passage, 'text', ...difference];

export const columns = {
  changes: [...['change', 'moved', ...differences], ...prefixed('base', side), ...prefixed('other', side)],
  citations: ['type', 'symbol', 'report', 'report_symbol', 'year', ...passage, 'text', 'sentence'],
  concordance: [...report, ...passage, 'before', 'keyword', 'after', 'text'],
  hits: [...report, ...paragraph, 'kind', 'section', 'score', 'highlights', 'text', 'same_text_as'],
  meetings: [
    ...[
      'series',
      'title',
      'body',
      'key',
      'kind',
      'ordinal',
      'year',
      'symbol',
      'from',
      'to',
      'place',
      'status',
    ],
    ...['report', 'unconfirmed'],
  ],
  paragraphs: [
    ...['id', 'report', 'ordinal', 'kind', ...place, 'parent', 'page', 'text', 'words', 'section', 'doubts'],
    ...['table', 'row', 'column'],
    'references',
  ],
  phrases: [...['text', 'words', 'report_count', ...report, 'occurrences', ...passage, 'as_printed']],
  points: [
    ...['phrase', 'year', 'occurrences', 'words', 'reports_with', 'reports', 'per_10k_words'],
    ...['interval_low', 'interval_high', 'reports_interval_low', 'reports_interval_high'],
  ],
  repairs: [...passage, 'text', 'raw', 'doubtful', 'kind'],
  reports: [
    ...['id', 'symbol', 'title', 'series', 'body', 'year', 'session', 'language', 'paragraphs', 'words'],
    ...['readable', 'unreadable', 'ingested_at', 'date.from', 'date.to'],
    ...['file', 'format', 'sha256', 'layer', 'reader'].map((name) => `source.${name}`),
    ...['repairs.words', 'repairs.doubtful', 'duplicates', 'warnings', 'first_warning'],
  ],
  spans: [...passage, 'words', 'new', 'first_seen_report', 'first_seen_year', 'text'],
  threads: ['thread', 'role', ...versions],
  variants: [
    ...[...paragraph, 'text', ...prefixed('nearest', ['report', 'symbol', 'year', ...paragraph, 'text'])],
    ...difference,
  ],
  versions,
} satisfies Record<string, readonly string[]>;
