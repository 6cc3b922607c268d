/** PDFs of our own sentences, written by LibreOffice and Chromium in two fonts: all are read as they were typed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { files, footnotes, headings, paragraphs, title } from './typed.ts';

const fileOf = (name: string) => fileURLToPath(new URL(`files/${name}`, import.meta.url));
const bytesOf = (name: string) => new Uint8Array(readFileSync(fileOf(name)));
const read = (bytes: Uint8Array) => readPdf(bytes, { layer: 'auto', file: 'report.pdf' });

describe.each(files)('%s', (name) => {
  it('gives text, headings and footnotes as typed', async () => {
    const { blocks, warnings, format } = await read(bytesOf(name));
    expect(format).toBe('pdf');
    expect(warnings).toEqual([]);
    const body = blocks.filter((b) => b.kind !== 'footnote');
    expect(body.filter((b) => b.emphasis).map((b) => b.text)).toEqual([title, ...headings]);
    expect(body.filter((b) => !b.emphasis).map((b) => b.text)).toEqual(paragraphs);
    const notes = blocks.filter((b) => b.kind === 'footnote');
    expect(notes.map((b) => [b.noteNumber, b.text])).toEqual(footnotes.map((text, i) => [i + 1, text]));
  });

  it('links each footnote to the position of its mark', async () => {
    const { blocks } = await read(bytesOf(name));
    const calls = blocks.flatMap((b) => (b.notes ?? []).map((n) => [n.id, b.text, n.offset] as const));
    expect(calls.map(([id]) => id)).toEqual(['1', '2']);
    for (const [id, text, offset] of calls) {
      expect(offset).toBe(text.length);
      expect(blocks.find((b) => b.noteId === id)?.noteNumber).toBe(Number(id));
    }
  });
});

it('keeps header and footer separate from the text', async () => {
  const { furniture } = await read(bytesOf('naskh.writer.pdf'));
  expect(furniture).toEqual(['WELLS/COM-3/9', '11-36467 1']);
});

it('does not change the given bytes', async () => {
  const bytes = bytesOf('naskh.writer.pdf');
  const copy = bytes.slice();
  await read(bytes);
  expect(bytes).toEqual(copy);
});

it('reads several files at a time', async () => {
  const names = ['naskh.writer.pdf', 'scheherazade.chromium.pdf', 'naskh.chromium.pdf'];
  const together = await Promise.all(names.map((name) => read(bytesOf(name))));
  for (const [i, name] of names.entries()) expect(together[i]).toEqual(await read(bytesOf(name)));
});
