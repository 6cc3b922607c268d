/**
 * PDF → `RawDocument`. Works on glyphs, not on the text items of pdf.js: their letters, font, code and position are
 * used to build lines, then logical order, words and paragraphs.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Warning } from '../../../report/index.ts';
import { IngestError, type RawDocument, type Reader, type ReadOptions } from '../../document.ts';
import { toInstall } from '../ocr/tesseract.ts';
import { toBlocks } from './blocks/blocks.ts';
import { PageReader } from './glyphs/pages.ts';
import { LineBuilder } from './lines/window.ts';
import { lazyObjects } from './open/objects.ts';
import { openPdf } from './open/open.ts';
import { named, noScans, readScans, type Scans } from './scans/index.ts';
import { doubts } from './tags/judge.ts';
import { TagReading } from './tags/reading.ts';

/**
 * Reads a PDF page by page; a page that cannot be read is left out with a warning `page_left_out`. Keeps no state
 * between calls.
 * @throws IngestError `not_pdf`, `encrypted`, `damaged_pdf`, `too_slow` (if several pages are) or `no_text` (if all
 * pages are images; if some are, there is a warning `pages_are_pictures`)
 */
export const readPdf: Reader = async (bytes, options): Promise<RawDocument> => {
  const { lines, unmapped, warnings, about, pages, pictures, tags } = await readPages(bytes, options.file);
  const scans = await recognised(bytes, options, pictures);
  for (const [page, found] of scans.lines) lines[page - 1] = found;
  // Text recognised in images is not in any tag.
  const tagged = tags && scans.lines.size > 0 ? 'cover' : tags?.finish();
  // Tags that are rejected change nothing.
  const byTags = typeof tagged === 'object';
  const { blocks, furniture } = byTags ? tagged : toBlocks(lines);
  if (typeof tagged === 'string') {
    const message = `The tags of this PDF were not used: ${doubts[tagged]}. Its text was read by its position on the pages.`;
    warnings.push({ code: 'tags_not_used', message });
  }
  if (byTags && tagged.language) about.language = tagged.language;
  if (!blocks.some((b) => b.text !== '')) throw noText(options.file, pages, scans.failed);
  if (pictures.length > 0 && scans.failed !== null) warnings.push(arePictures(pictures, pages, scans.failed));
  warnings.push(...scans.warnings);
  // Fonts may map letters wrongly (a reversed lam-alef), but the order is settled here.
  return {
    format: 'pdf',
    layer: [...scans.lines.values()].some((found) => found.length > 0) ? 'ocr' : 'visual',
    damage: 'letters',
    blocks,
    furniture: [...furniture, ...scans.furniture],
    structure: byTags ? 'tags' : 'layout',
    ...about,
    warnings,
    unmapped,
  };
};

/** pdf.js keeps fonts and objects of every page it has read; after this many pages, the document is opened again. */
const pagesAtOnce = 200;

/** Number of pages that may be too slow before the whole file is. */
const slowPages = 2;

/**
 * The lines of every page, and the document's metadata. A page that cannot be read is left out; the others are not
 * affected.
 */
async function readPages(bytes: Uint8Array, file: string) {
  const objects = lazyObjects(bytes);
  const builder = new LineBuilder();
  let about: Pick<RawDocument, 'title' | 'language'> = {};
  let pages = 1;
  let tags: TagReading | null = null;
  const lost: { page: number; error: IngestError }[] = [];
  const pictures: number[] = [];
  const drawings: number[] = [];
  for (let n = 1; n <= pages; ) {
    const { doc, close } = await openPdf(bytes, file);
    try {
      if (n === 1) {
        pages = doc.numPages;
        about = await metadata(doc);
        tags = await TagReading.of(doc, objects);
      }
      const reader = new PageReader(doc, objects, file);
      let slow = false;
      for (const last = Math.min(pages, n + pagesAtOnce - 1); n <= last && !slow; n++) {
        const read = await reader.read(n).catch((error) => asIngestError(error));
        if (!(read instanceof IngestError)) {
          if (read.picture) pictures.push(n);
          builder.add(n, read.picture ? [] : read.glyphs, read.view, read.rules ?? []);
          if (!read.rules) drawings.push(n);
          tags?.add(n, read.picture ? null : read);
        } else {
          lost.push({ page: n, error: read });
          builder.add(n, []);
          tags?.add(n, null);
          // What is still working on that page would slow down the next ones: they are read from a newly opened
          // document.
          slow = read.code === 'too_slow';
        }
      }
    } finally {
      await close();
    }
    const tooSlow = lost.filter(({ error }) => error.code === 'too_slow');
    if (lost.length === pages || tooSlow.length > slowPages) throw lost.at(-1)!.error;
  }
  const warnings = lost.map(
    ({ page, error }): Warning => ({
      code: 'page_left_out',
      message: `Page ${page} is missing from the text. ${error.message}`,
    }),
  );
  if (drawings.length > 0) warnings.push(areDrawings(drawings));
  return { lines: builder.finish(), unmapped: builder.unmapped(), warnings, about, pages, pictures, tags };
}

/** Reads scanned pages if the settings allow it; `failed` says why they were not read. */
async function recognised(
  bytes: Uint8Array,
  { file, ocr }: ReadOptions,
  pictures: readonly number[],
): Promise<Scans> {
  if (pictures.length === 0) return { ...noScans, failed: null };
  if (ocr) return readScans(bytes, file, pictures, ocr);
  return {
    ...noScans,
    failed: `set SIYAGHA_OCR=tesseract to have them recognised; it needs Tesseract: ${toInstall}`,
  };
}

function areDrawings(drawings: readonly number[]): Warning {
  return {
    code: 'too_many_rules',
    message:
      `Page(s) ${named(drawings)} have so many rules that they count as drawings: tables there are read by the white space between ` +
      'their columns. Check them against the file',
  };
}

function arePictures(pictures: readonly number[], pages: number, why: string): Warning {
  return {
    code: 'pages_are_pictures',
    message:
      `${pictures.length} of ${pages} pages are pictures (${named(pictures)}), and their text is missing: ` +
      `${why}. Then ingest the file again`,
  };
}

/** Rethrows errors that have no code of their own. */
function asIngestError(error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  throw error;
}

function noText(file: string, pages: number, why: string | null): IngestError {
  return new IngestError(
    'no_text',
    `${file} contains no text: apart from running headers and footers, its ${pages} page(s) are pictures. ${why ?? 'Run it through OCR first.'}`,
  );
}

async function metadata(doc: PDFDocumentProxy): Promise<Pick<RawDocument, 'title' | 'language'>> {
  const out: Pick<RawDocument, 'title' | 'language'> = {};
  try {
    const { info } = await doc.getMetadata();
    const { Title, Language } = info as { Title?: unknown; Language?: unknown };
    if (typeof Title === 'string' && Title.trim()) out.title = Title.trim();
    if (typeof Language === 'string' && Language.trim())
      out.language = Language.trim().slice(0, 2).toLowerCase();
  } catch {
    // Damaged metadata is no reason to refuse the text.
  }
  return out;
}
