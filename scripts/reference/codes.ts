/**
 * Every code that an error, a failed file, a warning or a finding of `verify` has: what it means and what to do.
 * `test/docs/codes` holds this list against the source.
 */

export interface Code {
  code: string;
  means: string;
  /** What to do about it. */
  act: string;
}

/** Errors of questions, over HTTP (with the status there) and on the command line. */
export const questionErrors: readonly (Code & { status: number })[] = [
  {
    code: 'invalid_parameters',
    status: 400,
    means: 'A parameter or field has a wrong value, is missing, or does not exist.',
    act: '`errors` names each one and says what it must be.',
  },
  {
    code: 'bad_request',
    status: 400,
    means: 'The request itself cannot be understood: the address is not UTF-8, or the HTTP is malformed.',
    act: 'Encode the address again; a client library does this for you.',
  },
  {
    code: 'empty_phrase',
    status: 400,
    means: 'The phrase has no letter or digit.',
    act: 'Give at least one word.',
  },
  {
    code: 'only_wildcards',
    status: 400,
    means: 'The phrase consists of wildcards only.',
    act: 'Add a word: `* الآراء` is a question, `* *` is none.',
  },
  {
    code: 'misplaced_wildcard',
    status: 400,
    means: '`*` stands before or inside a word.',
    act: 'Use it alone for any one word, or at the end: `مسؤول*`.',
  },
  { code: 'too_many_wildcards', status: 400, means: 'The phrase has too many wildcards.', act: 'Use fewer.' },
  {
    code: 'bad_number',
    status: 400,
    means: 'A number is not whole, or is too small.',
    act: 'The message gives the minimum.',
  },
  {
    code: 'too_many_phrases',
    status: 400,
    means: 'More phrases were asked for than one answer of `trends` takes.',
    act: 'Ask for the rest in a second request.',
  },
  {
    code: 'query_too_long',
    status: 400,
    means: 'The search query is too long.',
    act: 'Search for a shorter passage, or use [wording](api.md#get-v1wording) to find a whole paragraph.',
  },
  {
    code: 'too_many_terms',
    status: 400,
    means: 'The search query has too many words.',
    act: 'Put a passage in quotation marks: it then counts as one phrase.',
  },
  {
    code: 'nothing_to_search',
    status: 400,
    means: 'The search query has no letter or digit.',
    act: 'Give at least one word.',
  },
  {
    code: 'only_exclusions',
    status: 400,
    means: 'The search query only says what to leave out.',
    act: 'Add a word that must occur.',
  },
  {
    code: 'unbalanced_quote',
    status: 400,
    means: 'A quotation mark has no partner.',
    act: 'Close it, or leave it out.',
  },
  {
    code: 'empty_anchor',
    status: 400,
    means: 'The text or paragraph to look for has no word.',
    act: 'Give a passage with words, or another paragraph.',
  },
  {
    code: 'text_too_long',
    status: 400,
    means: 'The text to look for is longer than one passage may be.',
    act: 'Give one passage of it.',
  },
  {
    code: 'too_many_occurrences',
    status: 400,
    means: 'The phrase occurs too often for its threads to be followed.',
    act: 'Make the phrase longer, or narrow it by series, report, year, section or kind.',
  },
  {
    code: 'too_many_reports',
    status: 400,
    means: 'More reports were named than one collation takes.',
    act: 'Name fewer.',
  },
  {
    code: 'no_master_key',
    status: 400,
    means: '`setup-meilisearch` needs the master key of the Meilisearch server.',
    act: 'Set `MEILI_MASTER_KEY` for this one command.',
  },
  {
    code: 'manifest',
    status: 400,
    means: 'The manifest is missing or has an error; the message names the line.',
    act: 'Correct the line; see [Manifest](../how-to/manifest.md).',
  },
  {
    code: 'unauthorized',
    status: 401,
    means: 'The request needs the admin key and has none, or a wrong one.',
    act: 'Send `Authorization: Bearer KEY`.',
  },
  {
    code: 'writing_off',
    status: 403,
    means: 'This server takes no reports over HTTP.',
    act: 'Set `SIYAGHA_ADMIN_KEY` on the server, or use `siyagha ingest` there.',
  },
  {
    code: 'cors_off',
    status: 403,
    means: 'A web page of another origin tried to use the API.',
    act: 'Name the origin in `SIYAGHA_CORS_ORIGINS` on the server.',
  },
  {
    code: 'not_found',
    status: 404,
    means: 'There is nothing at this address.',
    act: '`/docs` lists the addresses.',
  },
  {
    code: 'unknown_report',
    status: 404,
    means: 'No report has this id or symbol.',
    act: '`siyagha reports` lists them; the message names the nearest ids.',
  },
  {
    code: 'unknown_paragraph',
    status: 404,
    means: 'No paragraph has this id or number.',
    act: 'A paragraph’s id is its report’s id, a colon and its ordinal. After a better reading ordinals may shift: use the printed number.',
  },
  {
    code: 'unknown_section',
    status: 404,
    means: 'No heading contains these words.',
    act: 'Look at the `path` of the paragraphs for the headings.',
  },
  ...(
    [
      ['series', 'No report and no catalogue entry has this series.'],
      ['body', 'No report and no catalogue entry has this body.'],
      ['language', 'No report is in this language.'],
      ['warning', 'No warning has this code.'],
      ['part', 'The report has no such part.'],
    ] as const
  ).map(([field, means]) => ({
    code: `unknown_${field}`,
    status: 404,
    means,
    act: 'The message lists the values that exist.',
  })),
  {
    code: 'renamed_report',
    status: 404,
    means: 'The report to remove has another id now.',
    act: 'Remove it by its present id, which the message names.',
  },
  {
    code: 'no_original',
    status: 404,
    means: 'The file that the report was read from was not kept.',
    act: 'Ingest the file again without `--no-originals`.',
  },
  {
    code: 'method_not_allowed',
    status: 405,
    means: 'This address takes other methods.',
    act: 'The header `Allow` names them.',
  },
  {
    code: 'timeout',
    status: 408,
    means: 'The request did not arrive completely in time.',
    act: 'Send it again; see whether a proxy holds it back.',
  },
  {
    code: 'too_large',
    status: 413,
    means: 'The upload or pasted text is too large.',
    act: 'Paste a passage; for uploads raise `SIYAGHA_MAX_UPLOAD_MB`, or ingest the file on the server.',
  },
  {
    code: 'unreadable_report',
    status: 422,
    means: 'Too few words of this report could be read to compare it.',
    act: 'Take another copy of the file; see [Damaged files](../how-to/damaged-files.md). If you have checked the text: `readable=yes` in a manifest.',
  },
  {
    code: 'too_many_requests',
    status: 429,
    means: 'This client has used up its requests of this minute.',
    act: 'Wait as long as `Retry-After` says.',
  },
  {
    code: 'headers_too_large',
    status: 431,
    means: 'The address and headers of the request are too long.',
    act: 'Send fewer cookies or a shorter address.',
  },
  {
    code: 'internal_error',
    status: 500,
    means: 'The server failed; this is a bug.',
    act: 'The server’s log has the details; please report it.',
  },
  {
    code: 'too_much_work',
    status: 503,
    means: 'The answer takes more work than one answer may.',
    act: 'Narrow the question as the message says, or raise `SIYAGHA_ANSWER_SECONDS`.',
  },
  {
    code: 'busy',
    status: 503,
    means: 'Too many long answers are waiting, or another process has locked the database.',
    act: 'Ask again after the time in `Retry-After`; before `restore`, stop `siyagha serve`.',
  },
  {
    code: 'stopped',
    status: 503,
    means: 'The client went away before the answer was ready.',
    act: 'Nothing.',
  },
  {
    code: 'answer_lost',
    status: 503,
    means: 'The thread that worked on this answer ended unexpectedly.',
    act: 'Ask again; the server’s log has the reason.',
  },
  {
    code: 'damaged_original',
    status: 503,
    means: 'The kept file of this report is gone or damaged.',
    act: 'Ingest the file again.',
  },
];

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
    means: 'The data folder cannot be created or written, or lies on a network disk that cannot lock files.',
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

