/** Codes of what answers depend on: the data folder, the search server, and the client. */
import type { Code } from './code.ts';

/** The data folder, on every command and as status 503 (`disk_full`: 507) over HTTP. */
export const storeErrors: readonly Code[] = [
  {
    code: 'no_store',
    means: 'The data folder holds no collection, or there is no such backup.',
    act: '`siyagha ingest PATH` makes a collection; or point `SIYAGHA_DATA` at yours.',
  },
  { code: 'not_a_folder', means: 'The data folder is a file.', act: 'Set `SIYAGHA_DATA` to a folder.' },
  {
    code: 'not_writable',
    means: 'The data folder cannot be created or written, or is on a network disk that cannot lock files.',
    act: 'Give this user write permission, or choose a folder on a local disk.',
  },
  {
    code: 'not_a_database',
    means: '`siyagha.db` is not a database of siyagha.',
    act: 'Choose another folder, or move the file away.',
  },
  {
    code: 'corrupt',
    means: 'The database file is damaged.',
    act: '`siyagha restore`; without a backup see [When something is wrong](../reliability.md#when-something-is-wrong).',
  },
  {
    code: 'damaged',
    means: 'A stored text or a backup is not what was written.',
    act: '`siyagha verify` names what is damaged; ingest that file again, or restore.',
  },
  { code: 'exists', means: 'The backup’s name is taken.', act: 'Name another file.' },
  { code: 'not_a_backup', means: 'The file was not written by `siyagha backup`.', act: 'Name a backup.' },
  {
    code: 'newer_version',
    means: 'A newer siyagha wrote this collection.',
    act: 'Install that version.',
  },
  {
    code: 'older_version',
    means: 'An older siyagha wrote this collection, and it was opened for reading only.',
    act: 'Open it once for writing: any `siyagha ingest`, or `siyagha reindex`.',
  },
  {
    code: 'disk_full',
    means: 'The disk is full. What was stored before is safe, and reading goes on.',
    act: 'Make room and try again.',
  },
  {
    code: 'read_only',
    means: 'The data folder cannot be written, so the collection was opened for reading only.',
    act: 'Give this user write permission, or make room on the disk, and start again.',
  },
  { code: 'closed', means: 'The collection was closed while a question was under way.', act: 'Ask again.' },
  {
    code: 'invalid_report',
    means: 'What was read from a file breaks the rules of the store; nothing was stored.',
    act: 'This is a bug: please report it with the file.',
  },
  {
    code: 'failed',
    means: 'The disk, the database or the search engine failed.',
    act: 'Check the disk; the message has the details.',
  },
];

/**
 * The search server: its codes appear in the log, in `/readyz` and in the answer of `reindex`; searches go on without
 * it.
 */
export const engineErrors: readonly Code[] = [
  {
    code: 'unreachable',
    means: 'The search server (or, for `fetch`, the document system) does not answer, or is too slow.',
    act: 'Start it, or correct `MEILI_URL` or `OPENSEARCH_URL`. `fetch` keeps the part that arrived: run it again.',
  },
  {
    code: 'unauthorized',
    means: 'The search server refused the key or password.',
    act: 'See [Meilisearch](../how-to/meilisearch.md) or [OpenSearch](../how-to/opensearch.md).',
  },
  {
    code: 'behind',
    means: 'The search server is still being fed.',
    act: 'Wait; until then searches say `degraded: true`.',
  },
];

/** Codes that only the JavaScript client uses, when it gets no problem document. */
export const clientErrors: readonly Code[] = [
  {
    code: 'unreachable',
    means: 'No answer came at all (`status` is 0).',
    act: 'Check the address and the network.',
  },
  {
    code: 'not_json',
    means: 'Something other than siyagha answered.',
    act: 'Check the address; a proxy may answer in its place.',
  },
];
