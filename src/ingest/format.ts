/** The format of a file: by its first bytes, never by its name alone, because names can be wrong. */
import type { Format } from '../report/index.ts';
import { IngestError } from './document.ts';

/** Extensions that `findFiles` accepts, with the dot. */
export const supportedExtensions: readonly string[] = [
  ...['.txt', '.text', '.pdf', '.docx', '.docm', '.doc', '.odt', '.html', '.htm', '.xhtml'],
];

const byExtension: Record<string, Format> = {
  ...{ '.txt': 'txt', '.text': 'txt', '.pdf': 'pdf', '.docx': 'docx', '.docm': 'docx', '.doc': 'doc' },
  ...{ '.odt': 'odt', '.html': 'html', '.htm': 'html', '.xhtml': 'html' },
};

export function extensionOf(file: string): string {
  return /\.[A-Za-z0-9]+$/u.exec(file)?.[0].toLowerCase() ?? '';
}

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte);
const latin = (bytes: Uint8Array, length: number) =>
  Array.from(bytes.subarray(0, length), (byte) => String.fromCharCode(byte)).join('');

function contains(bytes: Uint8Array, word: string, limit: number): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, limit));
  return head.includes(word);
}

function zipFormat(bytes: Uint8Array, file: string): Format {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = tail.subarray(Math.max(0, tail.length - 262144));
  const has = (name: string) => names.includes(name) || contains(bytes, name, 65536);
  if (has('opendocument.text')) return 'odt';
  if (has('word/')) return 'docx';
  if (has('content.xml') && has('META-INF/manifest.xml')) return 'odt';
  const byName = byExtension[extensionOf(file)];
  if (byName === 'docx' || byName === 'odt') return byName;
  throw new IngestError(
    'unsupported_format',
    `${file} is a zip archive but neither .docx nor .odt: unpack it first`,
  );
}

function oleFormat(bytes: Uint8Array, file: string): Format {
  const utf16 = (name: string) => Buffer.from(name, 'utf16le');
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (all.includes(utf16('EncryptedPackage'))) {
    throw new IngestError('encrypted', `${file} is protected by a password: save a copy without one`);
  }
  if (all.includes(utf16('WordDocument'))) return 'doc';
  throw new IngestError(
    'unsupported_format',
    `${file} is an Office file but not a Word document: save it as .docx`,
  );
}

/** Endings of a name that give its language, not its format. */
const languages = ['.ar', '.en', '.fr', '.es', '.ru', '.zh'];

/**
 * Whether it has the extension of something else, such as .csv or .json. Unknown content is treated as text only if its
 * name does not say otherwise; symbols end in digits (`C.7`), which are not extensions.
 */
function isOther(file: string): boolean {
  const extension = extensionOf(file);
  return /^\.[a-z][a-z0-9]{1,4}$/u.test(extension) && !languages.includes(extension);
}

/**
 * @throws IngestError `empty_file`, `encrypted`, `unsupported_format`.
 */
export function detectFormat(bytes: Uint8Array, file: string): Format {
  if (bytes.length === 0)
    throw new IngestError('empty_file', `${file} is empty: export or download it again`);
  if (contains(bytes, '%PDF-', 1024)) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6))
    return zipFormat(bytes, file);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oleFormat(bytes, file);
  if (latin(bytes, 5) === '{\\rtf') {
    throw new IngestError('unsupported_format', `${file} is RTF: save it as .docx`);
  }
  const named = byExtension[extensionOf(file)];
  const head = latin(bytes, 2048).replace(/\0/gu, '').toLowerCase();
  if (
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/u.test(
      head,
    )
  ) {
    return 'html';
  }
  if (named === 'html') return 'html';
  if (named === 'txt' || (named === undefined && !isOther(file))) return 'txt';
  if (named === undefined) {
    const kinds = supportedExtensions.join(' ');
    throw new IngestError(
      'unsupported_format',
      `${file} does not have the extension of a report (${kinds}): rename it to .txt if it is one; a manifest goes to --manifest`,
    );
  }
  throw new IngestError(
    'wrong_format',
    `${file} is not a ${named} file, though its name says so: rename it, or download it again`,
  );
}
