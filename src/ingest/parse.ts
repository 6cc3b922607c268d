/** From one file's bytes to one report: detect, read, structure, metadata, references. */
import { createHash } from 'node:crypto';
import { words } from 'arabic-normalizer';
import {
  type CatalogueSeries,
  type GivenFields,
  leastReadable,
  maxSymbol,
  type Paragraph,
  type ParsedReport,
  paragraphId,
  type Repair,
  reportId,
  type Span,
  usableSymbol,
  type Warning,
} from '../report/index.ts';
import type { Block, RawDocument, ReadOptions } from './document.ts';
import { IngestError } from './document.ts';
import { detectFormat } from './format.ts';
import { readers } from './readers/registry.ts';
import { numberTables } from './readers/table-grid.ts';
import { findReferences } from './references/index.ts';
import { knownWords, repairDocument } from './repair/index.ts';
import { type Draft, structure } from './structure/index.ts';
import { type GivenMetadata, readMetadata } from './structure/metadata.ts';

export interface ParseOptions {
  /** The file's name: recorded as the source, named in messages, last resort for the symbol. */
  file: string;
  /** Which layer of a file with both a damaged and a clean one to read; default `auto`, the clean one. */
  layer?: 'auto' | 'visual' | 'logical' | undefined;
  catalogue?: readonly CatalogueSeries[] | undefined;
  /** Evidence for repair: words in folded form and their counts. */
  lexicon?: ReadonlyMap<string, number> | undefined;
  /** Texts of other reports of the same kind: evidence for repairing a damaged layer, see `isDamagedLayer`. */
  siblings?: readonly string[] | undefined;
  /** Whether and how to read scanned pages; default `off`. */
  ocr?: 'off' | 'tesseract' | undefined;
  /** Called before each such page and after the last. */
  onPage?: ((done: number, pages: number) => void) | undefined;
  /** What a person has said takes precedence over what the document says. */
  metadata?: GivenMetadata | undefined;
}

/** Incremented when some file is read differently: `siyagha reread` then reads again what an older version read. */
export const READER_VERSION = 9;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads one file. `ingested_at` is left empty for the caller to set.
 * @throws IngestError with a code and what to do.
 */
export async function parseReport(bytes: Uint8Array, options: ParseOptions): Promise<ParsedReport> {
  const { file, layer = 'auto', catalogue = [], lexicon, siblings, metadata = {} } = options;
  const format = detectFormat(bytes, file);
  const hash = sha256(bytes);
  // A plain Uint8Array: libraries treat a Buffer differently.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { ocr = 'off', onPage } = options;
  const recognition = ocr === 'off' ? undefined : { known: knownWords(lexicon), onPage };
  const document = await readDocument(plain, format, { file, layer, ocr: recognition });
  const assembled = assembleReport(
    repairDocument(document, { lexicon, siblings }),
    hash,
    file,
    catalogue,
    metadata,
  );
  return { ...assembled, given: givenFields(metadata, layer) };
}

