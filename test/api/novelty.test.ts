/** Novelty of a part of a report: only its paragraphs are answered, compared with everything in the earlier reports. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AskedApp, query, sampleApp } from './sample-app.ts';

const last = 'SRO-C.7-2022-9';

interface Novelty {
  coverage: { words: number; seen_words: number; share: number };
  earlier: string[];
  paragraphs: { paragraph: string; words: number; spans: { words: number; first_seen: object | null }[] }[];
}

let app: AskedApp;
beforeAll(async () => {
  app = await sampleApp();
});
afterAll(() => app?.close());

const ask = async <T>(path: string, parameters: Parameters<typeof query>[0] = {}): Promise<T> => {
  const response = await app.get(`/v1/reports/${last}/${path}?${query(parameters)}`);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
};

it.each([[{ kind: 'footnote' }], [{ section: 'التوصيات' }], [{ section: 'التوصيات', kind: 'paragraph' }]])(
  '%j',
  async (part) => {
    const { items } = await ask<{ items: { id: string }[] }>('paragraphs', { ...part, limit: 1000 });
    const asked = new Set(items.map(({ id }) => id));
    const whole = await ask<Novelty>('novelty');
    const answer = await ask<Novelty>('novelty', part);
    const expected = whole.paragraphs.filter(({ paragraph }) => asked.has(paragraph));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(whole.paragraphs.length);
    expect(answer.paragraphs).toEqual(expected);
    expect(answer.earlier).toEqual(whole.earlier);
    const spans = expected.flatMap((paragraph) => paragraph.spans);
    const sum = (some: typeof spans) => some.reduce((total, { words }) => total + words, 0);
    expect(answer.coverage).toMatchObject({
      words: sum(spans),
      seen_words: sum(spans.filter((span) => span.first_seen !== null)),
    });
  },
);

it('names a section that the report does not have', async () => {
  const response = await app.get(`/v1/reports/${last}/novelty?${query({ section: 'لا عنوان كهذا' })}`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ type: expect.stringContaining('unknown_section') });
});
