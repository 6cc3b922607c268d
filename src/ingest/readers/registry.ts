/** One reader for each format. */
import type { Format } from '../../report/index.ts';
import type { Reader } from '../document.ts';
import { readDoc } from './doc/index.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html/index.ts';
import { readOdt } from './odt/index.ts';
import { readPdf } from './pdf/index.ts';
import { readText } from './text/index.ts';

export const readers: Record<Format, Reader> = {
  txt: readText,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
  odt: readOdt,
  doc: readDoc,
};
