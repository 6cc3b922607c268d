/** Every list as CSV (RFC 4180, with a byte order mark) and as JSON Lines: the rows of the JSON answer. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/api/routes.ts';
import { flattenRow, rowsOf, type UseCase } from '../../src/collection/index.ts';
import { address, questions } from './questions.ts';
import { type AskedApp, sampleApp } from './sample-app.ts';

let app: AskedApp;
beforeAll(async () => {
  app = await sampleApp();
});
afterAll(() => app?.close());

const lists = (Object.entries(routes) as [keyof typeof routes, UseCase][]).filter(([, { rows }]) => rows);
const cases = lists.flatMap(([route, { rows }]) =>
  questions[route].slice(0, 2).map((parameters) => ({ path: address(route, parameters), rows })),
);
const withFormat = (path: string, format: string) =>
  `${path}${path.includes('?') ? '&' : '?'}format=${format}`;

describe.each(cases)('$path', ({ path, rows }) => {
  let expected: unknown[];
  beforeAll(async () => {
    const body = (await (await app.get(path)).json()) as object;
    expected = rowsOf(body, rows as string)!;
    expect(Array.isArray(expected)).toBe(true);
  });

  it('as JSON Lines', async () => {
    const response = await app.get(withFormat(path, 'jsonl'));
    expect(response.headers.get('Content-Type')).toMatch(/^application\/jsonl/);
    const text = await response.text();
    expect(text === '' || text.endsWith('\n')).toBe(true);
    const got = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown);
    expect(got).toEqual(expected);
  });

  it('as CSV', async () => {
    const response = await app.get(withFormat(path, 'csv'));
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (expected.length === 0) return;
    const parsed = parse(text, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(parsed.length).toBe(expected.length);
    expected.forEach((row, i) => {
      for (const [name, value] of Object.entries(flattenRow(row))) {
        const shown = value === null ? '' : value === true ? '1' : value === false ? '' : String(value);
        expect([shown, String(value)], `${name} of row ${i}`).toContain(parsed[i]![name]);
      }
    });
  });
});

describe('paging', () => {
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
    const page = async (limit: number, offset: number): Promise<unknown[]> => {
      const separator = path.includes('?') ? '&' : '?';
      const response = await app.get(`${path}${separator}format=jsonl&limit=${limit}&offset=${offset}`);
      return (await response.text())
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as unknown);
    };
    const whole = await page(1000, 0);
    const pages: unknown[] = [];
    for (let offset = 0; offset < whole.length; offset += 7) pages.push(...(await page(7, offset)));
    expect(pages).toEqual(whole);
    expect(await page(5, whole.length)).toEqual([]);
  });
});
