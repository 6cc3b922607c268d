/** Pages that are images: read if Tesseract may be used, reported if they cannot be. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { IsolatedParser, parseReport } from '../../../src/ingest/index.ts';
import { loadLexicon } from '../../../src/settings/index.ts';
import { answering, fakeTesseract, hocrOf, stripHocr, withoutTesseract } from './fake-tesseract.ts';
import { fullPage, grey, type PicturePage, picturePdf } from './picture-pdf.ts';

const white = () => grey(700, 930, new Uint8Array(700 * 930).fill(255));
const scan = (pages = 1): Uint8Array => picturePdf(Array.from({ length: pages }, () => fullPage(white())));
const read = (pdf: Uint8Array, ocr: 'off' | 'tesseract' = 'tesseract') =>
  parseReport(pdf, { file: 'scan.pdf', ocr, lexicon: loadLexicon() });

const typed = (text: string): PicturePage => ({
  pictures: [],
  content: `BT /L 12 Tf 72 700 Td (${text}) Tj ET`,
});

const text = [
  'اجتمعت اللجنة في مقر الأمم المتحدة وانتخبت رئيسا لها',
  'واعتمدت جدول|60 الأعمال ققثض|95 المؤقت',
];

describe('what a page says', () => {
  test('words with their doubts, page and layer', async () => {
    fakeTesseract({ answer: answering(hocrOf(text)) });
    const { report, paragraphs } = await read(scan());
    expect(report.source.layer).toBe('ocr');
    expect(report.warnings.map(({ code }) => code)).toContain('pages_recognised');
    const [paragraph] = paragraphs;
    expect(paragraph!.page).toBe(1);
    expect(paragraphs.map((one) => one.text).join(' ')).toMatch(/^اجتمعت اللجنة .* المؤقت$/u);
    const doubted = paragraphs.flatMap((one) => one.doubts.map(([from, to]) => one.text.slice(from, to)));
    expect(doubted).toEqual(['جدول', 'ققثض']);
    expect(report.repairs.doubtful).toBe(2);
  });

  test('pages of text are unchanged, and each kind of page is reported', async () => {
    fakeTesseract({ answer: answering(hocrOf(text)) });
    const pdf = picturePdf([typed('The first page is text.'), fullPage(white())]);
    const { report, paragraphs } = await read(pdf);
    expect(paragraphs[0]).toMatchObject({ page: 1, text: 'The first page is text.' });
    expect(paragraphs.at(-1)).toMatchObject({ page: 2 });
    expect(report.warnings.find(({ code }) => code === 'pages_recognised')!.message).toMatch(
      /^1 page.*\(2\)/u,
    );
  });

  test('a number that nothing supports is left out', async () => {
    const lines = ['7 - اجتمعت اللجنة في مقر الأمم المتحدة.', 'وانتخبت اللجنة رئيسا لها في جلستها الأولى.'];
    fakeTesseract({ answer: answering(hocrOf(lines)) });
    const { paragraphs } = await read(scan());
    expect(paragraphs.map(({ number }) => number)).not.toContain(7);
  });

  test('numbers in sequence are given', async () => {
    const lines = [1, 2, 3].map((n) => `${n} - اجتمعت اللجنة في مقر الأمم المتحدة.`);
    fakeTesseract({ answer: answering(hocrOf(lines)) });
    const { paragraphs } = await read(scan());
    expect(paragraphs.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('numbers that only the model of the Arabic script reads are given if they are in sequence', async () => {
    const page = hocrOf([1, 2, 3, 4].map(() => '- اجتمعت اللجنة في مقر الأمم المتحدة.'));
    const script = stripHocr(['١', '٢', '٠', '٤']);
    fakeTesseract({ answer: answering(page, { script }), languages: ['ara', 'eng', 'Arabic'] });
    expect((await read(scan())).paragraphs.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    fakeTesseract({ answer: answering(page, { script }) });
    expect((await read(scan())).paragraphs.map(({ number }) => number)).not.toContain(1);
  });

  test.each([
    ['ITU|95', 'ITU', []],
    ['ITU|60', 'ITU', ['ITU']],
    ['ITU|30', 'ققثض', ['ققثض']],
    ['«A/CONF.1/2|0', 'A/CONF.1/2', ['A/CONF.1/2']],
    ['١٢|95', 'ققثض', ['ققثض']],
  ])('the English model reads %s', async (strip, word, doubted) => {
    const page = hocrOf(['اجتمعت اللجنة في ققثض|10 مقر الأمم المتحدة']);
    fakeTesseract({ answer: answering(page, { strip: stripHocr([strip]) }) });
    const [paragraph] = (await read(scan())).paragraphs;
    expect(paragraph!.text).toBe(`اجتمعت اللجنة في ${word} مقر الأمم المتحدة`);
    expect(paragraph!.doubts.map(([from, to]) => paragraph!.text.slice(from, to))).toEqual(doubted);
  });

  test('a page like a bad fax is reported, not guessed', async () => {
    const rubbish = Array.from({ length: 5 }, () => 'ققثض|20 ضصثق|15 غعهخ|30 كمنتا|22');
    fakeTesseract({ answer: answering(hocrOf(rubbish)) });
    const pdf = picturePdf([typed('The first page is text.'), fullPage(white())]);
    const { report, paragraphs } = await read(pdf);
    expect(paragraphs).toHaveLength(1);
    const { message } = report.warnings.find(({ code }) => code === 'page_unreadable')!;
    expect(message).toMatch(/Page\(s\) 2 .* 0 % of its words/u);
  });
});

describe('without recognition', () => {
  test('if it is off, no_text says how to turn it on', async () => {
    await expect(read(scan(), 'off')).rejects.toMatchObject({
      code: 'no_text',
      message: expect.stringMatching(/SIYAGHA_OCR=tesseract.*tesseract-ocr-ara/u),
    });
  });

  test('if it is not installed, no_text names it', async () => {
    withoutTesseract();
    await expect(read(scan())).rejects.toMatchObject({
      code: 'no_text',
      message: expect.stringMatching(/Tesseract is not installed.*apt-get install/u),
    });
  });

  test.each([
    [
      'lacks its Arabic data',
      { answer: 'true', languages: ['eng', 'osd'] },
      /no data for "ara": install tesseract-ocr-ara/u,
    ],
    ['dies', { answer: 'kill -9 $$' }, /ended with SIGKILL/u],
    ['fails', { answer: 'cat > /dev/null; echo "it went wrong" >&2; exit 3' }, /code 3 \(it went wrong\)/u],
    ['writes rubbish', { answer: 'cat > /dev/null; head -c 100000 /dev/urandom' }, /not hOCR/u],
    ['does not read', { answer: 'exit 0' }, /not hOCR/u],
  ])('a Tesseract that %s', async (_, fake, message) => {
    fakeTesseract(fake);
    await expect(read(scan(2))).rejects.toMatchObject({
      code: 'no_text',
      message: expect.stringMatching(message),
    });
    const mixed = picturePdf([typed('The first page is text.'), fullPage(white())]);
    const { report } = await read(mixed);
    expect(report.source.layer).toBe('visual');
    expect(report.warnings.find(({ code }) => code === 'pages_are_pictures')!.message).toMatch(message);
  });

  test('after three pages that fail in the same way, the rest is not tried', async () => {
    const folder = fakeTesseract({ answer: 'cat > /dev/null; echo x >> "$0.calls"; exit 1' });
    await expect(read(scan(40))).rejects.toMatchObject({ code: 'no_text' });
    expect(readFileSync(join(folder, 'tesseract.calls'), 'utf8').trim().split('\n')).toHaveLength(3);
  });
});

describe('images that cannot be decoded', () => {
  test.each([
    ['JBIG2', '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode', 700, 930],
    ['JPEG 2000', '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode', 700, 930],
    ['JPEG', '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', 700, 930],
    [
      '20,000 × 20,000 points',
      '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
      20_000,
      20_000,
    ],
  ])('%s', async (_, entries, width, height) => {
    fakeTesseract({ answer: answering(hocrOf(text)) });
    const data = Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256);
    const broken = fullPage({ width, height, data, entries });
    const pdf = picturePdf([typed('The first page is text.'), broken, fullPage(white())]);
    const { report, paragraphs } = await read(pdf);
    expect(paragraphs.map(({ page }) => page)).toContain(3);
    const { message } = report.warnings.find(({ code }) => code === 'page_unreadable')!;
    expect(message).toMatch(/Page\(s\) 2 .* decoded, or has more than 72 million pixels: scan it again/u);
  });

  test.each([
    ['grey', '/ColorSpace /DeviceGray /BitsPerComponent 8', 8],
    ['black and white', '/ColorSpace /DeviceGray /BitsPerComponent 1', 1],
    ['a mask', '/ImageMask true /BitsPerComponent 1', 1],
  ])('a complete image of 20,000 × 20,000 pixels: %s', async (_, entries, bits) => {
    fakeTesseract({ answer: answering(hocrOf(text)) });
    const side = 20_000;
    const data = deflateSync(Buffer.alloc((side * side * bits) / 8, 0xff));
    const huge = fullPage({ width: side, height: side, data, entries: `${entries} /Filter /FlateDecode` });
    const { report, paragraphs } = await read(picturePdf([huge, fullPage(white())]));
    expect(new Set(paragraphs.map(({ page }) => page))).toEqual(new Set([2]));
    expect(report.warnings.find(({ code }) => code === 'page_unreadable')!.message).toMatch(/72 million/u);
  });
});

describe('in a separate process', () => {
  const file = (pdf: Uint8Array): string => {
    const folder = mkdtempSync(join(tmpdir(), 'scan-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'scan.pdf');
    writeFileSync(path, pdf);
    return path;
  };
  const parser = (limits = {}) => {
    const made = new IsolatedParser({ catalogue: [], lexicon: loadLexicon(), ocr: 'tesseract' }, limits);
    onTestFinished(() => made.close());
    return made;
  };

  test('each page is announced, and each restarts the time limit of the file', async () => {
    fakeTesseract({ answer: `sleep 0.4; ${answering(hocrOf(text))}` });
    const steps: [number, number][] = [];
    // All pages together exceed the limit; none of them does.
    const onPage = (done: number, pages: number) => void steps.push([done, pages]);
    await parser({ time: () => 8000 }).parse(file(scan(12)), { file: 'scan.pdf', onPage });
    expect(steps).toEqual(Array.from({ length: 13 }, (_, i) => [i, 12]));
  });

  test('one large image drawn endlessly stops at the memory limit, and the file is named', async () => {
    const data = deflateSync(Buffer.alloc(64_000_000, 0xee));
    const entries = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode';
    const pictures = [{ width: 8000, height: 8000, data, entries }];
    const content = 'q 600 0 0 800 0 0 cm /I0 Do Q\n'.repeat(300);
    const reading = parser().parse(file(picturePdf([{ pictures, content }])), { file: 'scan.pdf' });
    await expect(reading).rejects.toMatchObject({
      code: 'too_much_memory',
      message: expect.stringMatching(/^scan\.pdf needs more than .*: convert or split it$/u),
    });
  });

  test('a Tesseract that hangs ends with the process that waits for it', async () => {
    const folder = fakeTesseract({ answer: 'echo $$ >> "$0.pids"; exec sleep 600' });
    const reading = parser({ time: () => 15_000 }).parse(file(scan()), { file: 'scan.pdf' });
    await expect(reading).rejects.toMatchObject({ code: 'too_slow' });
    const pids = readFileSync(join(folder, 'tesseract.pids'), 'utf8').trim().split('\n').map(Number);
    expect(pids.length).toBeGreaterThan(0);
    while (pids.some(running)) await pause(20);
  });
});

/** Whether it is running, and not only a zombie. */
function running(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}