function givenFields(metadata: GivenMetadata, layer: NonNullable<ParseOptions['layer']>): GivenFields {
  const given = { ...metadata, ...(layer === 'auto' ? {} : { layer }) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as GivenFields;
}

/** Text in drawing order: its lines had to be reassembled. */
export const isDamagedLayer = ({ format, layer }: Pick<RawDocument, 'format' | 'layer'>): boolean =>
  format === 'txt' && layer === 'visual';

async function readDocument(
  bytes: Uint8Array,
  format: RawDocument['format'],
  options: ReadOptions,
): Promise<RawDocument> {
  const { file } = options;
  let document: RawDocument;
  try {
    document = await readers[format](bytes, options);
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(
      'unreadable_file',
      `${file} cannot be read as ${format} (${(error as Error).message}): download it again, or save it as .docx or text`,
    );
  }
  if (!document.blocks.some((block) => /[\p{L}\p{N}\uFFFD]/u.test(block.text))) {
    throw new IngestError(
      'no_text',
      `${file} has no text: if its pages are pictures, run text recognition (OCR) first`,
    );
  }
  return document;
}

function assembleReport(
  document: RawDocument,
  hash: string,
  file: string,
  catalogue: readonly CatalogueSeries[],
  given: GivenMetadata,
): ParsedReport {
  const structured = structure(document);
  const meta = readMetadata(document, structured, catalogue, given, file);
  if (!usableSymbol(meta.symbol)) {
    throw new IngestError(
      'symbol_unusable',
      `${file}: "${meta.symbol.slice(0, 100)}" cannot be a symbol: it needs a letter or digit and at most ` +
        `${maxSymbol} characters; give another one in a manifest`,
    );
  }
  const id = reportId(meta.symbol, meta.language);
  const paragraphs = structured.drafts.map((draft, i) => toParagraph(draft, id, i + 1));
  numberTables(paragraphs.map(({ cell }) => cell));
  const repairs = structured.drafts.flatMap((draft, i) => toRepairs(draft, i + 1));
  const warnings: Warning[] = [...document.warnings, ...structured.warnings];
  if (meta.symbolSource === 'file') {
    warnings.push({
      code: 'symbol_from_file_name',
      message: `no symbol was found in ${file}, so its name is used: give the symbol in a manifest`,
    });
  }
  const { readable = 1 } = document;
  return {
    symbolGiven: meta.symbolSource === 'given',
    report: {
      id,
      symbol: meta.symbol,
      title: meta.title,
      series: meta.series,
      body: meta.body,
      year: meta.year,
      date: meta.date,
      session: meta.session,
      language: meta.language,
      paragraphs: paragraphs.length,
      words: paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0),
      source: {
        file,
        format: document.format,
        sha256: hash,
        layer: document.layer,
        reader: READER_VERSION,
        ...(document.structure && { structure: document.structure }),
      },
      repairs: {
        words: repairs.length,
        doubtful: paragraphs.reduce((sum, { doubts }) => sum + doubts.length, 0),
      },
      readable,
      unreadable: readable < leastReadable && given.readable !== true,
      duplicate_of: [],
      warnings,
      ingested_at: '',
    },
    paragraphs,
    repairs,
  };
}

function toParagraph(draft: Draft, report: string, ordinal: number): Paragraph {
  return {
    id: paragraphId(report, ordinal),
    report,
    ordinal,
    kind: draft.kind,
    number: draft.number,
    label: draft.label,
    part: draft.part,
    path: draft.path,
    parent: draft.parent === null ? null : paragraphId(report, draft.parent + 1),
    page: draft.block.page ?? null,
    cell: draft.kind === 'table' && draft.block.cell ? { ...draft.block.cell } : null,
    text: draft.text,
    words: words(draft.text, 'exact').length,
    doubts: toDoubts(draft),
    references: findReferences(draft.text),
  };
}

/** A block's doubts, shifted by the removed label, ascending and disjoint. */
function toDoubts({ block, offset, text }: Draft): Span[] {
  const guesses = (block.repairs ?? []).filter(({ doubtful }) => doubtful);
  const moved = [...(block.doubts ?? []), ...guesses.map(({ start, end }): Span => [start, end])]
    .map(([start, end]): Span => [start - offset, end - offset])
    .filter(([start, end]) => start >= 0 && end <= text.length && start < end)
    .sort(([a], [b]) => a - b);
  return moved.filter(([start], i) => i === 0 || start >= moved[i - 1]![1]);
}

/** A block's repairs, shifted by the removed label; those inside the label are dropped. */
function toRepairs(draft: Draft, ordinal: number): Repair[] {
  const block: Block = draft.block;
  return (block.repairs ?? []).flatMap((repair) => {
    const start = repair.start - draft.offset;
    const end = repair.end - draft.offset;
    if (start < 0 || end > draft.text.length) return [];
    const { raw, kinds, doubtful } = repair;
    return [{ ordinal, start, end, text: draft.text.slice(start, end), raw, kinds, doubtful }];
  });
}
