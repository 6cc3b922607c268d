/** Word files: numbers as printed by Word, tracked changes, notes, tables, fields, formatting. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { readDocx } from '../../src/ingest/readers/docx/index.ts';
import { abstractNum, docx, level, num, outline, p, run, type WordParts } from './make.ts';

const read = (parts: WordParts) => readDocx(docx(parts), { file: 'a.docx', layer: 'auto' });
const labels = async (numbering: string, body: string) =>
  (await read({ numbering, body })).blocks.map((block) => block.label);

describe('automatic numbers', () => {
  const decimal = abstractNum(
    1,
    level(0, 'decimal', '%1 -') + level(1, 'arabicAbjad', '(%2)') + level(2, 'decimal', "'%3'"),
  );

  it('continue after an interruption and restart deeper levels', async () => {
    const body = [
      ...[
        p('أ', { num: [1, 0] }),
        p('ب', { num: [1, 1] }),
        p('ج', { num: [1, 1] }),
        p('بين'),
        p('د', { num: [1, 0] }),
      ],
      ...[
        p('هـ', { num: [1, 1] }),
        p('و', { num: [1, 2] }),
        p('ز', { num: [1, 2] }),
        p('ح', { num: [1, 1] }),
      ],
    ].join('');
    expect(await labels(decimal + num(1, 1), body)).toEqual([
      '1 -',
      '(أ)',
      '(ب)',
      undefined,
      '2 -',
      '(أ)',
      "'1'",
      "'2'",
      '(ب)',
    ]);
  });

  it('are shared by all lists of one definition, until one overrides its start', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const body = [1, 2, 1, 3, 3, 1].map((id) => p('نص', { num: [id, 0] })).join('');
    expect(await labels(decimal + num(1, 1) + num(2, 1) + num(3, 1, restart), body)).toEqual([
      '1 -',
      '2 -',
      '3 -',
      '5 -',
      '6 -',
      '7 -',
    ]);
  });

  it('count empty paragraphs, as in print, and none with numId 0', async () => {
    const body =
      p('أ', { num: [1, 0] }) + p('', { num: [1, 0] }) + p('ب', { num: [0, 0] }) + p('ج', { num: [1, 0] });
    expect(await labels(decimal + num(1, 1), body)).toEqual(['1 -', undefined, '3 -']);
  });

  it('print several levels, and all of them in digits for legal numbering', async () => {
    const legal = abstractNum(
      1,
      level(0, 'upperRoman', '%1.') +
        level(1, 'decimal', '%1.%2') +
        level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>'),
    );
    const body = [0, 1, 1, 2, 0, 1].map((i) => p('نص', { num: [1, i] })).join('');
    expect(await labels(legal + num(1, 1), body)).toEqual(['I.', 'I.1', 'I.2', '1.2.1', 'II.', 'II.1']);
  });

  it('of a level with lvlRestart 0 never restart', async () => {
    const definition = abstractNum(
      1,
      level(0, 'decimal', '%1.') + level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>'),
    );
    const body = [0, 1, 0, 1].map((i) => p('نص', { num: [1, i] })).join('');
    expect(await labels(definition + num(1, 1), body)).toEqual(['1.', '(1)', '2.', '(2)']);
  });

  it.each([
    ['arabicAlpha', ['أ', 'ب', 'ت', 'ث', 'ج']],
    ['arabicAbjad', ['أ', 'ب', 'ج', 'د', 'هـ']],
    ['hebrew1', ['א', 'ב', 'ג', 'ד', 'ה']],
    ['upperLetter', ['A', 'B', 'C', 'D', 'E']],
    ['lowerRoman', ['i', 'ii', 'iii', 'iv', 'v']],
    ['decimalZero', ['01', '02', '03', '04', '05']],
  ])('in %s', async (format, expected) => {
    const body = Array.from({ length: 5 }, () => p('نص', { num: [1, 0] })).join('');
    expect(await labels(abstractNum(1, level(0, format, '%1')) + num(1, 1), body)).toEqual(expected);
  });

  it('come from a style, with the level that is bound to it', async () => {
    const numbering =
      abstractNum(1, level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Sub"/>')) +
      num(7, 1);
    const style = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`;
    const { blocks } = await read({
      numbering,
      styles: style('Main') + style('Sub'),
      body: p('أ', { style: 'Main' }) + p('ب', { style: 'Sub' }) + p('ج', { style: 'Main' }),
    });
    expect(blocks.map((block) => block.label)).toEqual(['1.', '1.1', '2.']);
  });

  it("become the paragraph's number, with an inner list under it", async () => {
    const numbering = decimal + num(1, 1) + abstractNum(2, level(0, 'decimal', '%1.')) + num(2, 2);
    const body = [
      p('1 - نص يبدأ برقم:', { num: [1, 0] }),
      p('أول', { num: [2, 0] }),
      p('ثان', { num: [2, 0] }),
      p('نص', { num: [1, 0] }),
    ].join('');
    const parsed = await parseReport(docx({ numbering, body: p('تقرير اللجنة') + body }), { file: 'a.docx' });
    expect(outline(parsed)).toEqual([
      'title: تقرير اللجنة',
      'paragraph 1: 1 - نص يبدأ برقم:',
      '  item 1: أول',
      '  item 2: ثان',
      'paragraph 2: نص',
    ]);
  });
});

describe('text', () => {
  it('keeps insertions, drops deletions and hidden text, joins paragraphs at a deleted mark', async () => {
    const body = [
      p(
        `${run('قررت ')}<w:del>${run('أمس ')}</w:del><w:ins>${run('اليوم ')}</w:ins>${run('خفي ', '<w:vanish/>')}${run('ذلك')}`,
      ),
      p('أول', { pPr: '<w:rPr><w:del/></w:rPr>' }),
      p(
        '<w:moveFrom><w:r><w:t>منقول</w:t></w:r></w:moveFrom><w:r><w:t xml:space="preserve"> وثان</w:t></w:r>',
      ),
    ].join('');
    expect((await read({ body })).blocks.map((block) => block.text)).toEqual(['قررت اليوم ذلك', 'أول وثان']);
  });

  it('keeps the results of fields and links, not their codes', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = p(
      `${run('انظر ')}${field('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>${field('separate')}${run('الفقرة 3')}${field('end')}` +
        `<w:hyperlink>${run(' هنا')}</w:hyperlink><w:fldSimple>${run(' 5')}</w:fldSimple>`,
    );
    expect((await read({ body })).blocks[0]!.text).toBe('انظر الفقرة 3 هنا 5');
  });

  it('turns breaks and tabs into blanks, drops soft hyphens, keeps non-breaking hyphens', async () => {
    const body = p(
      '<w:r><w:t>أ</w:t><w:br/><w:t>ب</w:t><w:tab/><w:t>ج\u00AD\u200Cد</w:t><w:noBreakHyphen/><w:t>ه</w:t></w:r>',
    );
    expect((await read({ body })).blocks[0]!.text).toBe('أ ب ج\u200Cد-ه');
  });

  it('reads text boxes once, after their paragraph', async () => {
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
    const box = `<w:txbxContent>${p('في الإطار')}</w:txbxContent>`;
    const body = p(
      `${run('نص')}<w:r><mc:AlternateContent ${mc}><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
    );
    expect((await read({ body })).blocks.map((block) => block.text)).toEqual(['نص', 'في الإطار']);
  });

  it('gives a table cell by cell, and a table of one column as text', async () => {
    const cell = (inner: string) => `<w:tc>${inner}</w:tc>`;
    const body =
      `<w:tbl><w:tr>${cell(p('أ'))}${cell(p('ب') + p('ج'))}</w:tr><w:tr>${cell(p('د'))}${cell(p(''))}</w:tr></w:tbl>` +
      `<w:tbl><w:tr>${cell(p('هـ') + p('و'))}</w:tr></w:tbl>`;
    const { blocks } = await read({ body });
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([
      ['table', 'أ'],
      ['table', 'ب ج'],
      ['table', 'د'],
      [undefined, 'هـ'],
      [undefined, 'و'],
    ]);
  });

  it('puts footnotes after their paragraph, numbered by their references, whatever their ids are', async () => {
    const note = (id: number, text: string, type = '') =>
      `<w:footnote w:id="${id}"${type}>${p(text)}</w:footnote>`;
    const call = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const parsed = await parseReport(
      docx({
        footnotes: note(0, 'فاصل', ' w:type="separator"') + note(9, 'أولى') + note(4, 'ثانية'),
        body:
          p('تقرير اللجنة') +
          p(`${run('1 - نص')}${call(9)}${run(' آخر')}`) +
          p(`${run('2 - نص.')}${call(4)}`),
      }),
      { file: 'a.docx' },
    );
    expect(outline(parsed)).toEqual([
      'title: تقرير اللجنة',
      'paragraph 1: نص آخر',
      '  footnote 1: أولى',
      'paragraph 2: نص.',
      '  footnote 2: ثانية',
    ]);
  });

  it('recognises headings by name, outline or formatting, and the symbol by the page header', async () => {
    const style = (id: string, name: string, more: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const big = '<w:rPr><w:b/><w:sz w:val="36"/></w:rPr>';
    const parsed = await parseReport(
      docx({
        header: p('A/CONF.1/2011/1'),
        styles:
          style('Normal', 'Normal', '<w:rPr><w:sz w:val="24"/></w:rPr>') +
          style('T', 'Title', '') +
          style('H1', 'heading 1', '') +
          style('X', 'Own', big) +
          style('O', 'Other', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        body: [
          ...[
            p('عنوان التقرير', { style: 'T' }),
            p('باب', { style: 'H1' }),
            p('فصل', { style: 'X' }),
            p('فرع', { style: 'O' }),
          ],
          ...[p('1 - نص.', { style: 'Normal' }), p('2 - نص.', { style: 'Normal' })],
        ].join(''),
      }),
      { file: 'a.docx' },
    );
    expect(parsed.report).toMatchObject({ symbol: 'A/CONF.1/2011/1', title: 'عنوان التقرير' });
    expect(parsed.paragraphs.map((x) => x.kind)).toEqual([
      'title',
      'heading',
      'heading',
      'heading',
      'paragraph',
      'paragraph',
    ]);
  });
});
