/** Pages that are images are reported in every format that shows their size. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { bytesOf, docx, odt, p } from './make.ts';

const text = 'تقرير عن صيانة الآبار في القرى والمدن';
const drawing = (cx: number, cy: number, more = '') =>
  p(
    `<w:r><w:drawing><wp:anchor ${more}><wp:extent cx="${cx}" cy="${cy}"/><a:graphic><pic:pic><a:blip/></pic:pic></a:graphic></wp:anchor></w:drawing></w:r>`,
  );
const vml = (style: string) =>
  p(`<w:r><w:pict><v:shape style="${style}"><v:imagedata/></v:shape></w:pict></w:r>`);
const a4 = [7_560_000, 10_692_000] as const;
const prefixes = ['wp', 'a', 'pic', 'v'].map((name) => `xmlns:${name}="${name}"`).join(' ');
const word = (body: string) =>
  docx({
    body: '',
    document: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ${prefixes}><w:body>${body}</w:body></w:document>`,
  });
const open = (body: string) => odt(`<text:p>${text}</text:p>${body}`);
const frame = (width: string, height: string) =>
  `<draw:frame svg:width="${width}" svg:height="${height}"><draw:image/></draw:frame>`;
const page = (body: string) => bytesOf(`<html dir=rtl><meta charset=utf-8><body><p>${text}</p>${body}`);

const warned = async (file: string, bytes: Uint8Array) => {
  const { report } = await parseReport(bytes, { file });
  return report.warnings.find(({ code }) => code === 'pages_are_pictures')?.message ?? null;
};

describe('a warning that counts them', () => {
  it.each([
    ['.docx', 'a.docx', word(p(text) + drawing(...a4) + drawing(...a4)), 2],
    ['.docx of older Word', 'a.docx', word(p(text) + vml('width:595pt;height:842pt')), 1],
    ['.odt, in a paragraph', 'a.odt', open(`<text:p>${frame('17cm', '25.7cm')}</text:p>`), 1],
    ['.odt, in a group', 'a.odt', open(`<text:p><draw:g>${frame('8in', '11in')}</draw:g></text:p>`), 1],
    ['.odt, on the page', 'a.odt', open(frame('210mm', '297mm')), 1],
    ['.html', 'a.html', page('<img src=1.png width=800 height=1130>'), 1],
    ['.html with a style', 'a.html', page('<img style="height: 29cm; width: 20cm">'), 1],
  ])('%s', async (_, file, bytes, count) => {
    expect(await warned(file, bytes)).toMatch(new RegExp(`^${count} of its pictures`, 'u'));
  });
});

describe('none', () => {
  it.each([
    ['a figure in a .docx', 'a.docx', word(p(text) + drawing(a4[0], 4_000_000))],
    ['a background', 'a.docx', word(p(text) + drawing(...a4, 'behindDoc="1"'))],
    ['a figure in an .odt', 'a.odt', open(`<text:p>${frame('17cm', '8cm')}</text:p>`)],
    [
      'a text box of an .odt',
      'a.odt',
      open('<text:p><draw:frame svg:width="17cm" svg:height="25cm"/></text:p>'),
    ],
    ['a logo in .html', 'a.html', page('<img width=200 height=100>')],
    ['a picture without a size', 'a.html', page('<img src=1.png width=100%>')],
  ])('%s', async (_, file, bytes) => {
    expect(await warned(file, bytes)).toBeNull();
  });
});
