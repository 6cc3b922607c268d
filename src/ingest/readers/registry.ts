/** One reader for each format. */
import type { Format } from '../../report/index.ts';
import type { Reader } from '../document.ts';
import { IngestError } from '../document.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html/index.ts';
import { readOdt } from './odt/index.ts';
import { readPdf } from './pdf/index.ts';
import { readText } from './text/index.ts';

const readers: Partial<Record<Format, Reader>> = {
  txt: readText,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
  odt: readOdt,
};

export function readerFor(format: Format, file: string): Reader {
  const reader = readers[format];
  if (reader) return reader;
  throw new IngestError(
    'format_not_available',
    `${file}: ${format} files cannot be read yet: save it as text`,
  );
}
