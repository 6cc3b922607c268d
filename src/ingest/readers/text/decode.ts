/** Decodes a plain text file: UTF-8, UTF-16 of either byte order, Windows-1256; binary files are refused. */
import { IngestError } from '../../document.ts';
import { textThresholds } from './thresholds.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/** Bytes 0x00–0x08, 0x0E–0x1A and 0x1C–0x1F do not occur in text. */
function binaryShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65536);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return sample.length === 0 ? 0 : odd / sample.length;
}

function zeroShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, 65536);
  return sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) / Math.max(1, sample.length);
}

/** Zeros in every second byte mean UTF-16: Latin text and spaces have them; Arabic letters have 0x06 there. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 65536 & ~1);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0 || sample[i] === 6) even++;
    if (sample[i + 1] === 0 || sample[i + 1] === 6) odd++;
  }
  const { utf16Filled, utf16Other } = textThresholds;
  const pairs = sample.length / 2;
  if (odd / pairs > utf16Filled && even / pairs < utf16Other) return 'utf-16le';
  if (even / pairs > utf16Filled && odd / pairs < utf16Other) return 'utf-16be';
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function swapped(bytes: Uint8Array): Uint8Array {
  const other = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i < other.length; i += 2) {
    other[i] = bytes[i + 1]!;
    other[i + 1] = bytes[i]!;
  }
  return other;
}

const utf16 = (bytes: Uint8Array, order: 'utf-16le' | 'utf-16be') =>
  new TextDecoder('utf-16le').decode(order === 'utf-16le' ? bytes : swapped(bytes));

/**
 * @param file name for messages
 * @throws IngestError `empty_file` (no byte), `no_text`, `binary_file`
 */
export function decodeText(bytes: Uint8Array, file: string): { text: string; encoding: Encoding } {
  if (bytes.length === 0) {
    throw new IngestError('empty_file', `${file} is empty: export or download it again`);
  }
  const result = decodeKnown(bytes);
  if (!result) {
    throw new IngestError(
      'binary_file',
      `${file} is not text: give it the extension of its real format, or save it as UTF-8 text`,
    );
  }
  if (result.text.trim() === '') {
    throw new IngestError('no_text', `${file} has no text: export or download it again`);
  }
  return result;
}

function decodeKnown(bytes: Uint8Array): { text: string; encoding: Encoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: utf16(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: utf16(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' };
  const order = utf16Order(bytes);
  if (order) return { text: utf16(bytes, order), encoding: order };
  const { controls, zeros, controlsIn1256 } = textThresholds;
  const oddities = binaryShare(bytes);
  const text = strictUtf8(bytes);
  // A PDF's broken font encoding leaves control characters in what is still text; binary files have zeros.
  if (text !== null)
    return oddities > controls || zeroShare(bytes) > zeros ? null : { text, encoding: 'utf-8' };
  if (oddities > controlsIn1256) return null;
  const arabic = new TextDecoder('windows-1256').decode(bytes);
  return looksArabic(arabic) ? { text: arabic, encoding: 'windows-1256' } : null;
}

/** Most letters above ASCII must be Arabic and form words: in a binary file they do not. */
function looksArabic(text: string): boolean {
  const { lettersToWord, lettersToOther } = textThresholds;
  const sample = text.slice(0, 65536);
  const letters = sample.match(/[\u0621-\u064A]/gu)?.length ?? 0;
  const others =
    sample.match(/[^\p{ASCII}\u0600-\u06FF\u200C-\u200F\u2010-\u2026\u00A0\u00AB\u00BB]/gu)?.length ?? 0;
  const words = sample.match(/[\u0621-\u064A]{3,}/gu)?.length ?? 0;
  return letters > 0 && words * lettersToWord >= letters && others * lettersToOther <= letters;
}
