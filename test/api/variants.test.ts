/** Variants: paged by paragraph, selected by paragraph and similarity, and pages that stay small. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedApp, emptyApp, query, sampleApp } from './sample-app.ts';

interface Variants {
  report: string;
  total: number;
  limit: number;
  offset: number;
  paragraphs: { paragraph: string; nearest: { report: string; similarity: number; doubtful: boolean }[] }[];
}

const last = 'SRO-C.7-2022-9';
let app: AskedApp;
beforeAll(async () => {
  app = await sampleApp();
});
afterAll(() => app?.close());

async function ask(parameters: Parameters<typeof query>[0] = {}, of = app): Promise<Variants> {
  const id = of === app ? last : 'r-0';
  const response = await of.get(`/v1/reports/${id}/variants?${query(parameters)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Variants;
}

async function refused(parameters: Parameters<typeof query>[0]) {
  const response = await app.get(`/v1/reports/${last}/variants?${query(parameters)}`);
  const { errors, detail } = (await response.json()) as { errors?: { path: string }[]; detail: string };
  return { status: response.status, path: errors?.[0]?.path, detail };
}

describe('variants', () => {
  it('are paged by paragraph', async () => {
    const whole = await ask({ limit: 1000 });
    expect(whole).toMatchObject({ report: last, limit: 1000, offset: 0 });
    expect(whole.paragraphs).toHaveLength(whole.total);
    const pages: Variants['paragraphs'] = [];
    for (let offset = 0; offset < whole.total; offset += 17)
      pages.push(...(await ask({ limit: 17, offset })).paragraphs);
    expect(pages).toEqual(whole.paragraphs);
    expect((await ask()).paragraphs).toEqual(whole.paragraphs.slice(0, 20));
    expect((await ask({ offset: whole.total })).paragraphs).toEqual([]);
  });

  it('of named paragraphs only, in reading order', async () => {
    const whole = await ask({ limit: 1000 });
    const answer = await ask({ paragraph: [`${last}:40`, `${last}:3`] });
    expect(answer).toMatchObject({ total: 2 });
    expect(answer.paragraphs).toEqual([whole.paragraphs[2], whole.paragraphs[39]]);
    expect(await refused({ paragraph: 'SRO-C.7-2008-9:3' })).toMatchObject({
      status: 404,
      detail: expect.stringContaining(last),
    });
    expect(await refused({ paragraph: `${last}:99999` })).toMatchObject({ status: 404 });
  });

  it('have at least the given similarity, by default any that shares a word', async () => {
    const all = await ask({ limit: 1000 });
    expect(all.paragraphs.some(({ nearest }) => nearest.some(({ similarity }) => similarity < 0.2))).toBe(
      true,
    );
    for (const least of ['0.5', '.9', '1', '1.0']) {
      const near = await ask({ limit: 1000, min_similarity: least });
      expect(near.total).toBe(all.total);
      expect(near.paragraphs).toEqual(
        all.paragraphs.map(({ paragraph, nearest }) => ({
          paragraph,
          nearest: nearest.filter(({ similarity }) => similarity >= Number(least)),
        })),
      );
    }
    for (const wrong of ['2', '-0.1', 'half', '1.01', ''])
      expect(await refused({ min_similarity: wrong })).toMatchObject({
        status: 400,
        path: 'min_similarity',
        detail: expect.stringContaining('must be a number from 0 to 1'),
      });
  });

  it('under a heading or of a kind', async () => {
    const { paragraphs, total } = await ask({ kind: 'heading', limit: 1000 });
    const headings = await app.get(`/v1/reports/${last}/paragraphs?kind=heading&limit=1000`);
    const { items } = (await headings.json()) as { items: { id: string }[] };
    expect(paragraphs.map(({ paragraph }) => paragraph)).toEqual(items.map(({ id }) => id));
    expect(total).toBe(items.length);
  });
});

describe('precedents', () => {
  it('accept min_similarity and its former name', async () => {
    const hits = async (parameters: Parameters<typeof query>[0]) =>
      (await app.get(`/v1/paragraphs/${last}:40/similar?${query(parameters)}`)).json();
    expect(await hits({ least: '0.6' })).toEqual(await hits({ min_similarity: '0.6' }));
    expect(await hits({ min_similarity: '0.3' })).toEqual(await hits({}));
    const wrong = await app.get(`/v1/paragraphs/${last}:40/similar?min_similarity=2`);
    expect(wrong.status).toBe(400);
  });
});

describe('a series of many reports', () => {
  const reports = 320;
  let many: AskedApp;
  beforeAll(async () => {
    many = await emptyApp();
    const folder = join(many.folder, 'many');
    mkdirSync(folder);
    const manifest = ['file,symbol,series,date'];
    for (let n = 0; n < reports; n++) {
      const lines = Array.from(
        { length: 25 },
        (_, k) => `وتقرر اللجنة أن تحيل المسألة ${k} إلى الفريق في دورته ${n}.`,
      );
      writeFileSync(join(folder, `${n}.txt`), lines.join('\n'));
      manifest.push(`${n}.txt,r/${n},many,${1990 + (n % 30)}-01-01`);
    }
    writeFileSync(join(folder, 'manifest.csv'), manifest.join('\n'));
    const { failed } = await many.collection.intake.files([folder], {
      manifest: join(folder, 'manifest.csv'),
    });
    expect(failed).toEqual([]);
  }, 120_000);
  afterAll(() => many?.close());

  it('ends a default page before two megabytes, says so, and leaves nothing out', async () => {
    const whole = await ask({ limit: 1000, min_similarity: '0.2' }, many);
    expect(whole.limit).toBe(1000);
    expect(whole.paragraphs).toHaveLength(25);
    expect(whole.paragraphs.every(({ nearest }) => nearest.length === reports - 1)).toBe(true);
    const pages: Variants['paragraphs'] = [];
    for (let offset = 0; offset < whole.total; ) {
      const page = await ask({ offset, min_similarity: '0.2' }, many);
      expect(JSON.stringify(page).length).toBeLessThan(2_000_000);
      expect(page.paragraphs.length).toBe(Math.min(page.limit, page.total - offset));
      expect(page.paragraphs.length).toBeLessThan(20);
      pages.push(...page.paragraphs);
      offset += page.limit;
    }
    expect(pages).toEqual(whole.paragraphs);
  });
});
