/**
 * Prevents the side effects of importing pdf.js: it loads a drawing library, although nothing here is drawn, which
 * costs some 200 MB (that library reads the system's fonts); and it replaces built-in functions of the whole thread
 * that differ from the newest standard in a detail by slow ones.
 */
import { Module } from 'node:module';

const drawing = '@napi-rs/canvas';

/** Placeholders for what drawing would use; pdf.js names these classes while it is loaded. */
const nothingDrawn = { DOMMatrix: class {}, ImageData: class {}, Path2D: class {} };

interface Loader {
  _load(request: string, ...rest: unknown[]): unknown;
}

/** Imports a module that imports pdf.js. */
export async function withoutSideEffects<T>(load: () => Promise<T>): Promise<T> {
  const loader = Module as unknown as Loader;
  const loadAny = loader._load;
  loader._load = function (this: unknown, request, ...rest) {
    return request === drawing ? nothingDrawn : loadAny.call(this, request, ...rest);
  };
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  try {
    return await load();
  } finally {
    loader._load = loadAny;
    Object.assign(Array.prototype, { push });
    Object.assign(JSON, { parse, stringify });
  }
}
