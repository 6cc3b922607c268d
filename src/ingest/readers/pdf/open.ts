/**
 * Opens a PDF with pdf.js: nothing is drawn, no script runs, no system font is looked for, and every failure has
 * a code.
 */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IngestError } from '../../document.ts';

/** Where the installed package keeps its character maps and standard fonts. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/** Copies `bytes`, because pdf.js takes its input for itself. */
export async function openPdf(bytes: Uint8Array, file: string): Promise<PDFDocumentProxy> {
  if (!hasHeader(bytes))
    throw new IngestError('not_pdf', `${file} is not a PDF: it does not begin with %PDF.`);
  const folder = packageFolder();
  try {
    return await getDocument({
      data: bytes.slice(),
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      useSystemFonts: false,
      isEvalSupported: false,
      disableFontFace: true,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: 1,
      stopAtErrors: false,
      enableXfa: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw coded(error, file);
  }
}

/** Readers accept some bytes before the header; so do we, as far as the specification's note goes. */
function hasHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

function coded(error: unknown, file: string): IngestError {
  const name = error instanceof Error ? error.name : '';
  const reason = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException') {
    return new IngestError(
      'encrypted',
      `${file} is locked with a password; save it without one and try again.`,
    );
  }
  return new IngestError(
    'damaged_pdf',
    `${file} cannot be read as a PDF (${reason}); it may be cut off. Fetch it again.`,
  );
}
