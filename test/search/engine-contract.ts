/** What every search engine must do; run for each of them. */
import { words } from 'arabic-normalizer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/phrases/scope.ts';
import {
  embeddedEngine,
  placeMask,
  type SearchAnswer,
  type SearchEngine,
  type SearchParams,
  type SearchView,
  searchAnswer,
} from '../../src/search/index.ts';
import type { Store } from '../../src/store/index.ts';
import { makeReport } from '../store/make.ts';
import { newStore, viewOf } from './world.ts';

export interface EngineUnderTest {
  name: SearchEngine['name'];
  make(store: Store): SearchEngine;
  /** It always ranks in the requested epoch and has nothing to follow. */
  current?: boolean;
}

const reports = () => [
  makeReport(
    'A/1',
    [
      { text: 'أولا - مسائل تنظيمية', kind: 'heading', number: null, label: null },
      { text: 'تعقّب الأسلحة الصغيرة والأسلحة الخفيفة غير المشروعة', path: ['أولا - مسائل تنظيمية'] },
      { text: 'وسم الأسلحة وحفظ السجلات', path: ['أولا - مسائل تنظيمية'] },
      { text: 'شدد المشاركون على أهمية التعاون الدولي في تعقب الأسلحة الصغيرة عبر الحدود', path: ['ثانيا'] },
    ],
    { series: 'arms', body: 'A', year: 2008, date: { from: '2008-07-14', to: '2008-07-18' } },
  ),
  makeReport(
    'A/2',
    [
      'الأسلحة الصغيرة',
      'التعاون والمساعدة الدوليان في مجال نزع السلاح',
      { text: 'مسؤولية الدول عن شؤون الأسلحة الصغيرة', kind: 'footnote' },
    ],
    { series: 'arms', body: 'A', year: 2010 },
  ),
  makeReport('B/1', ['مسئولية الدول عن شئون التجارة', 'تجارة الأسلحة'], { series: 'trade', year: 2010 }),
  makeReport('C/1', ['وثيقة بلا تاريخ عن الأسلحة', 'مسؤولية الدول، عن شئون التجارة', 'الاسلحة الصغيرة']),
];

const queries: SearchParams[] = [
  { q: 'الأسلحة' },
  { q: 'الأسلحة الصغيرة' },
  { q: '"الأسلحة الصغيرة"' },
  { q: 'الأسلحة -الصغيرة' },
  { q: 'الأسلحة -"الأسلحة الصغيرة"' },
  { q: 'مسؤولية الدول' },
  { q: 'مسؤولية الدول', match: 'exact' },
  { q: 'بالأسلحة الصغيرة', match: 'stem' },
  { q: 'مسؤول*' },
  { q: '"الأسلحة * والأسلحة"' },
  { q: '"تعقب ... الحدود"' },
  { q: 'شؤون|وسم' },
  { q: '"نزع السلاح"|"حفظ السجلات"' },
  { q: 'الأسلحة في تعقب' },
  { q: 'غائب تماما' },
];

const ids = (answer: SearchAnswer) => answer.hits.map((hit) => hit.paragraph.id);

function firstOfEach(list: readonly string[], key: (item: string) => string): string[] {
  return list.filter((item, i) => list.findIndex((other) => key(other) === key(item)) === i);
}

