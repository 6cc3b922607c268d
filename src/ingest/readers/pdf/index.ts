/**
 * PDF → `RawDocument`. Works on glyphs, not on the text items of pdf.js: their letters, font, code and place are
 * put into lines, the lines into logical order, words and paragraphs.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Block, IngestError, type RawDocument, type Reader } from '../../document.ts';
import { toBlocks } from './blocks.ts';
import { openPdf } from './open.ts';
import { PageReader } from './pages.ts';
import { LineBuilder } from './window.ts';

/**
 * Reads a PDF page by page. Throws `IngestError` with code `not_pdf`, `encrypted`, `damaged_pdf` or `no_text`
 * (pages that are only pictures). Holds no state between calls.
 */
export const readPdf: Reader = async (bytes, options): Promise<RawDocument> => {
  const doc = await openPdf(bytes, options.file);
  try {
    const pages = await readPages(doc, bytes, options.file);
    const { blocks, furniture } = toBlocks(pages.lines);
    if (!blocks.some((b) => b.text !== '')) throw noText(options.file, doc.numPages);
    return {
      format: 'pdf',
      layer: 'visual',
      blocks,
      furniture,
      ...(await metadata(doc)),
      warnings: [],
    };
  } finally {
    await doc.loadingTask.destroy();
  }
};

async function readPages(doc: PDFDocumentProxy, bytes: Uint8Array, file: string) {
  const reader = new PageReader(doc, bytes);
  const builder = new LineBuilder();
  for (let n = 1; n <= doc.numPages; n++) {
    builder.add(n, await reader.glyphs(n, file));
  }
  return { lines: builder.finish() };
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

export type { Block };
