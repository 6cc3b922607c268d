/** One reader for each format. */
import type { Format } from '../../report/index.ts';
import type { Reader } from '../document.ts';
import { readDoc } from './doc/index.ts';
import { readDocx } from './docx/index.ts';
import { readOdt } from './odt/index.ts';
import { withoutSideEffects } from './pdf/open/side-effects.ts';
import { readText } from './text/index.ts';

// Loaded with the first file of their format, because their libraries would slow down every start of the program.

const readPdf: Reader = async (bytes, options) => {
  const { readPdf } = await withoutSideEffects(() => import('./pdf/index.ts'));
  return readPdf(bytes, options);
};

const readHtml: Reader = async (bytes, options) => {
  const { readHtml } = await import('./html/index.ts');
  return readHtml(bytes, options);
};

export const readers: Record<Format, Reader> = {
  txt: readText,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
  odt: readOdt,
  doc: readDoc,
};
