/**
 * The reading of a file, stage by stage, keeping the input of each stage: a changed threshold then costs only its own
 * stage and the following ones.
 */

import { IngestError, type RawDocument } from '../../src/ingest/document.ts';
import { detectFormat } from '../../src/ingest/format.ts';
import { toBlocks } from '../../src/ingest/readers/pdf/blocks/blocks.ts';
import { type PageContent, PageReader } from '../../src/ingest/readers/pdf/glyphs/pages.ts';
import type { TextLine } from '../../src/ingest/readers/pdf/lines/text-line.ts';
import { LineBuilder } from '../../src/ingest/readers/pdf/lines/window.ts';
import { lazyObjects } from '../../src/ingest/readers/pdf/open/objects.ts';
import { openPdf } from '../../src/ingest/readers/pdf/open/open.ts';
import { readers } from '../../src/ingest/readers/registry.ts';
import { repairDocument } from '../../src/ingest/repair/index.ts';
import { structure } from '../../src/ingest/structure/index.ts';
import { readMetadata } from '../../src/ingest/structure/metadata.ts';
import { loadCatalogue, loadLexicon } from '../../src/settings/index.ts';
import type { TruthBlock } from '../fidelity/score.ts';
import type { Input } from './inputs.ts';
import type { Stage } from './tables.ts';

export interface Outcome {
  /** Blocks without the title, headings' and items' labels in the text. */
  blocks: TruthBlock[];
  /** Everything else that a reader of the report is told: structure, metadata, doubts, warnings. */
  rest: string[];
  metadata: Record<string, unknown>;
}

/** The inputs of one file's stages. */
interface Kept {
  input: Input;
  pages: PageContent[] | null;
  lines: TextLine[][] | null;
  raw: RawDocument;
  repaired: RawDocument;
}

const catalogue = loadCatalogue();
const shippedLexicon = loadLexicon();
/** Evidence caches what words cost; the cache is kept for each lexicon, so a copy of the lexicon gives an empty one. */
let lexicon = new Map(shippedLexicon);
export const freshEvidence = (): Map<string, number> => {
  lexicon = new Map(shippedLexicon);
  return lexicon;
};

export async function keep(input: Input): Promise<Kept | null> {
  try {
    const raw = await read(input);
    const pages = raw.format === 'pdf' ? await pagesOf(input) : null;
    return {
      input,
      pages,
      lines: pages && linesOf(pages).lines,
      raw,
      repaired: repairDocument(raw, { lexicon }),
    };
  } catch (error) {
    if (error instanceof IngestError) return null;
    throw error;
  }
}

/** Whether a stage takes part in reading this file. */
export function takesPart(stage: Stage, { raw, pages }: Kept): boolean {
  if (stage === 'glyphs' || stage === 'lines' || stage === 'blocks') return pages !== null;
  if (stage === 'text') return raw.format === 'txt';
  if (stage === 'markup') return raw.format !== 'txt' && raw.format !== 'pdf';
  return stage !== 'order' || raw.damage === 'order';
}

/** The file read again from a stage on. A refusal is an outcome as well. */
export async function readFrom(stage: Stage, kept: Kept): Promise<Outcome> {
  try {
    return outcomeOf(await repairedFrom(stage, kept), kept.input);
  } catch (error) {
    if (error instanceof IngestError) return { blocks: [], rest: [error.code], metadata: {} };
    throw error;
  }
}

async function repairedFrom(
  stage: Stage,
  { input, pages, lines, raw, repaired }: Kept,
): Promise<RawDocument> {
  if (stage === 'structure') return repaired;
  if (stage === 'repair' || stage === 'order') return repairDocument(raw, { lexicon });
  if (stage === 'lines') {
    const { lines: read, unmapped } = linesOf(pages!);
    return repairDocument({ ...raw, ...toBlocks(read), unmapped }, { lexicon });
  }
  if (stage === 'blocks') return repairDocument({ ...raw, ...toBlocks(lines!) }, { lexicon });
  return repairDocument(await read(input), { lexicon });
}

/** Plain bytes: libraries treat a Buffer differently. */
const plain = ({ bytes }: Input) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

async function read(input: Input): Promise<RawDocument> {
  const { bytes, file, layer } = input;
  return readers[detectFormat(bytes, file)](plain(input), { file, layer: layer ?? 'auto' });
}

async function pagesOf(input: Input): Promise<PageContent[]> {
  const { file } = input;
  const bytes = plain(input);
  const { doc, close } = await openPdf(bytes, file);
  try {
    const reader = new PageReader(doc, lazyObjects(bytes), file);
    const pages: PageContent[] = [];
    for (let n = 1; n <= doc.numPages; n++) pages.push(await reader.read(n));
    return pages;
  } finally {
    await close();
  }
}

function linesOf(pages: readonly PageContent[]): { lines: TextLine[][]; unmapped: number } {
  const builder = new LineBuilder();
  pages.forEach(({ glyphs, view, picture }, i) => {
    builder.add(i + 1, picture ? [] : glyphs, view);
  });
  return { lines: builder.finish(), unmapped: builder.unmapped() };
}

function outcomeOf(document: RawDocument, { file }: Input): Outcome {
  const structured = structure(document);
  const { symbol, title, date, year, series, session, language } = readMetadata(
    document,
    structured,
    catalogue,
    {},
    file,
  );
  const drafts = structured.drafts.filter(({ kind }) => kind !== 'title');
  return {
    blocks: drafts.map(({ kind, number, label, text }) => ({
      kind,
      number,
      text: label !== null && number === null ? `${label} ${text}` : text,
    })),
    rest: [
      ...drafts.map(({ part, path, parent, block, text }) =>
        JSON.stringify([part, path, parent === null ? null : drafts[parent]?.text, block.doubts, text]),
      ),
      JSON.stringify([series, session, language, document.readable, document.layer]),
      ...document.warnings.map(({ code }) => code),
    ],
    metadata: { symbol, title, date: date && { from: date.from, to: date.to }, year },
  };
}
