/** Footnotes' own marks, marks in brackets, marks without a link: none of them stays in a text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { withoutBrackets } from '../../src/ingest/readers/note-marks.ts';
import { bytesOf, docx, odt, outline, p, parseText, run } from './make.ts';

const raised = '<w:vertAlign w:val="superscript"/>';
const call = (id: number, mark?: string) =>
  `<w:r><w:rPr>${raised}</w:rPr><w:footnoteReference w:id="${id}"${mark === undefined ? '' : ' w:customMarkFollows="1"'}/>${mark ?? ''}</w:r>`;
const text = (mark: string) => `<w:t>${mark}</w:t>`;
const note = (id: number, ...runs: string[]) => `<w:footnote w:id="${id}">${p(runs.join(''))}</w:footnote>`;
const counted = '<w:r><w:footnoteRef/></w:r>';

async function read(body: string, footnotes: string): Promise<string[]> {
  const parsed = await parseReport(docx({ body, footnotes }), { file: 'notes.docx' });
  return outline(parsed);
}

describe('a Word note with a custom mark', () => {
  const body = (mark: string) =>
    p(run('تقرير عن السدود') + call(1, mark)) +
    p(run('نص أول') + call(2) + run(' ثم نص') + call(3) + run('.'));
  const notes = (first: string) =>
    note(1, run(first), run(' أعيد إصداره.')) +
    note(2, counted, run(' الأولى.')) +
    note(3, counted, run(' الثانية.'));

  test.each([
    ['*', text('*'), '*'],
    ['**', text('**'), '**'],
    ['†', text('†'), '†'],
    ['a symbol font', '<w:sym w:font="Symbol" w:char="F02A"/>', '*'],
    ['a mark after the run', `</w:r>${run('*', raised)}<w:r>`, '*'],
  ])('%s is its label, and Word does not count it', async (_, mark, label) => {
    expect(await read(body(mark), notes(label))).toEqual([
      'title: تقرير عن السدود',
      `  footnote ${label}: أعيد إصداره.`,
      'paragraph: نص أول ثم نص.',
      '  footnote 1: الأولى.',
      '  footnote 2: الثانية.',
    ]);
  });

  it('keeps a number that the author typed', async () => {
    expect((await read(body(text('7')), notes('7.')))[1]).toBe('  footnote 7: أعيد إصداره.');
  });
});

describe('brackets typed around a reference', () => {
  test.each([
    ['raised', run('(', raised) + call(1) + run(')', raised)],
    ['in line', run('(') + call(1) + run(')')],
    ['square', run('[', raised) + call(1) + run(']', raised)],
    ['after a blank', run(' ( ') + call(1) + run(' )')],
    ['with direction marks', run('\u200F(', raised) + call(1) + run('\u200F)', raised)],
  ])('%s', async (_, reference) => {
    const body = p(run('تشير اللجنة إلى الدليل') + reference + run('. وتشير إلى غيره.'));
    const footnotes = note(1, run('('), counted, run(')'), '<w:r><w:tab/></w:r>', run('انظر الدليل.'));
    const [, paragraph, footnote] = await read(p('تقرير عن السدود') + body, footnotes);
    expect(paragraph).toBe('paragraph: تشير اللجنة إلى الدليل. وتشير إلى غيره.');
    expect(footnote).toBe('  footnote 1: انظر الدليل.');
  });

  it('may contain several, and the text’s own brackets stay', () => {
    const block = {
      text: 'الدليل (الأول)(، ) والسجل() (الثاني).',
      notes: [
        { offset: 15, id: 'a' },
        { offset: 16, id: 'b' },
        { offset: 26, id: 'c' },
      ],
    };
    expect(withoutBrackets(block)).toEqual({
      text: 'الدليل (الأول) والسجل (الثاني).',
      notes: [
        { offset: 14, id: 'a' },
        { offset: 14, id: 'b' },
        { offset: 21, id: 'c' },
      ],
    });
  });
});

it('an OpenDocument note with a custom mark', async () => {
  const noteOf = (id: string, citation: string, body: string) =>
    `<text:note text:id="${id}" text:note-class="footnote"><text:note-citation>${citation}</text:note-citation><text:note-body><text:p>${body}</text:p></text:note-body></text:note>`;
  const bytes = odt(
    `<text:p>تقرير عن السدود${noteOf('a', '*', '* أعيد إصداره.')}</text:p><text:p>نص(${noteOf('b', '1', '(1) الأولى.')}) ثم نص.</text:p>`,
  );
  expect(outline(await parseReport(bytes, { file: 'notes.odt' }))).toEqual([
    'title: تقرير عن السدود',
    '  footnote *: أعيد إصداره.',
    'paragraph: نص ثم نص.',
    '  footnote 1: الأولى.',
  ]);
});

describe('raised numbers of a page', () => {
  const page = async (html: string) =>
    outline(
      await parseReport(bytesOf(`<html><meta charset=utf-8><body dir=rtl>${html}`), { file: 'a.html' }),
    );

  test.each([
    ['after a word', '<p>نص بقية<sup>2</sup>.</p>', ['paragraph: نص بقية.']],
    ['in brackets', '<p>نص بقية<sup>(2)</sup>.</p>', ['paragraph: نص بقية.']],
    ['Arabic digits', '<p>نص بقية<sup>٢</sup> ثم</p>', ['paragraph: نص بقية ثم']],
    ['after a full stop', '<p>نص بقية.<sup>2</sup> ثم</p>', ['paragraph: نص بقية. ثم']],
    ['square metres', '<p>مساحة ٣٠ م<sup>2</sup> و٥ كم<sup>2</sup></p>', ['paragraph: مساحة ٣٠ م2 و٥ كم2']],
    ['powers', '<p>نحو 10<sup>6</sup> طن</p>', ['paragraph: نحو 10^6 طن']],
    [
      'powers in a table',
      '<table><tr><td>10<sup>6</sup></td><td>طن</td></tr></table>',
      ['table: 10^6', 'table: طن'],
    ],
    [
      'with their notes below',
      '<p>نص أول<sup>1</sup> وثان<sup>2</sup>.</p><hr><p><sup>1</sup> الأولى.</p><p><sup>2</sup> الثانية.</p>',
      ['paragraph: نص أول وثان.', '  footnote 1: الأولى.', '  footnote 2: الثانية.'],
    ],
    [
      'a star and its note',
      '<p>نص أول<sup>*</sup>.</p><p><sup>*</sup> أعيد إصداره.</p>',
      ['paragraph: نص أول.', '  footnote *: أعيد إصداره.'],
    ],
    [
      'before a linked note',
      '<p>نص<sup><a href="#n1">(١)</a></sup>.</p><p id=n1><sup>(١)</sup> الأولى.</p>',
      ['paragraph: نص.', '  footnote 1: الأولى.'],
    ],
  ])('%s', async (_, html, expected) => {
    expect(await page(`<h1>تقرير عن السدود</h1>${html}`)).toEqual(['title: تقرير عن السدود', ...expected]);
  });
});

describe('asterisks of a plain text', () => {
  const body = ['تقرير عن صيانة الآبار*', 'تؤكد اللجنة أهمية صيانة الآبار في القرى والمدن.'];
  const notes = async (...lines: string[]) => {
    const { paragraphs } = await parseText(lines.join('\n'));
    return paragraphs
      .filter(({ kind }) => kind === 'footnote')
      .map(({ label, number, text }) => [label, number, text]);
  };

  it('refer to the note at its end', async () => {
    expect(await notes(...body, '* أعيد إصداره لأسباب فنية.')).toEqual([
      ['*', null, 'أعيد إصداره لأسباب فنية.'],
    ]);
    const { report } = await parseText([...body, '____', '(*) أعيد إصداره لأسباب فنية.'].join('\n'));
    expect(report.title).toBe('تقرير عن صيانة الآبار');
  });

  it('one, two and three', async () => {
    const lines = [...body, 'وتوصي بفحص المضخات (**) كل شهر.', '* أعيد إصداره.', '** انظر الدليل.'];
    expect(await notes(...lines)).toEqual([
      ['*', null, 'أعيد إصداره.'],
      ['**', null, 'انظر الدليل.'],
    ]);
  });

  it.each([
    ['a list', [...body, '* صيانة الآبار', '* فحص المضخات']],
    ['a line without a reference', [body[1]!, '* صيانة الآبار']],
    ['a line inside the text', [body[0]!, '* أعيد إصداره.', body[1]!]],
  ])('%s: no note', async (_, lines) => {
    expect(await notes(...lines)).toEqual([]);
    const { paragraphs } = await parseText(lines.join('\n'));
    expect(paragraphs.map(({ text }) => text).join(' ')).toContain('صيانة الآبار');
  });
});

it('a .doc with a custom mark reads like the .docx', async () => {
  const bytes = readFileSync(new URL('files/own-mark.doc', import.meta.url));
  const { paragraphs } = await parseReport(bytes, { file: 'own-mark.doc' });
  expect(
    paragraphs
      .filter(({ kind }) => kind === 'footnote')
      .map(({ label, number, text }) => [label, number, text]),
  ).toEqual([
    ['*', null, 'أعيد إصدار هذا التقرير لأسباب فنية.'],
    ['1', 1, 'حاشية آلية أولى.'],
    ['2', 2, 'حاشية آلية ثانية.'],
  ]);
});
