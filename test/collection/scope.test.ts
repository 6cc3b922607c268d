/** What answers say about what they counted: unreadable, undated, missing; languages; former ids; printed numbers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, type UseCase } from '../../src/collection/index.ts';
import { type AskedApp, emptyApp, query } from '../api/sample-app.ts';
import { askCollection } from './sample-collection.ts';

interface Scope {
  reports: number;
  unreadable: string[];
  undated: string[];
  missing: string[];
}

/** Letters of a broken font encoding, as an extraction without a character map gives them. */
const garbage = Array.from({ length: 40 }, (_, i) => `ÇáÃãã ${i} ÇáãÊÍÏÉ ¿ÇáÚÇã øÞÑíÑ ÇáÏæáí`).join('\n');

const arabic = (year: number) =>
  [
    'تقرير لجنة الأنهار',
    '١ - تشدد الدول المشاطئة على أهمية تبادل البيانات عن مناسيب المياه.',
    `٢ - اعتمدت اللجنة في عام ${year} برنامج العمل المشترك.`,
    'المرفق الأول',
    '١ - قائمة المشاركين في الدورة.',
  ].join('\n');

let app: AskedApp;
const key = 'a-key-of-sixteen-characters';

beforeAll(async () => {
  app = await emptyApp({ SIYAGHA_ADMIN_KEY: key });
  const folder = join(app.folder, 'files');
  mkdirSync(folder);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('a.txt', arabic(2008));
  write('b.txt', arabic(2012));
  write('c.txt', garbage);
  write('d.txt', 'تشدد الدول المشاطئة على أهمية تبادل البيانات عن مناسيب المياه دائما.');
  write(
    'e.txt',
    'The riparian states stress the importance of exchanging data (مناسيب المياه) on water levels.',
  );
  write('f.txt', garbage.replaceAll('ãã', 'ã'));
  const manifest = join(folder, 'manifest.csv');
  writeFileSync(
    manifest,
    [
      'file,symbol,date,year,series,language,readable',
      'a.txt,SRO/C.7/2008/9,2008-05-12/2008-05-16,,shared-rivers,,',
      'b.txt,SRO/C.7/2012/9,2012-05-14/2012-05-18,,shared-rivers,,',
      'c.txt,SRO/C.7/2010/9,2010-05-10/2010-05-14,,shared-rivers,ar,',
      'd.txt,X/undated,,,shared-rivers,,',
      'e.txt,SRO/C.7/2012/9,2012-05-14/2012-05-18,,shared-rivers,en,',
      'f.txt,X/seen,2011-01-01,,other,ar,yes',
    ].join('\n'),
  );
  const { failed } = await app.collection.intake.files([folder], { manifest });
  expect(failed).toEqual([]);
});
afterAll(() => app.close());

const ask = <B>(useCase: UseCase, parameters: Record<string, unknown>) =>
  askCollection<B>(app.collection, useCase, parameters);
const refused = (code: string, status: number) => expect.objectContaining({ code, status });
const [first, unreadable, last] = ['SRO-C.7-2008-9', 'SRO-C.7-2010-9', 'SRO-C.7-2012-9'];

