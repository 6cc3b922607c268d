/** Bytes of a text file: encodings are distinguished, binary files refused. */
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/ingest/readers/text/decode.ts';
import { findLayers } from '../../src/ingest/readers/text/layers.ts';
import { bytesOf } from './make.ts';

const text = 'تقرير اللجنة عن أعمالها\n1 - قررت اللجنة، في دورتها، أن تجتمع.\n';

function utf16(value: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + value, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
}

/** Windows-1256 has Arabic letters as single bytes; the table is the decoder's own, inverted. */
function windows1256(value: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    table.set(new TextDecoder('windows-1256').decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(value, (character) => table.get(character)!);
}

describe('decoding', () => {
  it.each([
    ['utf-8', bytesOf(text)],
    ['utf-8', bytesOf(`\uFEFF${text}`)],
    ['utf-16le', utf16(text, false, true)],
    ['utf-16be', utf16(text, true, true)],
    ['utf-16le', utf16(text, false, false)],
    ['utf-16be', utf16(text, true, false)],
    ['windows-1256', windows1256(text)],
  ])('%s', (encoding, bytes) => {
    const result = decodeText(bytes, 'a.txt');
    expect(result.encoding).toBe(encoding);
    expect(result.text.replace(/^\uFEFF/u, '')).toBe(text);
  });

  it.each([
    ['empty_file', new Uint8Array(0)],
    ['no_text', bytesOf(' \n\t\n')],
    ['binary_file', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
    ['binary_file', Uint8Array.from({ length: 4000 }, (_, i) => (i % 3 === 0 ? 0 : 0x41))],
    [
      'binary_file',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 1, 2, 3, 4, 0x80, 0xff]),
    ],
  ])('%s', (code, bytes) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrowError(expect.objectContaining({ code }));
  });
});

describe('layers', () => {
  const clean = Array.from({ length: 20 }, (_, i) => `\t${i + 1} - قررت اللجنة عقد اجتماعها المقبل في المقر`);
  const damaged = clean.map((line) => line.trim().replace(/(?<=[تجلمع])(?=[تجلمعقنه])/gu, 'ـ'));

  it('finds a damaged layer before or after its clean twin', () => {
    expect(findLayers([...damaged, '', '', ...clean], () => true)).toEqual({
      visual: [...damaged, '', ''],
      logical: clean,
    });
    const behind = findLayers([...clean, '', ...damaged], () => true);
    expect(behind.logical.filter((line) => line !== '')).toEqual(clean);
  });

  it('does not split if the clean part is another text', () => {
    const other = Array.from({ length: 20 }, (_, i) => `\t${i + 1} - شكر الحاضرون وفد البلد المضيف`);
    expect(findLayers([...damaged, '', ...other], () => true).logical).toEqual([]);
  });

  it('leaves a clean text in one piece, with or without kashida in a word', () => {
    const lines = [...clean, 'قــرر ما يلي'];
    expect(findLayers(lines, () => false)).toEqual({ visual: [], logical: lines });
  });
});
