/** Codes of files that were not stored, and of reports that were stored with a warning. */
import type { Code } from './code.ts';

/** Files that were not stored: in `failed` of `ingest` and `reread`, as status 422 for an upload unless said otherwise. */
export const failures: readonly Code[] = [
  { code: 'file_not_found', means: 'The file does not exist.', act: 'Check the path.' },
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
    means: 'The format is not one that siyagha reads (RTF, Word before 97, a spreadsheet, an archive).',
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
  { code: 'not_pdf', means: 'The file claims to be a PDF but is not one.', act: 'Download it again.' },
  {
    code: 'unsafe_xml',
    means: 'A part of the document declares a document type of its own, which is how XML attacks begin.',
    act: 'Save it again in a word processor.',
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
    means: 'Two files of one run are the same report (status 409).',
    act: 'Give one of them another symbol in a manifest, or leave one out.',
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
    means: '`fetch`: the download is neither PDF nor Word.',
    act: 'Check the symbol and `SIYAGHA_DOCUMENTS_URL`.',
  },
  {
    code: 'ingest_failed',
    means: 'Something unexpected went wrong with this file.',
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
    means: 'Some pages are pictures; their text is missing.',
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
      'A page has so many rules that it was taken for a drawing; its tables were read by the white space between columns.',
    act: 'Check the tables against the file.',
  },
];