describe('the scope', () => {
  it('says how many reports were counted and which could not be', async () => {
    const { scope, occurrences } = await ask<{ scope: Scope; occurrences: number }>(
      cases.phrases as UseCase,
      {
        q: 'مناسيب المياه',
        series: 'shared-rivers',
      },
    );
    expect(occurrences).toBe(3);
    expect(scope).toMatchObject({ reports: 3, unreadable: [unreadable], undated: ['X-undated'] });
    expect(scope.missing).toContain('SRO/C.7/2014/9');
    for (const present of ['SRO/C.7/2008/9', 'SRO/C.7/2010/9', 'SRO/C.7/2012/9']) {
      expect(scope.missing).not.toContain(present);
    }
  });

  it('lists only missing meetings of the requested years', async () => {
    const { scope } = await ask<{ scope: Scope }>(cases.search as UseCase, {
      q: 'المياه',
      series: 'shared-rivers',
      year_from: '2013',
      year_to: '2014',
    });
    expect(scope).toEqual({
      reports: 0,
      unreadable: [],
      undated: ['X-undated'],
      missing: ['SRO/C.7/2014/9'],
    });
  });

  it('lists nothing as missing if reports are named', async () => {
    const { scope } = await ask<{ scope: Scope }>(cases.phrases as UseCase, {
      q: 'المياه',
      report: [first, unreadable],
    });
    expect(scope).toEqual({ reports: 1, unreadable: [unreadable], undated: [], missing: [] });
  });

  it.each([
    ['search', cases.search, { q: 'المياه' }],
    ['phrases', cases.phrases, { q: 'المياه' }],
    ['trends', cases.trends, { q: 'المياه' }],
    ['wording', cases.wording, { q: 'أهمية تبادل البيانات' }],
    ['recurring', cases.recurring, { id: last }],
    ['dropped', cases.dropped, { id: last }],
    ['novelty', cases.novelty, { id: last }],
    ['variants', cases.variants, { id: last }],
    ['similar', cases.similar, { id: `${last}:2` }],
    ['references', cases.references, { series: 'shared-rivers' }],
  ])('is part of %s', async (_, useCase, parameters) => {
    const { scope } = await ask<{ scope: Scope }>(useCase as UseCase, parameters);
    expect(scope.unreadable).toContain(unreadable);
    expect(scope.reports).toBeGreaterThan(0);
  });
});

describe('languages', () => {
  const reportsOf = async (parameters: Record<string, unknown>) => {
    const answer = await ask<{ by_report: { report: string }[] }>(cases.phrases as UseCase, parameters);
    return answer.by_report.map(({ report }) => report);
  };

  it('an Arabic question is about Arabic reports, any other is about all', async () => {
    expect(await reportsOf({ q: 'مناسيب المياه' })).toEqual([first, last, 'X-undated']);
    expect(await reportsOf({ q: 'riparian states' })).toEqual([`${last}.en`]);
    expect(await reportsOf({ q: '٢٠٢٢' })).toEqual(await reportsOf({ q: '2022' }));
    expect(await reportsOf({ q: 'مناسيب المياه', language: 'en' })).toEqual([`${last}.en`]);
    expect(await reportsOf({ q: 'مناسيب المياه', language: 'all' })).toEqual([
      first,
      last,
      `${last}.en`,
      'X-undated',
    ]);
    expect(await reportsOf({ q: 'مناسيب المياه', report: `${last}.en` })).toEqual([`${last}.en`]);
  });

  it('a report is compared with those in its language', async () => {
    const { variants } = cases;
    const answer = await ask<{ paragraphs: { nearest: { report: string }[] }[] }>(variants as UseCase, {
      id: last,
    });
    const compared = new Set(answer.paragraphs.flatMap(({ nearest }) => nearest.map(({ report }) => report)));
    expect(compared).toEqual(new Set([first, 'X-undated']));
  });
});

describe('an unreadable report', () => {
  it.each([
    ['compare', cases.compare, { base: first, other: unreadable }],
    ['novelty', cases.novelty, { id: unreadable }],
    ['variants', cases.variants, { id: unreadable }],
    ['recurring', cases.recurring, { id: unreadable }],
    ['wording', cases.wording, { paragraph: `${unreadable}:1` }],
    ['collate', cases.collate, { report: [first, unreadable] }],
  ])('is refused by name: %s', (_, useCase, parameters) =>
    expect(ask(useCase as UseCase, parameters)).rejects.toThrow(refused('unreadable_report', 422)),
  );

  it('is listed and shown with its warning, and its meeting is neither missing nor ingested', async () => {
    const list = await ask<{ items: { id: string; unreadable: boolean; readable: number }[] }>(
      cases.reports as UseCase,
      { warning: 'unreadable_text', language: 'ar' },
    );
    expect(list.items.map(({ id }) => id)).toEqual([unreadable, 'X-seen']);
    expect(list.items[0]).toMatchObject({ unreadable: true });
    expect(list.items[0]!.readable).toBeLessThan(0.5);
    // Someone has checked it and said otherwise.
    expect(list.items[1]).toMatchObject({ unreadable: false });
    const { items } = await ask<{ items: { id: string; meetings: { symbol: string; status: string }[] }[] }>(
      cases.series as UseCase,
      {},
    );
    const status = new Map(
      items
        .find(({ id }) => id === 'shared-rivers')!
        .meetings.map((meeting) => [meeting.symbol, meeting.status]),
    );
    expect(status.get('SRO/C.7/2008/9')).toBe('ingested');
    expect(status.get('SRO/C.7/2010/9')).toBe('unreadable');
    expect(status.get('SRO/C.7/2014/9')).toBe('missing');
    expect(await ask(cases.report as UseCase, { id: unreadable })).toMatchObject({ id: unreadable });
  });
});

