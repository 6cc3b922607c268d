/**
 * What importing pdf.js does beside, kept out: it loads a drawing library, though nothing here is drawn, at the cost of
 * some 200 MB (that library reads the system's fonts); and it replaces built-in functions of the whole thread that
 * differ from the newest standard in a detail by slow ones.
 */
import { createRequire, Module } from 'node:module';

const drawing = '@napi-rs/canvas';

/** Imports a module that imports pdf.js. */
export async function withoutSideEffects<T>(load: () => Promise<T>): Promise<T> {
  leaveOutDrawing();
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  try {
    return await load();
  } finally {
    Object.assign(Array.prototype, { push });
    Object.assign(JSON, { parse, stringify });
  }
}

/** Stands in for what drawing would use, in this thread alone. */
function leaveOutDrawing(): void {
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
