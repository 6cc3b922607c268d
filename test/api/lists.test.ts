/**
 * Every list as CSV (RFC 4180, with a byte order mark) and as JSON Lines: the same rows, one for each change, span,
 * version or occurrence of the JSON answer, with its words and printed number; no cell contains a list. For a plain
 * list of reports, paragraphs or repairs, a line is the entire item.
 */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/api/routes.ts';
import type { UseCase } from '../../src/collection/index.ts';
import { amount } from '../amount.ts';
import { address, questions } from './questions.ts';
import { type AskedApp, sampleApp } from './sample-app.ts';

type Json = Record<string, unknown>;
interface Paragraph {
  id: string;
  number: number | null;
  label: string | null;
  text: string;
}

let app: AskedApp;
const paragraphs = new Map<string, Paragraph>();
beforeAll(async () => {
  app = await sampleApp();
  const { items } = (await (await app.get('/v1/reports')).json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const report = await app.get(`/v1/reports/${id}/paragraphs?limit=1000`);
    for (const item of ((await report.json()) as { items: Paragraph[] }).items) paragraphs.set(item.id, item);
  }
});
afterAll(() => app?.close());

const lists = (Object.entries(routes) as [keyof typeof routes, UseCase][]).filter(([, { rows }]) => rows);
const cases = lists.flatMap(([route]) =>
  questions[route].slice(0, 2).map((parameters) => ({ route, path: address(route, parameters) })),
);
const withFormat = (path: string, format: string) =>
  `${path}${path.includes('?') ? '&' : '?'}format=${format}`;

async function linesOf(path: string): Promise<Json[]> {
  const response = await app.get(withFormat(path, 'jsonl'));
  expect(response.headers.get('Content-Type')).toMatch(/^application\/jsonl/);
  const text = await response.text();
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Json);
}

/** Lists whose items are rows of their own. */
const whole = new Set<string>(['/v1/reports', '/v1/reports/:id/paragraphs', '/v1/reports/:id/repairs']);

/** Number of rows that an answer must have. */
const all = <T>(list: unknown, of: (item: T) => number): number =>
  (list as T[]).reduce((sum, item) => sum + of(item), 0);
const counted: Record<string, (body: Json) => number> = {
  '/v1/series': (body) =>
    all<{ meetings: []; uncatalogued: [] }>(body.items, (s) => s.meetings.length + s.uncatalogued.length),
  '/v1/references': (body) => all<{ citations: [] }>(body.items, (item) => item.citations.length),
  '/v1/reports/:id/references': (body) => all<{ citations: [] }>(body.items, (item) => item.citations.length),
  '/v1/reports/:id/novelty': (body) => all<{ spans: [] }>(body.paragraphs, (item) => item.spans.length),
  '/v1/reports/:id/variants': (body) => all<{ nearest: [] }>(body.paragraphs, (item) => item.nearest.length),
  '/v1/reports/:id/recurring': (body) =>
    all<{ reports: []; occurrences: [] }>(body.phrases, (p) => p.reports.length - 1 + p.occurrences.length),
  '/v1/reports/:id/dropped': (body) =>
    all<{ reports: []; occurrences: [] }>(body.phrases, (p) => p.reports.length - 1 + p.occurrences.length),
  '/v1/compare': (body) => (body.changes as []).length,
  '/v1/wording': (body) => (body.versions as []).length,
  '/v1/paragraphs/:id/similar': (body) => (body.hits as []).length,
  '/v1/search': (body) => (body.hits as []).length,
  '/v1/phrases': (body) => (body.concordance as []).length,
  '/v1/trends': (body) => all<{ points: [] }>(body.trends, (trend) => trend.points.length),
  '/v1/collate': (body) => (body.rows as []).length,
  '/v1/threads': (body) =>
    all<{ versions: { also: [] }[]; gaps: [] }>(
      body.threads,
      ({ versions, gaps }) =>
        versions.length + gaps.length + versions.reduce((sum, { also }) => sum + also.length, 0),
    ),
};

