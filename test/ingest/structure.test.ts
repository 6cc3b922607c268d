/** From lines to paragraphs: kinds, parents, paths, parts and notes of a plain text. */
import { describe, expect, it } from 'vitest';
import { outline, parseText } from './make.ts';

const lines = (...all: string[]) => parseText(all.join('\n'));

describe('structure of a plain text', () => {
  it('nests items under their paragraph and under each other', async () => {
    const parsed = await lines(
      'تقرير اللجنة',
      'أولا - مقدمة',
      '1 - ترى اللجنة ما يلي:',
      '(أ) أمر أول:',
      "'1' جزء أول؛",
      "'2' جزء ثان؛",
      '(ب) أمر ثان.',
      '2 - وتوصي بما يلي:',
      '(أ) أمر آخر؛',
      '• نقطة؛',
      '(ب) أمر أخير.',
      'وتشكر الجميع.',
      '3 - واختتمت أعمالها.',
    );
    expect(outline(parsed)).toEqual([
      'title: تقرير اللجنة',
      'heading أولا: مقدمة',
      'paragraph 1: ترى اللجنة ما يلي:',
      '  item (أ): أمر أول:',
      "    item '1': جزء أول؛",
      "    item '2': جزء ثان؛",
      '  item (ب): أمر ثان.',
      'paragraph 2: وتوصي بما يلي:',
      '  item (أ): أمر آخر؛',
      '    item •: نقطة؛',
      '  item (ب): أمر أخير.',
      '  paragraph: وتشكر الجميع.',
      'paragraph 3: واختتمت أعمالها.',
    ]);
  });

  it('reads (h), (i), (j) as letters and (i), (ii) as Roman', async () => {
    const parsed = await lines(
      'Report',
      '1. As follows:',
      '(a) one',
      '(i) first',
      '(ii) second',
      '(b) two',
      '2. End.',
    );
    expect(outline(parsed).slice(2, 6)).toEqual([
      '  item (a): one',
      '    item (i): first',
      '    item (ii): second',
      '  item (b): two',
    ]);
    const many = await lines(
      'Report',
      '1. As follows:',
      ...[...'abcdefghij'].map((c) => `(${c}) text`),
      '2. End.',
    );
    expect(new Set(many.paragraphs.filter((p) => p.kind === 'item').map((p) => p.parent)).size).toBe(1);
  });

  it('restarts the numbers in an annex and names the part', async () => {
    const parsed = await lines(
      'تقرير اللجنة',
      '1 - نص.',
      '2 - نص.',
      'المرفق الأول',
      'قائمة الوثائق',
      '1 - نص.',
      '2 - نص.',
      'المرفق الثاني - المشاركون',
      '1 - نص.',
    );
    const numbered = parsed.paragraphs.filter((p) => p.number !== null);
    expect(numbered.map((p) => [p.number, p.part])).toEqual([
      [1, 'main'],
      [2, 'main'],
      [1, 'المرفق الأول'],
      [2, 'المرفق الأول'],
      [1, 'المرفق الثاني'],
    ]);
    expect(numbered[2]!.path).toEqual(['المرفق الأول', 'قائمة الوثائق']);
  });

  it('nests chapter, section, subsection and plain heading', async () => {
    const parsed = await lines(
      'تقرير اللجنة',
      'الفصل الأول',
      'أولا - قسم',
      'ألف - فرع',
      'عنوان بلا رقم',
      '1 - نص.',
      'باء - فرع آخر',
      '2 - نص.',
      'ثانيا - قسم آخر',
      '3 - نص.',
      'الفصل الثاني',
      '4 - نص.',
    );
    const paths = parsed.paragraphs.filter((p) => p.number !== null).map((p) => p.path.join('/'));
    expect(paths).toEqual([
      'الفصل الأول/قسم/فرع/عنوان بلا رقم',
      'الفصل الأول/قسم/فرع آخر',
      'الفصل الأول/قسم آخر',
      'الفصل الثاني',
    ]);
  });

  it('puts أولا inside ألف if the document does', async () => {
    const parsed = await lines(
      'تقرير اللجنة',
      ...['ألف - أ', 'أولا - ب', '1 - نص.', 'ثانيا - ج', '2 - نص.', 'باء - د', 'أولا - هـ', '3 - نص.'],
    );
    expect(parsed.paragraphs.filter((p) => p.number !== null).map((p) => p.path)).toEqual([
      ['أ', 'ب'],
      ['أ', 'ج'],
      ['د', 'هـ'],
    ]);
  });

  it('recognises footnotes by the mark that they share with their paragraph', async () => {
    const parsed = await lines(
      'تقرير اللجنة',
      '1 - نص الفقرة.(١) وتتمتها.',
      '2 - نص آخر. (٢)',
      '__________ (١) انظر الوثيقة.',
      '(٢) انظر القرار.',
      '3 - وما يلي:',
      '(١) أمر؛',
      '(٢) أمر.',
      '4 - نص أخير.(٣)',
      '__________',
      '(٣) انظر المرفق.',
    );
    expect(outline(parsed)).toEqual([
      'title: تقرير اللجنة',
      'paragraph 1: نص الفقرة. وتتمتها.',
      '  footnote 1: انظر الوثيقة.',
      'paragraph 2: نص آخر.',
      '  footnote 2: انظر القرار.',
      'paragraph 3: وما يلي:',
      '  item (١): أمر؛',
      '  item (٢): أمر.',
      'paragraph 4: نص أخير.',
      '  footnote 3: انظر المرفق.',
    ]);
  });

  it('removes running symbols, job numbers and the page numbers next to them, and nothing else', async () => {
    const parsed = await lines(
      'A/CONF.1/2011/1',
      'تقرير اللجنة',
      '1 - نص.',
      'A/CONF.1/2011/1',
      '11-36467 2',
      '3',
      '2 - نص.',
      '400',
      '3 - نص.',
    );
    expect(parsed.report.symbol).toBe('A/CONF.1/2011/1');
    expect(parsed.paragraphs.map((p) => p.text)).toEqual(['تقرير اللجنة', 'نص.', 'نص.', '400', 'نص.']);
  });

  it('keeps every line of a text without numbers, and says so', async () => {
    const text = [
      'مرسوم اتحادي رقم 1',
      'نحن رئيس الدولة،',
      '- بعد الاطلاع على الدستور،',
      'المادة 1',
      'ووفق على الاتفاق.',
    ];
    const parsed = await parseText(text.join('\n'));
    expect(parsed.paragraphs).toHaveLength(5);
    expect(parsed.report.warnings.map((w) => w.code)).toContain('no_numbers');
    expect(parsed.paragraphs.map((p) => p.kind)).toEqual([
      'title',
      'paragraph',
      'item',
      'heading',
      'paragraph',
    ]);
  });

  it('gives signature lines the kind other', async () => {
    const parsed = await lines('تقرير اللجنة', '1 - نص.', '2 - نص.', '(توقيع) فلان الفلاني', 'رئيس اللجنة');
    expect(parsed.paragraphs.slice(-2).map((p) => p.kind)).toEqual(['other', 'other']);
  });

  it('continues after 12 مكررا', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => `${i + 1} - نص.`);
    const parsed = await lines('تقرير اللجنة', ...numbers, '12 مكررا - نص.', '13 - نص.');
    expect(parsed.paragraphs.slice(-3).map((p) => [p.number, p.label])).toEqual([
      [12, '12'],
      [12, '12 مكررا'],
      [13, '13'],
    ]);
  });

  it('treats lines of a table of contents neither as headings nor as numbers, and blanks to fill in as text', async () => {
    const parsed = await lines(
      'تقرير اللجنة',
      'أولا - مقدمة ............ 3',
      '1 - نص في الفهرس ........... 4',
      'أولا - مقدمة',
      '1 - نص.',
      '2 - حرر في يوم ............ من شهر ............ بحضور الطرفين.',
    );
    expect(parsed.paragraphs.map((p) => p.kind)).toEqual([
      'title',
      'other',
      'other',
      'heading',
      'paragraph',
      'paragraph',
    ]);
    expect(parsed.paragraphs.filter((p) => p.number !== null).map((p) => p.number)).toEqual([1, 2]);
  });
});