/** The search server: it is named in the log, in `/readyz` and by `reindex`; searches go on without it. */
export const engineErrors: readonly Code[] = [
  {
    code: 'unreachable',
    means: 'The search server (or, for `fetch`, the document system) does not answer, or is too slow.',
    act: 'Start it, or correct `MEILI_URL` or `OPENSEARCH_URL`. `fetch` keeps the part that came: run it again.',
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
  {
    code: 'not_on_cluster',
    means: 'This question is not answered while the index is in a cluster.',
    act: 'Ask a server with `SIYAGHA_INDEX=folder`. [OpenSearch](../how-to/opensearch.md) lists what a cluster answers.',
  },
];

/** Files that were not stored: in `failed` of `ingest` and `reread`, as status 422 for an upload unless said otherwise. */
export const failures: readonly Code[] = [
  { code: 'file_not_found', means: 'The file is gone.', act: 'Check the path.' },
  { code: 'not_a_file', means: 'The path is neither a file nor a folder.', act: 'Name one.' },
  { code: 'not_permitted', means: 'The file may not be read.', act: 'Change its permissions.' },
  {
    code: 'unreadable_file',
    means: 'The file cannot be read from disk, or its reader failed.',
    act: 'Download it again, or save it as .docx or text.',
  },
  {
    code: 'file_changed',
    means: 'The file changed while it was being read.',
    act: 'Ingest it again once it is complete.',
  },
  { code: 'file_too_large', means: 'The file is larger than the limit.', act: 'Split it.' },
  { code: 'empty_file', means: 'The file is empty.', act: 'Export or download it again.' },
  {
    code: 'no_text',
    means: 'The file has no text; usually its pages are pictures.',
    act: 'See [Scans](../how-to/scans.md).',
  },
  {
    code: 'unsupported_format',
    means: 'The format is not one that siyagha reads (RTF, an old Word, a spreadsheet, an archive).',
    act: 'Save it as .docx, or unpack the archive.',
  },
  {
    code: 'wrong_format',
    means: 'The content is not what the file’s extension says.',
    act: 'Rename it, or download it again: it may be an error page.',
  },
  {
    code: 'binary_file',
    means: 'A .txt file that is not text.',
    act: 'Give it its real extension, or save it as UTF-8.',
  },
  { code: 'encrypted', means: 'The file is protected by a password.', act: 'Save a copy without one.' },
  {
    code: 'damaged_file',
    means: 'A .docx, .doc or .odt is damaged or incomplete.',
    act: 'Save or download it again.',
  },
  { code: 'damaged_pdf', means: 'A PDF is damaged or cut off.', act: 'Download it again.' },
  { code: 'not_pdf', means: 'A file that claims to be a PDF is none.', act: 'Download it again.' },
  {
    code: 'unsafe_xml',
    means: 'A part of the document declares a document type of its own, which is how XML attacks begin.',
    act: 'Save it anew in a word processor.',
  },
  { code: 'zip_bomb', means: 'The document unpacks to an absurd size.', act: 'Do not trust it.' },
  {
    code: 'no_visual_layer',
    means: '`--layer visual` was given for a text that has no damaged layer.',
    act: 'Leave `--layer` out.',
  },
  {
    code: 'too_slow',
    means: 'The file, or several of its pages, took too long to read.',
    act: 'Print it to a new PDF, or leave the page out.',
  },
  {
    code: 'too_much_memory',
    means: 'Reading the file took too much memory.',
    act: 'Split it, or save it in another format.',
  },
  {
    code: 'parser_died',
    means: 'The process that was reading the file ended.',
    act: 'If the message says it was ended from outside, see what ends it; otherwise convert the file.',
  },
  {
    code: 'symbol_unusable',
    means: 'The symbol has no letter or digit, or is too long (status 400).',
    act: 'Give another one in a manifest.',
  },
  {
    code: 'duplicate_symbol',
    means: 'Two files of one run give the same report (status 409).',
    act: 'Give one of them another symbol in a manifest, or leave it out.',
  },
  {
    code: 'id_taken',
    means:
      'Another report has this id: its symbol differs only in punctuation, or it had the id before (status 409).',
    act: 'Give one of them another symbol.',
  },
  {
    code: 'duplicate_file',
    means: 'The same bytes are stored under another symbol (status 409).',
    act: 'Leave the file out, give its symbol in a manifest, or use `--allow-duplicates`.',
  },
  {
    code: 'manifest_file_missing',
    means: 'The manifest names a file that does not exist.',
    act: 'Correct the line.',
  },
  {
    code: 'not_recognised',
    means: '`reread`: a scan could not be recognised again.',
    act: 'Set `SIYAGHA_OCR=tesseract` and read it again.',
  },
  {
    code: 'not_found',
    means: '`fetch`: the document system has no such document.',
    act: 'Check the symbol.',
  },
  {
    code: 'refused',
    means: '`fetch`: the document system refused, or led to a place that is not allowed.',
    act: 'Check `SIYAGHA_DOCUMENTS_URL` and `SIYAGHA_DOCUMENTS_HOSTS`.',
  },
  {
    code: 'not_a_document',
    means: '`fetch`: what came is neither PDF nor Word.',
    act: 'Check the symbol and `SIYAGHA_DOCUMENTS_URL`.',
  },
  {
    code: 'ingest_failed',
    means: 'Something unforeseen went wrong with this file.',
    act: 'Please report it with the message.',
  },
];

/** Warnings of a stored report: it can be used, with this in mind. */
export const warnings: readonly Code[] = [
  {
    code: 'symbol_from_file_name',
    means: 'No symbol was found in the file; its name serves as one.',
    act: 'Give the symbol in a manifest and ingest again; the report is renamed.',
  },
  {
    code: 'no_numbers',
    means: 'The report has no numbered paragraphs.',
    act: 'Nothing, if its paragraphs are not numbered in print.',
  },
  {
    code: 'unreadable_text',
    means:
      'Less than 65 % of the words can be read; under 50 % the report counts in no search and no figure.',
    act: 'Take another copy of the file, or have its pages recognised.',
  },
  {
    code: 'damaged_text',
    means: 'The stored text of this report cannot be read any more; it is set aside.',
    act: 'Ingest its file again, or `siyagha restore`.',
  },
  {
    code: 'page_left_out',
    means: 'A page of the PDF could not be read and is missing from the text.',
    act: 'Print the file to a new PDF and ingest that.',
  },
  {
    code: 'pages_are_pictures',
    means: 'Some pages are pictures; what is written on them is missing from the text.',
    act: 'See [Scans](../how-to/scans.md).',
  },
  {
    code: 'pages_recognised',
    means: 'Pages that are pictures were recognised; uncertain words are marked as doubtful.',
    act: 'Check doubtful words against the file before you quote them.',
  },
  {
    code: 'page_unreadable',
    means: 'A page that is a picture could not be recognised and is missing from the text.',
    act: 'The message gives the reason; scan the page again if you can.',
  },
  {
    code: 'tags_not_used',
    means: 'The PDF’s own structure contradicts its pages, so the text was read by its layout.',
    act: 'Nothing; [Reading](../reading.md#tagged-pdfs) says why tags are not always believed.',
  },
  {
    code: 'too_many_rules',
    means:
      'A page has so many lines drawn on it that it was taken for a drawing; its tables were read by the space between columns.',
    act: 'Check the tables against the file.',
  },
];

/** What `siyagha verify` finds. */
export const findings: readonly Code[] = [
  {
    code: 'damaged',
    means: 'A report’s text is not what was stored.',
    act: 'Ingest its file again.',
  },
  { code: 'original', means: 'A kept file is gone or damaged.', act: 'Ingest that file again.' },
  { code: 'integrity', means: 'SQLite found the database file damaged.', act: '`siyagha restore`.' },
  { code: 'foreign_key', means: 'A row refers to a row that is gone.', act: '`siyagha restore`.' },
  {
    code: 'change_log',
    means: 'The record of changes is incomplete.',
    act: '`siyagha reindex`; if it stays, restore.',
  },
  {
    code: 'store_older',
    means: 'The index knows of later commits than the store: an older copy was put back, or the log is lost.',
    act: 'Put `siyagha.db-wal` back if it was left behind; otherwise ingest what is missing, then `siyagha reindex`.',
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
    means: 'The phrase index holds other words than the text.',
    act: '`siyagha reindex`.',
  },
  {
    code: 'index_paragraphs',
    means: 'The phrase index holds another number of paragraphs.',
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

/** What only the JavaScript client says, where no problem came back. */
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