describe.each(cases)('$path', ({ route, path }) => {
  it('has one row for each', async () => {
    const body = (await (await app.get(path)).json()) as Json;
    const count = counted[route] ?? (({ items }: Json) => (items as []).length);
    expect(await linesOf(path)).toHaveLength(count(body));
  });

  it.runIf(whole.has(route))('gives the complete items as JSON Lines', async () => {
    const { items } = (await (await app.get(path)).json()) as { items: Json[] };
    expect(await linesOf(path)).toEqual(items);
  });

  it.skipIf(whole.has(route))('has no list in a cell, and the printed number next to each id', async () => {
    for (const row of await linesOf(path)) {
      for (const [name, cell] of Object.entries(row)) {
        expect(cell === null || typeof cell !== 'object', name).toBe(true);
        expect(String(cell)).not.toMatch(/^[[{].*[\]}]$/su);
      }
      for (const prefix of ['', 'base_', 'other_', 'nearest_']) {
        const id = row[`${prefix}paragraph`];
        if (typeof id !== 'string') continue;
        const found = paragraphs.get(id)!;
        expect([row[`${prefix}number`], row[`${prefix}label`]]).toEqual([found.number, found.label]);
        const { start, end } = row;
        const words = row.as_printed ?? row.keyword ?? row.text;
        if (typeof start === 'number' && typeof end === 'number')
          expect(words).toBe(found.text.slice(start, end));
        else if (prefix !== '' && row[`${prefix}last_paragraph`] == null)
          expect(row[`${prefix}text`]).toBe(found.text);
      }
    }
  });

  it('has as many rows in CSV, and the same ones unless a line is an entire item', async () => {
    const expected = await linesOf(path);
    const response = await app.get(withFormat(path, 'csv'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { columns } = routes[route] as UseCase;
    const header = parse(text, { bom: true, to: 1 })[0] as string[];
    if (columns) expect(header).toEqual(columns);
    if (expected.length === 0) return;
    const parsed = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(parsed.length).toBe(expected.length);
    for (const cell of parsed.flatMap((row) => Object.values(row)))
      expect(cell).not.toMatch(/^[[{].*[\]}]$/su);
    if (whole.has(route)) return;
    expected.forEach((row, i) => {
      for (const [name, cell] of Object.entries(row)) {
        const shown = cell === null ? '' : String(cell);
        const guarded =
          typeof cell === 'string' && /^[=+\-@\t\r\n＝＋－＠]/u.test(shown) ? `'${shown}` : shown;
        expect(parsed[i]![name], `${name} of row ${i}`).toBe(guarded);
      }
    });
  });
});

describe('paging', () => {
  it.each([
    '/v1/reports?limit=3',
    '/v1/search?limit=50&q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
    '/v1/search?limit=50&group=text&q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
    '/v1/phrases?limit=50&q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
    '/v1/phrases?limit=50&sample=70&q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
    '/v1/reports/SRO-C.7-2022-9/recurring?limit=100',
    '/v1/threads?limit=3&q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
  ])('%s as rows gives the total, and links each page to the next', async (path) => {
    const body = (await (await app.get(path)).json()) as Json;
    const { total, groups, occurrences, sample } = body as Record<string, number | undefined>;
    const count = groups ?? total ?? (sample as { size?: number } | undefined)?.size ?? occurrences!;
    const limit = Number(/limit=(\d+)/.exec(path)![1]);
    let next: string | undefined = withFormat(path, 'csv');
    let pages = 0;
    const bodies = new Set<string>();
    while (next !== undefined) {
      const response: Response = await app.get(next);
      expect(response.headers.get('X-Total-Count')).toBe(String(count));
      bodies.add(await response.text());
      pages += 1;
      next = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('Link') ?? '')?.[1];
    }
    expect(pages).toBe(Math.ceil(count / limit));
    expect(bodies.size).toBe(pages);
  });

  it('has no link if all rows are there', async () => {
    const response = await app.get('/v1/reports?format=jsonl');
    expect([response.headers.get('X-Total-Count'), response.headers.get('Link')]).toEqual(['8', null]);
  });

  it.each([
    '/v1/reports',
    '/v1/references',
    '/v1/reports/SRO-C.7-2022-9/paragraphs',
    '/v1/search?q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
    '/v1/phrases?q=%D8%A7%D9%84%D8%AF%D9%88%D9%84',
    '/v1/reports/SRO-C.7-2022-9/recurring',
    '/v1/reports/SRO-C.7-2012-9/dropped',
  ])('%s gives each row once over all pages', async (path) => {
    const route = Object.entries(routes).find(([, useCase]) => useCase.rows && path.includes('/v1/'))!;
    expect(route).toBeTruthy();
    const page = (limit: number, offset: number): Promise<unknown[]> => {
      return linesOf(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}&offset=${offset}`);
    };
    const whole = await page(1000, 0);
    const size = amount(31, 7);
    const pages: unknown[] = [];
    for (let offset = 0; offset < whole.length; offset += size) pages.push(...(await page(size, offset)));
    expect(pages).toEqual(whole);
    expect(await page(5, whole.length)).toEqual([]);
  });
});

it.each(['A/RES/55/31', 'a/res/٥٥/٣١', 'A-RES-55-31 '])(
  'references to %s are found in any spelling',
  async (symbol) => {
    const response = await app.get(`/v1/references?symbol=${encodeURIComponent(symbol)}`);
    const { items } = (await response.json()) as { items: { symbol: string }[] };
    expect(items.map((item) => item.symbol)).toEqual(['A/RES/55/31']);
  },
);