describe('novelty', () => {
  it('without an earlier report is empty, and names the earlier meetings that are missing', async () => {
    const alone = await ask<Record<string, unknown>>(cases.novelty as UseCase, { id: first });
    expect(alone).toMatchObject({ earlier: [], coverage: null, paragraphs: [], undated: ['X-undated'] });
    const years = { year_from: '2000', year_to: '2030' };
    const narrowed = await ask<Record<string, unknown>>(cases.novelty as UseCase, { id: first, ...years });
    expect(narrowed.undated).toEqual(['X-undated']);
    const after = await ask<{ earlier: string[]; missing: string[]; coverage: { share: number } }>(
      cases.novelty as UseCase,
      { id: last },
    );
    expect(after.earlier).toEqual([first]);
    expect(after.missing).toEqual(['SRO/C.7/S-1/2009/4']);
    expect(after.coverage.share).toBeGreaterThan(0.5);
  });
});

describe('a printed number', () => {
  const textOf = async (parameters: Record<string, unknown>) => {
    const list = await ask<{ items: { text: string }[] }>(cases.paragraphs as UseCase, {
      id: last,
      ...parameters,
    });
    return list.items.map(({ text }) => text);
  };

  it('finds the paragraph of the main part, or of the annex, named in any spelling', async () => {
    expect(await textOf({ number: '2' })).toEqual(['اعتمدت اللجنة في عام 2012 برنامج العمل المشترك.']);
    expect(await textOf({ number: '٢' })).toEqual(await textOf({ number: '2' }));
    expect(await textOf({ number: '1' })).toHaveLength(1);
    expect(await textOf({ number: '1', part: 'المرفق الاول' })).toEqual(['قائمة المشاركين في الدورة.']);
    expect(await textOf({ number: '99' })).toEqual([]);
  });
});

describe('an id that a report had before', () => {
  it('is redirected, and understood as a parameter', async () => {
    const upload = async (fields: Record<string, string>) => {
      const body = new FormData();
      body.set('file', new File(['١ - نص جديد تماما عن السدود.'], 'مذكرة.txt'));
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      const headers = { Authorization: `Bearer ${key}` };
      return app.get('/v1/reports', { method: 'POST', body, headers });
    };
    expect(await (await upload({})).json()).toMatchObject({ added: ['مذكرة'] });
    const corrected = await (await upload({ symbol: 'N/2020/1', year: '2020' })).json();
    expect(corrected).toMatchObject({ updated: ['N-2020-1'], renamed: [{ from: 'مذكرة', to: 'N-2020-1' }] });
    const refusal = await upload({});
    expect(refusal.status).toBe(409);
    expect(await refusal.json()).toMatchObject({ detail: expect.stringContaining('N-2020-1') });

    const old = encodeURIComponent('مذكرة');
    const answer = await app.get(`/v1/reports/${old}/paragraphs?limit=5`);
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe('/v1/reports/N-2020-1/paragraphs?limit=5');
    const paragraph = await app.get(`/v1/paragraphs/${old}:1`);
    expect(paragraph.headers.get('location')).toBe('/v1/paragraphs/N-2020-1%3A1');
    expect((await app.get(paragraph.headers.get('location')!)).status).toBe(200);
    expect((await app.get('/v1/reports/N%2F2020%2F1')).status).toBe(200);
    const found = await app.get(`/v1/phrases?${query({ q: 'السدود', report: 'مذكرة' })}`);
    expect(await found.json()).toMatchObject({ occurrences: 1 });
  });
});
