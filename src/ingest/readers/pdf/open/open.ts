/**
 * Opens a PDF with pdf.js: nothing is drawn, no script runs, no system font is looked up, and every failure has a code.
 */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { IngestError } from '../../../document.ts';

/** Where pdf.js keeps its character maps and standard fonts: in its package, or next to the built program. */
function packageFolder(): string {
  if (import.meta.url.endsWith('.ts'))
    return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return fileURLToPath(new URL('./pdfjs', import.meta.url));
}

/** An open document, and a function that closes it. */
export interface OpenPdf {
  doc: PDFDocumentProxy;
  close(): Promise<void>;
}

/**
 * The two halves of pdf.js in this thread, joined by a message channel: the event loop runs between two messages, so
 * that a timer can stop a page that does not end.
 */
function startWorker(): { worker: PDFWorker; stop: () => void } {
  const { port1, port2 } = new MessageChannel();
  const worker = PDFWorker.create({ port: port1 as unknown as Worker, verbosity: 0 });
  WorkerMessageHandler.initializeFromPort(port2);
  port1.start();
  port2.start();
  const stop = () => {
    worker.destroy();
    port1.close();
    port2.close();
  };
  return { worker, stop };
}

/**
 * Copies `bytes`, because pdf.js takes over its input. Images are decoded up to `largestPicture` pixels; by default
 * none are.
 * @throws IngestError `not_pdf`, `encrypted`, `damaged_pdf`
 */
export async function openPdf(bytes: Uint8Array, file: string, largestPicture = 1): Promise<OpenPdf> {
  if (!hasHeader(bytes))
    throw new IngestError('not_pdf', `${file} is not a PDF: it does not begin with %PDF`);
  if (!hasEnd(bytes)) {
    throw new IngestError('damaged_pdf', `${file} is cut off: its end is missing. Download it again`);
  }
  const folder = packageFolder();
  if (largestPicture > 1) wholePictures();
  const { worker, stop } = startWorker();
  try {
    const doc = await getDocument({
      data: bytes.slice(),
      worker,
      cMapUrl: join(folder, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(folder, 'standard_fonts') + sep,
      useSystemFonts: false,
      isEvalSupported: false,
      disableFontFace: false,
      useWorkerFetch: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      maxImageSize: largestPicture,
      wasmUrl: join(folder, 'wasm') + sep,
      stopAtErrors: false,
      enableXfa: false,
      fontExtraProperties: true,
      verbosity: 0,
    }).promise;
    withoutFonts(doc);
    const close = async () => {
      // A page that does not end would not answer either: the worker is stopped without being asked.
      const gone = doc.loadingTask.destroy().catch(() => {});
      await Promise.race([gone, new Promise((done) => setTimeout(done, 200).unref())]);
      stop();
    };
    return { doc, close };
  } catch (error) {
    stop();
    throw coded(error, file);
  }
}

/**
 * For a document without fonts, pdf.js would build the outline of each glyph for a canvas, a twentieth of all its work;
 * so it is told that there are fonts, and these are put nowhere.
 */
function withoutFonts(doc: PDFDocumentProxy): void {
  const { _transport } = doc as unknown as { _transport?: { fontLoader?: { bind(): Promise<void> } } };
  if (_transport?.fontLoader) _transport.fontLoader.bind = async () => {};
}

/**
 * pdf.js tests how large a canvas may be, assumes 2,048 pixels if there is none, and halves JPEG 2000 images until they
 * fit. Nothing is drawn on this canvas: it accepts any size.
 */
function wholePictures(): void {
  const scope = globalThis as { OffscreenCanvas?: unknown };
  scope.OffscreenCanvas ??= class {
    getContext() {
      return { fillRect() {}, getImageData: () => ({ data: [0, 0, 0, 255] }) };
    }
  };
}

/** Readers accept some bytes before the header; so do we, as far as the specification's note allows. */
function hasHeader(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

/**
 * The end of the file says where its index is; anything may follow (web servers add pages). A truncated file has no
 * such place, or, if it was made for fast viewing, the 0 of its first part.
 */
function hasEnd(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.lastIndexOf('startxref');
  const place = at < 0 ? null : /^startxref\s+(\d+)/u.exec(buffer.toString('latin1', at, at + 40));
  return place !== null && Number(place[1]) > 0;
}

function coded(error: unknown, file: string): IngestError {
  const name = error instanceof Error ? error.name : '';
  const reason = error instanceof Error ? error.message : String(error);
  if (name === 'PasswordException') {
    return new IngestError('encrypted', `${file} is protected by a password: save a copy without one`);
  }
  return new IngestError(
    'damaged_pdf',
    `${file} cannot be read as a PDF (${reason}); it may be cut off. Download it again`,
  );
}
