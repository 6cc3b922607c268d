/**
 * Damage to PDFs: loops in the page tree, numbers that give huge sizes, streams and font programs damaged when
 * unpacked.
 */
import { inflateSync } from 'node:zlib';
import { buildPdf, codesOf } from '../ingest/pdf/build.ts';
import { fontProgram } from '../ingest/pdf/font-program.ts';
import { anywhere, type Mutate } from './bytes.ts';
import type { Random } from './random.ts';

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const bytesOf = (s: string) => new Uint8Array(Buffer.from(s, 'latin1'));

/** One place that matches `pattern` is replaced; the file's index stays as it is, as with a text editor. */
const at =
  (pattern: RegExp, put: (found: string, random: Random, all: string) => string): Mutate =>
  (bytes, random) => {
    const s = latin(bytes);
    const places = [...s.matchAll(pattern)];
    if (places.length === 0) return bytes;
    const found = random.pick(places);
    return bytesOf(
      s.slice(0, found.index) + put(found[0], random, s) + s.slice(found.index + found[0].length),
    );
  };

const numbers = ['0', '-1', '1', '4294967295', '2147483647', '99999999999999999999', '1e99', '0.0000001'];

const reference = at(/\b\d+ 0 R\b/gu, (_, random, all) => random.pick(all.match(/\b\d+ 0 R\b/gu)!));
/** A node of the page tree made its own child. */
const loop = at(/\/Kids\s*\[[^\]]*\]/gu, (found, random, all) => {
  const own = random.pick(all.match(/\b\d+ 0 R\b/gu) ?? ['1 0 R']);
  return found.replace(/\[[^\]]*\]/u, `[${`${own} `.repeat(random.pick([1, 50]))}]`);
});
const named = at(
  /\/(?:Length1?|Count|Size|N|First|Columns|Predictor|Width|Height|DW|FirstChar|LastChar|Colors)\s+\d+/gu,
  (found, random) => found.replace(/\d+$/u, random.pick(numbers)),
);
const number = at(/(?<=[\s[])-?\d+(?:\.\d+)?(?=[\s\]])/gu, (_, random) => random.pick(numbers));
const key = at(/\/[A-Z][A-Za-z0-9]+/gu, (_, random, all) => random.pick(all.match(/\/[A-Z][A-Za-z0-9]+/gu)!));
const place = at(/startxref\s+\d+/gu, (_, random) => `startxref\n${random.int(1e6)}`);

/** One stream is unpacked, damaged, and put back in that form. */
const inStream: Mutate = (bytes, random) => {
  const s = latin(bytes);
  const streams = [...s.matchAll(/\/Filter\s*\/FlateDecode/gu)];
  if (streams.length === 0) return bytes;
  const filter = random.pick(streams);
  const from = /stream\r?\n/u.exec(s.slice(filter.index));
  if (!from) return bytes;
  const start = filter.index + from.index + from[0].length;
  const end = s.indexOf('endstream', start);
  let plain: Uint8Array;
  try {
    plain = inflateSync(bytes.subarray(start, end < 0 ? bytes.length : end), { finishFlush: 2 });
  } catch {
    return bytes;
  }
  const hit = random.pick([...Object.values(anywhere), directory])(plain, random);
  const opening = s.lastIndexOf('obj', filter.index);
  const dict = s
    .slice(opening, start)
    .replace(filter[0], '')
    .replace(/\/Length\s+\d+(?:\s+0\s+R)?/u, `/Length ${hit.length}`);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(s.slice(0, opening) + dict, 'latin1'),
      hit,
      Buffer.from(`\n${s.slice(Math.max(start, end))}`, 'latin1'),
    ]),
  );
};

/** A number of a font program's table directory, or of the first table, made huge or small. */
const directory: Mutate = (bytes, random) => {
  const out = Buffer.from(bytes);
  const to = Math.min(out.length - 4, 400);
  if (to > 4)
    out.writeUInt32BE(random.pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff]), 4 + 4 * random.int(to >> 2));
  return new Uint8Array(out);
};

const font: Mutate = (_, random) =>
  buildPdf({
    pages: [`BT /A 12 Tf 50 700 Td ${codesOf(1)} Tj ET`],
    codes: [{ code: 1, text: 'ا', width: 500 }],
    program: random.pick(Object.values(anywhere))(fontProgram(random.pick([36, 36, 0, 0xffff])), random),
  });

/** Operators of a page: endless text, forms in forms, graphic states that are never closed. */
const content: Mutate = (_, random) => {
  const operator = random.pick([
    'q ',
    'Q ',
    'BT ',
    '/X1 Do ',
    '/Span << /ActualText (x) >> BDC ',
    'BI /W 1 /H 1 ID x EI ',
    '(x) Tj ',
    '1e30 0 0 1e30 0 0 cm ',
    '[[[[',
    '<< ',
  ]);
  const page = `BT /L 12 Tf 50 700 Td (text) Tj ${operator.repeat(random.pick([10, 1000, 100_000]))} (end) Tj ET`;
  const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 50 0 R >> >> /Length 14 >>\nstream\n/X1 Do /X1 Do \nendstream`;
  return buildPdf({ pages: [page], objects: [form] });
};

export const inPdf: Record<string, Mutate> = {
  reference,
  loop,
  named,
  number,
  key,
  place,
  inStream,
  font,
  content,
};
