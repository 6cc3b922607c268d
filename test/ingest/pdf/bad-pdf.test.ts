/** Files that cannot be read: each gives a code and a message that names the file. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IngestError } from '../../../src/ingest/document.ts';
import { readPdf } from '../../../src/ingest/readers/pdf/index.ts';
import { Objects } from '../../../src/ingest/readers/pdf/open/objects.ts';
import { markedContent } from '../../../src/ingest/readers/pdf/open/syntax.ts';
import { buildPdf } from './build.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`files/${name}`, import.meta.url)));
const failure = async (bytes: Uint8Array): Promise<IngestError> => {
  try {
    await readPdf(bytes, { layer: 'auto', file: 'given.pdf' });
  } catch (error) {
    if (error instanceof IngestError) return error;
    throw error;
  }
  throw new Error('was read');
};

describe('an error with a code that names the file', () => {
  it.each([
    ['not a PDF', 'not_pdf', () => new TextEncoder().encode('no PDF at all')],
    ['an empty file', 'not_pdf', () => new Uint8Array()],
    ['a locked file', 'encrypted', () => bytesOf('locked.pdf')],
    ['pages without text', 'no_text', () => buildPdf({ pages: ['0 0 100 100 re f', ''] })],
    ['a file truncated near its end', 'damaged_pdf', () => bytesOf('naskh.writer.pdf').subarray(0, -6000)],
    [
      'a file truncated near its beginning',
      'damaged_pdf',
      () => bytesOf('naskh.writer.pdf').subarray(0, 400),
    ],
  ])('%s', async (_, code, bytes) => {
    const error = await failure(bytes());
    expect(error.code).toBe(code);
    expect(error.message).toContain('given.pdf');
  });
});

it('leaves out a page that cannot be read, and says so', async () => {
  const codes = [{ code: 1, text: 'A', width: 500 }];
  const page = (y: number) => `BT /L 12 Tf 50 ${y} Td (page at ${y}) Tj ET`;
  const whole = buildPdf({ pages: [page(700), page(600), page(500)], codes });
  const text = Buffer.from(whole)
    .toString('latin1')
    .replace('104 0 obj\n<< /Type /Page', '104 0 obj\n42 %pe /Page');
  const doc = await readPdf(new Uint8Array(Buffer.from(text, 'latin1')), {
    layer: 'auto',
    file: 'given.pdf',
  });
  expect(doc.blocks.map((b) => b.text).join(' ')).toBe('page at 700 page at 600');
  expect(doc.warnings).toMatchObject([{ code: 'page_left_out', message: expect.stringContaining('Page 3') }]);
});

it('does not wait for a page that saves its drawing state endlessly', async () => {
  const endless = `${'q '.repeat(100_000)}BT /L 12 Tf 50 700 Td (deep) Tj ET`;
  const doc = await readPdf(buildPdf({ pages: ['BT /L 12 Tf 50 700 Td (first) Tj ET', endless] }), {
    layer: 'auto',
    file: 'given.pdf',
  });
  expect(doc.blocks.map((b) => b.text)).toEqual(['first']);
  expect(doc.warnings[0]).toMatchObject({
    code: 'page_left_out',
    message: expect.stringContaining('saves its drawing state'),
  });
});

it('never fails in another way, wherever a file is truncated or damaged', async () => {
  const whole = bytesOf('naskh.chromium.pdf');
  const cut = fc.record({
    length: fc.integer({ min: 0, max: whole.length }),
    hits: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
  });
  await fc.assert(
    fc.asyncProperty(cut, async ({ length, hits }) => {
      const bytes = whole.slice();
      for (const [at, value] of hits) bytes[at] = value;
      try {
        await readPdf(bytes.subarray(0, length), { layer: 'auto', file: 'given.pdf' });
      } catch (error) {
        expect(error).toBeInstanceOf(IngestError);
      }
    }),
    { numRuns: 25 },
  );
});

it('finds no objects in noise, and does not fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (noise, number) => {
      const bytes = Buffer.concat([Buffer.from(`${number} 0 obj << /A [`), noise]);
      new Objects(bytes).dict({ ref: number });
      markedContent(bytes);
    }),
  );
});

it('reports fonts that do not map their letters', async () => {
  const codes = [{ code: 1, text: 'A', width: 500 }];
  const unknown = [...Array(40).keys()].map((i) => (0x3f0 + i).toString(16).padStart(4, '0')).join('');
  const pages = [`BT /A 12 Tf 50 700 Td <${unknown}> Tj ET`];
  const { unmapped } = await readPdf(buildPdf({ pages, codes }), { layer: 'auto', file: 'given.pdf' });
  expect(unmapped).toBeGreaterThan(0.35);
});
