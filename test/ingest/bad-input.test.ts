/** Files that lie, break or attack: each gives an error with a code and what to do, and never a crash. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { IngestError, parseReport } from '../../src/ingest/index.ts';
import { openZip } from '../../src/ingest/readers/package/zip.ts';
import { amount } from '../amount.ts';
import { bytesOf, docx, odt, p } from './make.ts';

const entities = '<!DOCTYPE x [<!ENTITY a "&#x627;"><!ENTITY b "&a;&a;&a;">]>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const ole = (name: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(name, 'utf16le'),
      Buffer.alloc(600),
    ]),
  );
const word = docx({
  body: Array.from({ length: 200 }, (_, i) => p(`${i + 1} - نص رقم ${i * 7919}.`)).join(''),
});

describe('bad input', () => {
  it.each<[string, string, string, Uint8Array]>([
    ['an empty file', 'empty_file', 'a.txt', new Uint8Array(0)],
    [
      'an image named .txt',
      'binary_file',
      'a.txt',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x80, 0, 1]),
    ],
    ['a truncated .docx', 'damaged_file', 'a.docx', word.slice(0, word.length / 2)],
    ['a .docx without a document', 'damaged_file', 'a.docx', zipSync({ 'word/other.xml': strToU8('<x/>') })],
    [
      'a .docx with broken XML',
      'damaged_file',
      'a.docx',
      docx({ body: '', document: `<w:document ${w}><w:body><w:p>` }),
    ],
    [
      'a .docx with entities',
      'unsafe_xml',
      'a.docx',
      docx({ body: '', document: `${entities}<w:document ${w}><w:body>&b;</w:body></w:document>` }),
    ],
    ['a .docx without text', 'no_text', 'a.docx', docx({ body: p('') })],
    ['an encrypted .docx', 'encrypted', 'a.docx', ole('EncryptedPackage')],
    [
      'an encrypted .odt',
      'encrypted',
      'a.odt',
      odt('<text:p>x</text:p>', '', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
    ],
    ['a zip file with other content', 'unsupported_format', 'a.zip', zipSync({ 'a.txt': strToU8('x') })],
    ['a manifest', 'unsupported_format', 'manifest.csv', bytesOf('file,symbol\na.txt,A/1\n')],
    ['JSON', 'unsupported_format', 'a.json', bytesOf('{"file": "a.txt"}')],
    ['a spreadsheet', 'unsupported_format', 'a.doc', ole('Workbook')],
    ['RTF named .doc', 'unsupported_format', 'a.doc', bytesOf('{\\rtf1 text}')],
    ['text named .docx', 'wrong_format', 'a.docx', bytesOf('نص')],
    ['text named .pdf', 'wrong_format', 'a.pdf', bytesOf('نص')],
  ])('%s', async (_, code, file, bytes) => {
    const error = await parseReport(bytes, { file }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(IngestError);
    expect(error).toMatchObject({ code });
    expect((error as Error).message).toContain(file);
  });

  it.each(['report', 'A-CONF.192', 'SRO-C.7', 'تقرير.ar', 'READ.TXT', 'report.text'])(
    'reads a text named %s as text',
    async (file) => {
      expect((await parseReport(bytesOf('نص'), { file })).report.source.format).toBe('txt');
    },
  );

  it('refuses a zip bomb before unpacking it', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(30e6) });
    expect(bomb.length).toBeLessThan(100_000);
    const open = () => openZip(bomb, 'a.docx', () => true);
    expect(open).toThrowError(expect.objectContaining({ code: 'zip_bomb' }));
    const limits = { part: 1000, total: 1500, ratio: 1e9 };
    const two = zipSync({ a: new Uint8Array(900), b: new Uint8Array(900) });
    expect(() => openZip(two, 'a.docx', () => true, limits)).toThrowError(
      expect.objectContaining({ code: 'zip_bomb' }),
    );
    expect(openZip(two, 'a.docx', (name) => name === 'a', limits).size).toBe(1);
  });

  it('reads a file by its bytes if its name is wrong', async () => {
    const file = 'a.pdf';
    expect((await parseReport(docx({ body: p('1 - نص.') }), { file })).report.source.format).toBe('docx');
    const html = bytesOf('<!doctype html><p>1 - نص.</p>');
    expect((await parseReport(html, { file: 'a.txt' })).report.source.format).toBe('html');
  });

  it('survives endless nesting', async () => {
    const depth = 5_000;
    const document = `<w:document ${w}><w:body>${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}</w:body></w:document>`;
    await expect(parseReport(docx({ body: '', document }), { file: 'a.docx' })).rejects.toMatchObject({
      code: 'damaged_file',
    });
    const html = `<!doctype html>${'<div>'.repeat(depth)}نص`;
    const result = await parseReport(bytesOf(html), { file: 'a.html' }).catch((error: unknown) => error);
    expect(result instanceof IngestError || 'report' in (result as object)).toBe(true);
  });

  it('survives an endless line of one character', async () => {
    for (const sign of ['.', 'ـ', '(', ' - ', '١']) {
      const text = bytesOf(`اجتمعت اللجنة في مقرها.\n${sign.repeat(200_000)}\nوانتخبت رئيسا لها.\n`);
      const result = await parseReport(text, { file: 'a.txt' }).catch((error: unknown) => error);
      expect(result instanceof IngestError || 'report' in (result as object)).toBe(true);
    }
  });

  it('throws only errors with a code, wherever a file is truncated', async () => {
    for (let at = 0; at < word.length; at += Math.ceil(word.length / 60)) {
      const result = await parseReport(word.slice(0, at), { file: 'a.docx' }).catch(
        (error: unknown) => error,
      );
      expect(result instanceof IngestError).toBe(true);
    }
  });
});

describe('huge texts are read in linear time', () => {
  // In the long tests, quadratic work would exceed the time limit many times over.
  const times = amount(5_000, 50_000);
  it.each([
    ['dots', 'a.txt', `تقرير\n${'.'.repeat(4 * times)}`],
    ['dots and blanks', 'a.txt', `تقرير ${'. '.repeat(2 * times)}٥`],
    ['blanks', 'a.txt', `تقرير${' '.repeat(4 * times)}نص`],
    ['tatweel', 'a.txt', `تقرير ${'ـ '.repeat(2 * times)}نص`],
    ['brackets', 'a.txt', `تقرير ${')('.repeat(2 * times)}`],
    ['numbers', 'a.txt', '1 / '.repeat(times)],
    ['one line', 'a.txt', 'تؤكد اللجنة أهمية صيانة الآبار '.repeat(times / 2.5)],
    ['nested elements', 'a.html', `${'<div>'.repeat(times)}نص${'</div>'.repeat(times)}`],
    ['nested tables', 'a.html', `${'<table><tr><td>'.repeat(times / 2.5)}نص`],
    ['nested lists', 'a.html', `${'<ul><li>'.repeat(times / 2.5)}نص`],
    ['raised numbers', 'a.html', `<p>${'نص<sup>2</sup>'.repeat(times / 2.5)}`],
  ])('%s', async (_, file, text) => {
    const { report, paragraphs } = await parseReport(Buffer.from(text), { file });
    expect(paragraphs.length).toBeGreaterThan(0);
    expect(report.title.length).toBeLessThan(700);
  });
});