export function engineContract({ name, make, current = false }: EngineUnderTest): void {
  describe(`${name}: the engine contract`, () => {
    const cleanups: (() => void)[] = [];
    let store: Store;
    let engine: SearchEngine;
    let view: SearchView;
    const ask = (params: SearchParams) => searchAnswer(view, engine, { limit: 1000, ...params });

    beforeAll(async () => {
      store = newStore(reports(), (work) => cleanups.push(work));
      engine = make(store);
      await engine.sync(store);
      view = viewOf(store);
    });

    afterAll(async () => {
      await engine.close();
      while (cleanups.length > 0) cleanups.pop()?.();
    });

    test.each(queries)(
      '$q ($match): the same paragraphs, totals, facets and marks as without a server',
      async (params) => {
        const answer = await ask(params);
        const expected = await searchAnswer(view, embeddedEngine(), { limit: 1000, ...params });
        expect(answer.degraded).toBe(false);
        expect(answer.engine).toBe(name);
        expect(ids(answer).sort()).toEqual(ids(expected).sort());
        expect(answer.total).toBe(answer.hits.length);
        const { query, facets, also, suggestions } = expected;
        expect(answer).toMatchObject({ query, facets, also, suggestions });
        const marks = (a: SearchAnswer) =>
          Object.fromEntries(a.hits.map((hit) => [hit.paragraph.id, hit.highlights]));
        expect(marks(answer)).toEqual(marks(expected));
      },
    );

    test('every hit of a small answer is ranked, best first', async () => {
      for (const params of queries) {
        const { hits } = await ask(params);
        expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
        for (const hit of hits) expect(hit.score, params.q).toBeGreaterThan(0);
      }
    });

    test('a line with only the words comes after a paragraph that says something about them', async () => {
      const order = ids(await ask({ q: 'الأسلحة الصغيرة' }));
      expect(order.indexOf('A-1:4')).toBeLessThan(order.indexOf('A-2:1'));
    });

    test('paragraphs with the same words are one hit with all its places; pages cover every group once', async () => {
      for (const { q, match } of queries) {
        const flat = await ask({ q, match });
        const whole = await ask({ q, match, group: 'text' });
        const folded = (text: string) => words(text).join(' ');
        const texts = new Map(flat.hits.map(({ paragraph }) => [paragraph.id, folded(paragraph.text)]));
        expect(whole.total).toBe(flat.total);
        expect(whole.groups).toBe(new Set(texts.values()).size);
        expect(whole.hits).toHaveLength(whole.groups!);
        const places = whole.hits.flatMap((hit) => hit.places!.map((place) => place.paragraph));
        expect(places.sort()).toEqual(ids(flat).sort());
        for (const hit of whole.hits) {
          const own = hit.places!.map((place) => place.paragraph);
          expect(own).toContain(hit.paragraph.id);
          expect(own).toEqual(own.toSorted((a, b) => view.table.number(a) - view.table.number(b)));
          for (const id of own) expect(texts.get(id)).toBe(folded(hit.paragraph.text));
        }
        // A group is at the position of its best paragraph.
        expect(ids(whole)).toEqual(firstOfEach(ids(flat), (id) => texts.get(id)!));
        const pages: string[] = [];
        for (let offset = 0; offset <= whole.groups!; offset += 2) {
          pages.push(...ids(await ask({ q, match, group: 'text', limit: 2, offset })));
        }
        expect(pages).toEqual(ids(whole));
      }
    });

    test('pages cover everything, each hit once, the same each time', async () => {
      const whole = ids(await ask({ q: 'الأسلحة' }));
      const pages: string[] = [];
      for (let offset = 0; offset < whole.length + 2; offset += 2) {
        pages.push(...ids(await ask({ q: 'الأسلحة', limit: 2, offset })));
      }
      expect(pages).toEqual(whole);
      expect(ids(await ask({ q: 'الأسلحة' }))).toEqual(whole);
    });

    test('filters: reports, kind and section', async () => {
      const numbers = [...view.table.reports.keys()].filter((n) => view.table.reports[n]!.series === 'arms');
      const inArms = await ask({ q: 'الأسلحة', scope: scopeOf(view.table, numbers) });
      expect(ids(inArms).sort()).toEqual(['A-1:2', 'A-1:3', 'A-1:4', 'A-2:1', 'A-2:3']);
      expect(inArms.facets).toEqual({
        year: { 2008: 3, 2010: 2 },
        report: { 'A-1': 3, 'A-2': 2 },
        series: { arms: 5 },
        body: { A: 5 },
        kind: { paragraph: 4, footnote: 1 },
      });
      const headed = await ask({ q: 'الأسلحة', scope: scopeOf(view.table, numbers), sections: true });
      expect(headed.facets.section).toEqual({ 'أولا - مسائل تنظيمية': 2, ثانيا: 1 });
      const all = [...view.table.reports.keys()];
      const notes = placeMask(view.reader, view.table, { kind: 'footnote' });
      expect(ids(await ask({ q: 'الأسلحة', scope: scopeOf(view.table, all, notes) }))).toEqual(['A-2:3']);
      const section = placeMask(view.reader, view.table, {
        section: (path) => path.some((h) => h.includes('تنظيمية')),
      });
      const inSection = await ask({ q: 'الأسلحة', scope: scopeOf(view.table, all, section) });
      expect(ids(inSection).sort()).toEqual(['A-1:2', 'A-1:3']);
      expect(inSection.also).toEqual({ exact: 2, folded: 2, stem: 2 });
    });

    test('a misspelling is corrected', async () => {
      const answer = await ask({ q: 'الاسحلة الصغيرة' });
      expect(answer.total).toBe(0);
      expect(answer.suggestions[0]).toBe('الأسلحة الصغيرة');
    });

    test('its index is verified against the text', async () => {
      expect(await engine.verify(store)).toEqual([]);
      expect(store.verify()).toEqual([]);
    });

    test('health gives the epoch that it has reached', async () => {
      const health = await engine.health();
      expect(health.ok).toBe(true);
      expect([null, store.epoch()]).toContain(health.epoch);
    });
  });

  describe(`${name}: following the store`, () => {
    test('replaced and removed reports; an older snapshot still answers', async () => {
      const store = newStore(reports());
      const engine = make(store);
      await engine.sync(store);
      const before = viewOf(store);
      store.put(makeReport('B/1', ['كلمة جديدة عن الأسلحة الصغيرة']));
      store.remove('A-2');
      store.put(makeReport('D/1', ['الأسلحة الصغيرة في تقرير جديد']));
      const between = await searchAnswer(viewOf(store), engine, { q: 'جديدة' });
      expect(ids(between)).toEqual(['B-1:1']);
      expect(between.degraded).toBe(!current);
      await engine.sync(store);
      const after = await searchAnswer(viewOf(store), engine, { q: '"الأسلحة الصغيرة"' });
      expect(after.degraded).toBe(false);
      expect(ids(after).sort()).toEqual(['A-1:2', 'A-1:4', 'B-1:1', 'C-1:3', 'D-1:1']);
      for (const hit of after.hits) expect(hit.score).toBeGreaterThan(0);
      expect(await engine.verify(store)).toEqual([]);
      const old = await searchAnswer(before, engine, { q: '"الأسلحة الصغيرة"' });
      expect(ids(old).sort()).toEqual(['A-1:2', 'A-1:4', 'A-2:1', 'A-2:3', 'C-1:3']);
      await engine.close();
    });

    test('after a rebuild it gives the same answers', async () => {
      const store = newStore(reports());
      const engine = make(store);
      await engine.sync(store);
      const view = viewOf(store);
      const before = await searchAnswer(view, engine, { q: 'الأسلحة' });
      await engine.rebuild(store);
      const after = await searchAnswer(view, engine, { q: 'الأسلحة' });
      expect({ ...after, took_ms: 0 }).toEqual({ ...before, took_ms: 0 });
      expect(after.degraded).toBe(false);
      expect(await engine.verify(store)).toEqual([]);
      await engine.close();
    });

    test('more hits than an engine ranks: pages are still complete and stable', async () => {
      const lines = Array.from({ length: 700 }, (_, i) => `الأسلحة الصغيرة ${i} ${'كلمة '.repeat(i % 7)}`);
      const store = newStore([
        makeReport('X', lines, { year: 2001 }),
        makeReport('Y', lines, { year: 2000 }),
      ]);
      const engine = make(store);
      await engine.sync(store);
      const view = viewOf(store);
      const pages: string[] = [];
      for (let offset = 0; offset < 1500; offset += 300) {
        const answer = await searchAnswer(view, engine, { q: 'الأسلحة', limit: 300, offset });
        expect(answer.total).toBe(1400);
        expect(answer.degraded).toBe(false);
        pages.push(...ids(answer));
      }
      expect(pages).toHaveLength(1400);
      expect(new Set(pages).size).toBe(1400);
      await engine.close();
    });

    test('titles and headings beyond what an engine ranks do not crowd out the paragraphs', async () => {
      const headings = Array.from({ length: 1100 }, (_, i) => ({
        text: `الأسلحة الصغيرة ${i}`,
        kind: 'heading' as const,
        number: null,
        label: null,
      }));
      const texts = Array.from(
        { length: 30 },
        (_, i) => `أكد المشاركون في الجلسة ${i} أن تعقب الأسلحة الصغيرة عبر الحدود مسؤولية مشتركة`,
      );
      const store = newStore([makeReport('X', headings, { year: 2001 }), makeReport('Y', texts)]);
      const engine = make(store);
      await engine.sync(store);
      const answer = await searchAnswer(viewOf(store), engine, { q: 'الأسلحة الصغيرة', limit: 20 });
      expect(answer).toMatchObject({ total: 1130, degraded: false });
      expect(new Set(answer.hits.map(({ paragraph }) => paragraph.kind))).toEqual(new Set(['paragraph']));
      await engine.close();
    });

    test('an empty store', async () => {
      const store = newStore();
      const engine = make(store);
      await engine.sync(store);
      const answer = await searchAnswer(viewOf(store), engine, { q: 'الأسلحة' });
      expect(answer).toMatchObject({ total: 0, hits: [], degraded: false, suggestions: [] });
      await engine.close();
    });
  });
}
