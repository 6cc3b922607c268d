/**
 * Keeps pdf.js from loading its drawing library: importing it does so though nothing here is drawn, at the cost of some
 * 200 MB of memory (the library reads the system's fonts).
 */
import { createRequire, Module } from 'node:module';

const drawing = '@napi-rs/canvas';

/** Stands in for what drawing would use, in this thread alone; to be called before pdf.js is imported first. */
export function leaveOutDrawing(): void {
  const inPdfJs = createRequire(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  let file: string;
  try {
    file = inPdfJs.resolve(drawing);
  } catch {
    // An installation without optional packages has none: pdf.js gets by.
    return;
  }
  if (inPdfJs.cache[file]) return;
  const empty = new Module(file);
  empty.exports = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };
  empty.loaded = true;
  inPdfJs.cache[file] = empty;
}
