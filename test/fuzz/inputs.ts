/** Intact files of every format, made by the project; the full run adds the rendered pairs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { odt } from '../ingest/make.ts';

export interface Input {
  /** With the dot, in lower case. */
  extension: string;
  bytes: Uint8Array;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const own = [here('../../samples/reports'), here('../ingest/pdf/files'), here('files')];
const shared = [here('../../../shared/data/rendered-pairs'), here('../../../shared/data/pdfs')];
const largest = 400_000;

function filesIn(folder: string): Input[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|html|docx?|odt|pdf)$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ extension: extname(file), bytes: new Uint8Array(readFileSync(file)) }))
    .filter(({ bytes }) => bytes.length <= largest);
}

/** By extension, so that each format has its share. */
export function inputs(wide: boolean): Map<string, Input[]> {
  const list = '<text:list><text:list-item><text:p>بند</text:p></text:list-item></text:list>';
  const small = odt(`<text:h>تقرير اللجنة</text:h><text:p>١ - اجتمعت اللجنة.</text:p>${list}`);
  const all = [{ extension: '.odt', bytes: small }, ...[...own, ...(wide ? shared : [])].flatMap(filesIn)];
  const byExtension = new Map<string, Input[]>();
  for (const input of all)
    byExtension.set(input.extension, [...(byExtension.get(input.extension) ?? []), input]);
  return byExtension;
}
