/** Questions over the sample reports: several sets of parameters for every GET route of the table. */
import type { Routes } from '../../src/api/routes.ts';

export type Parameters = Record<string, string | readonly string[]>;

const damaged = 'SRO-C.7-2012-9';
const first = 'SRO-C.7-2008-9';
const last = 'SRO-C.7-2022-9';
const second = 'SRO-C.7-2010-9';

/** `id` goes into the path, the rest into the query. */
export const questions: Record<keyof Routes, Parameters[]> = {
  '/v1/series': [{}, { limit: '1', offset: '1' }],
  '/v1/reports': [
    {},
    { series: 'shared-rivers', year_from: '2010', year_to: '2014', limit: '2' },
    { report: [first, last] },
    { year_from: '2030' },
    { year_to: '2010', offset: '5000' },
  ],
  '/v1/reports/:id': [{ id: first }, { id: damaged, paragraphs: 'true' }, { id: 'SRO/C.7/2022/9' }],
  '/v1/reports/:id/paragraphs': [
    { id: first, limit: '1000' },
    { id: second, kind: 'item' },
    { id: second, kind: 'footnote' },
    { id: last, section: 'التوصيات', limit: '5' },
  ],
  '/v1/reports/:id/repairs': [{ id: first }, { id: damaged, limit: '3' }],
  '/v1/reports/:id/references': [{ id: first }, { id: last, type: 'document' }, { id: last, limit: '1000' }],
  '/v1/reports/:id/recurring': [
    { id: last },
    { id: last, min_words: '8', min_reports: '8', limit: '1000' },
    { id: first, view: 'closed', order: 'reports' },
    { id: last, order: 'distinctive' },
    { id: last, returns: 'true' },
    { id: last, include: ['text', 'occurrences'] },
    { id: last, with: [first, second], kind: 'paragraph' },
    { id: last, year_from: '2018', section: 'التوصيات', min_words: '2' },
  ],
  '/v1/reports/:id/dropped': [{ id: damaged }, { id: last, min_reports: '3', min_words: '2' }, { id: first }],
  '/v1/reports/:id/novelty': [
    { id: last },
    { id: first },
    { id: last, min_words: '1', with: [first] },
    { id: second, kind: 'paragraph' },
  ],
  '/v1/reports/:id/variants': [
    { id: last, with: [first] },
    { id: first, year_from: '2010', year_to: '2012' },
    { id: second, with: [damaged], doubtful: 'false' },
    { id: last, paragraph: [`${last}:40`, `${last}:41`], min_similarity: '0.5', include: 'text' },
  ],
  '/v1/paragraphs/:id': [{ id: `${first}:1` }, { id: `${second}:40` }],
  '/v1/paragraphs/:id/similar': [
    { id: `${first}:30` },
    { id: `${last}:40`, min_similarity: '0.1', limit: '50', year_to: '2010' },
  ],
  '/v1/references': [{}, { type: 'resolution' }, { symbol: 'nothing' }, { report: first, limit: '2' }],
  '/v1/search': [
    { q: 'الخزانات' },
    { q: '"جدول الأعمال" -الخزانات', kind: 'paragraph', limit: '3', offset: '2' },
    { q: 'مسؤول*', match: 'exact' },
    { q: 'شئون|شؤون', match: 'stem', year_from: '2010', year_to: '2022' },
    { q: 'كلمةلاتردقط' },
    { q: 'الخزنات' },
    { q: 'الدول', group: 'text', limit: '5', offset: '3' },
    { q: '"على ... الدول"', section: 'التوصيات' },
  ],
  '/v1/phrases': [
    { q: 'الدول المشاطئة' },
    { q: 'جدول * الأعمال', match: 'stem' },
    { q: 'الدول ... المشاطئة', limit: '2', offset: '1', sort: 'after' },
    { q: 'كلمة لا ترد قط' },
    { q: 'شؤون', match: 'exact', report: [first, second], sort: 'before' },
    { q: 'الأنهار', series: 'shared-rivers', kind: 'heading' },
    {
      q: 'الدول',
      sort: 'before3',
      width: '3',
      sample: '5',
      seed: '9',
      neighbours: '3',
      order: 'association',
    },
  ],
  '/v1/threads': [
    { q: 'مرة كل ثلاثة أشهر' },
    { q: 'الدول المشاطئة', limit: '3', offset: '1' },
    { q: 'ينبغي للدول ... أن', match: 'stem', section: 'التوصيات', gaps: 'false' },
    { q: 'الدول المشاطئة', kind: 'item', year_from: '2012', report: [second, last] },
    { q: 'تبادل البيانات مرة كل سبعة أعوام' },
    { q: 'كلمة لا ترد قط', offset: '100000' },
  ],
  '/v1/trends': [
    { q: 'الدول المشاطئة' },
    { q: ['الخزانات', 'شؤون', 'كلمة لا ترد قط'], match: 'exact' },
    { q: 'الأنهار', year_from: '2012', kind: 'paragraph' },
  ],
  '/v1/compare': [
    { base: first, other: second },
    { base: last, other: first },
    { base: first, other: first },
    { base: second, other: damaged, doubtful: 'false' },
  ],
  '/v1/wording': [
    { q: 'وينبغي للدول المشاطئة أن تتبادل مرة كل ثلاثة أشهر على الأقل' },
    { paragraph: `${first}:30` },
    { paragraph: `${last}:1`, year_from: '2016' },
    { q: 'كلمة لا ترد قط في أي تقرير' },
    { q: 'تتبادل مرة كل ثلاثة أشهر', gaps: 'false' },
  ],
  '/v1/collate': [{ report: [first, second, last] }, { report: [first, last], section: 'التوصيات' }],
};

/** The path and query of one set. */
export function address(route: string, { id, ...rest }: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    for (const one of typeof value === 'string' ? [value] : value) search.append(name, one);
  }
  const path = id === undefined ? route : route.replace(':id', encodeURIComponent(String(id)));
  return search.size > 0 ? `${path}?${search}` : path;
}
