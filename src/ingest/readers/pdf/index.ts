/**
 * PDF → `RawDocument`. Works on glyphs, not on the text items of pdf.js: their letters, font, code and place are
 * put into lines, the lines into logical order, words and paragraphs.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Block, IngestError, type RawDocument, type Reader } from '../../document.ts';
import { repairLogicalBlocks } from '../../repair/index.ts';
import { actualTexts } from './actual-text.ts';
import { toBlocks } from './blocks.ts';
import { openPdf } from './open.ts';
import { PageReader } from './pages.ts';
import { LineBuilder } from './window.ts';

/**
 * Reads a PDF page by page. Throws `IngestError` with code `not_pdf`, `encrypted`, `damaged_pdf`, `too_slow`
 * or `no_text` (pages that are only pictures). Holds no state between calls.
 */
export const readPdf: Reader = async (bytes, options): Promise<RawDocument> => {
  const { lines, warning, about, pages } = await readPages(bytes, options.file);
  const { blocks, furniture } = toBlocks(lines);
  if (!blocks.some((b) => b.text !== '')) throw noText(options.file, pages);
  const { lexicon } = options;
  // What the fonts themselves name wrongly (a reversed lam-alef) is mended by what words there are.
  const repaired =
    warning || !isArabic(blocks)
      ? { blocks, warnings: warning ? [warning] : [] }
      : repairLogicalBlocks(blocks, lexicon ? { lexicon } : {});
  return {
    format: 'pdf',
    layer: 'visual',
    blocks: repaired.blocks,
    furniture,
    ...about,
    warnings: repaired.warnings,
  };
};

/** Persian and Urdu share the script, but not the words that repair goes by. */
function isArabic(blocks: readonly Block[]): boolean {
  let other = 0;
  let letters = 0;
  for (const { text } of blocks) {
    other += text.match(/[\u067E\u0686\u0698\u06AF\u0679\u0688\u0691]/gu)?.length ?? 0;
    letters += text.match(/[\u0621-\u064A\u066E-\u06D3]/gu)?.length ?? 0;
  }
  return other <= 0.01 * letters;
}

/** pdf.js keeps fonts and objects of every page it has read: after so many pages it begins anew. */
const pagesAtOnce = 200;

/** Lines of every page, and what the document says about itself. */
async function readPages(bytes: Uint8Array, file: string) {
  const texts = actualTexts(bytes);
  const builder = new LineBuilder();
  let about: Pick<RawDocument, 'title' | 'language'> = {};
  let pages = 1;
  for (let n = 1; n <= pages; ) {
    const { doc, close } = await openPdf(bytes, file);
    try {
      if (n === 1) {
        pages = doc.numPages;
        about = await metadata(doc);
      }
      const reader = new PageReader(doc, texts, file);
      for (const last = Math.min(pages, n + pagesAtOnce - 1); n <= last; n++)
        builder.add(n, await reader.glyphs(n));
    } finally {
      await close();
    }
  }
  return { lines: builder.finish(), warning: builder.warning(), about, pages };
}

function noText(file: string, pages: number): IngestError {
  return new IngestError(
    'no_text',
    `${file} holds no text: its ${pages} page(s) are pictures. Run it through OCR first.`,
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
    // Damaged metadata are no reason to refuse the text.
  }
  return out;
}
