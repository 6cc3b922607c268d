/** OpenDocument texts: lists that continue or restart, notes, tables, deletions. */
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/ingest/index.ts';
import { readOdt } from '../../src/ingest/readers/odt/index.ts';
import { odt, outline } from './make.ts';

const listStyle = (levels: string) => `<text:list-style style:name="L">${levels}</text:list-style>`;
const numberLevel = (level: number, format: string, more: string) =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}/>`;
const styles = listStyle(
  numberLevel(1, '1', 'style:num-suffix=" -"') +
    numberLevel(2, 'أ, ب, ج, ...', 'style:num-prefix="(" style:num-suffix=")"'),
);
const item = (text: string, inner = '') =>
  `<text:list-item><text:p>${text}</text:p>${inner}</text:list-item>`;
const list = (items: string, more = '') => `<text:list text:style-name="L" ${more}>${items}</text:list>`;
const inner = (items: string) => `<text:list>${items}</text:list>`;
const labels = async (body: string, own = styles) =>
  (await readOdt(odt(body, own), { file: 'a.odt', layer: 'auto' })).blocks.map((block) => block.label);

describe('OpenDocument lists', () => {
  it('continue where the file says so, and restart elsewhere', async () => {
    const body = [
      list(item('أ') + item('ب')),
      '<text:p>بين</text:p>',
      list(item('ج'), 'text:continue-numbering="true"'),
      list(item('د')),
      list(item('هـ').replace('<text:list-item>', '<text:list-item text:start-value="7">')),
    ].join('');
    expect(await labels(body)).toEqual(['1 -', '2 -', undefined, '3 -', '1 -', '7 -']);
  });

  it('continue a list by its name', async () => {
    const body =
      list(item('أ'), 'xml:id="one"') +
      list(item('ب'), 'xml:id="two"') +
      list(item('ج'), 'text:continue-list="one"');
    expect(await labels(body)).toEqual(['1 -', '1 -', '2 -']);
  });

  it('nest, and each entry restarts its inner list', async () => {
    const body = list(item('أ', inner(item('ب') + item('ج'))) + item('د', inner(item('هـ'))));
    expect(await labels(body)).toEqual(['1 -', '(أ)', '(ب)', '2 -', '(أ)']);
  });

  it('print as many levels as they display', async () => {
    const own = listStyle(
      numberLevel(1, '1', 'style:num-suffix="."') + numberLevel(2, '1', 'text:display-levels="2"'),
    );
    expect(await labels(list(item('أ', inner(item('ب') + item('ج')))), own)).toEqual(['1.', '1.1', '1.2']);
  });
});

describe('OpenDocument text', () => {
  it('has notes after their paragraph and no deleted text', async () => {
    const note =
      '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation>' +
      '<text:note-body><text:p>حاشية</text:p></text:note-body></text:note>';
    const body =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
      `<text:h text:outline-level="1">تقرير اللجنة</text:h><text:p>1 - نص<text:s/>أول.${note}</text:p>` +
      '<text:p>2 - <text:span>نص<text:line-break/>ثان</text:span>.<office:annotation><text:p>تعليق</text:p></office:annotation></text:p>';
    const parsed = await parseReport(odt(body), { file: 'a.odt' });
    expect(outline(parsed)).toEqual([
      'title: تقرير اللجنة',
      'paragraph 1: نص أول.',
      '  footnote 1: حاشية',
      'paragraph 2: نص ثان.',
    ]);
  });

  it('gives tables cell by cell', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const body = `<table:table><table:table-header-rows><table:table-row>${cell('أ')}${cell('ب')}</table:table-row></table:table-header-rows><table:table-row>${cell('ج')}${cell('د')}</table:table-row></table:table>`;
    const { blocks } = await readOdt(odt(body), { file: 'a.odt', layer: 'auto' });
    expect(blocks.map((block) => block.text)).toEqual(['أ', 'ب', 'ج', 'د']);
    expect(blocks.every((block) => block.kind === 'table')).toBe(true);
  });
});
