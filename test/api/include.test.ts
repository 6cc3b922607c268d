/** `include=text` adds the words of every range; and the comparison of one section. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskedApp, sampleApp } from './sample-app.ts';

let app: AskedApp;
const texts = new Map<string, string>();
beforeAll(async () => {
  app = await sampleApp();
  const { items } = (await (await app.get('/v1/reports')).json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const report = await app.get(`/v1/reports/${id}/paragraphs?limit=1000`);
    const body = (await report.json()) as { items: { id: string; text: string }[] };
    for (const paragraph of body.items) texts.set(paragraph.id, paragraph.text);
  }
});
afterAll(() => app?.close());

interface Range {
  paragraph: string;
  start: number;
  end: number;
  text?: string;
}

/** Every range of an answer, with the paragraph named by it or by an object around it. */
function ranges(value: unknown, paragraph = ''): Range[] {
  if (Array.isArray(value)) return value.flatMap((item) => ranges(item, paragraph));
  if (typeof value !== 'object' || value === null) return [];
  const given = value as Partial<Range>;
  const here = given.paragraph ?? paragraph;
  const inside = Object.values(given).flatMap((inner) => ranges(inner, here));
  return typeof given.start === 'number' ? [...inside, { ...(given as Range), paragraph: here }] : inside;
}

const first = 'SRO-C.7-2008-9';
const second = 'SRO-C.7-2010-9';
const last = 'SRO-C.7-2022-9';

describe.each([
  `/v1/compare?base=${first}&other=${last}`,
  `/v1/reports/${last}/novelty?year_from=2008`,
  `/v1/reports/${last}/variants?with=${first}&limit=50`,
  `/v1/reports/${last}/recurring?limit=50`,
])('%s', (path) => {
  it('has the words of every range with include=text, and only then', async () => {
    const plain = ranges(await (await app.get(path)).json());
    expect(plain.length).toBeGreaterThan(20);
    expect(plain.filter(({ text }) => text !== undefined)).toEqual([]);
    const whole = ranges(await (await app.get(`${path}&include=text`)).json());
    expect(whole.map(({ paragraph, start, end }) => ({ paragraph, start, end }))).toEqual(
      plain.map(({ paragraph, start, end }) => ({ paragraph, start, end })),
    );
    for (const { paragraph, start, end, text } of whole) {
      expect(text).toBe(texts.get(paragraph)!.slice(start, end));
      expect(text).not.toBe('');
    }
  });

  it('takes repeated and comma-separated values, and refuses unknown ones', async () => {
    const one = await (await app.get(`${path}&include=text`)).text();
    expect(await (await app.get(`${path}&include=text&include=text`)).text()).toBe(one);
    expect(await (await app.get(`${path}&include=text,text`)).text()).toBe(one);
    for (const wrong of ['everything', 'text,everything', '']) {
      const response = await app.get(`${path}&include=${wrong}`);
      expect(response.status).toBe(400);
      const { errors } = (await response.json()) as { errors: { path: string; message: string }[] };
      expect(errors[0]!.path).toBe('include');
      expect(errors[0]!.message).toMatch(/^must be text\b/);
    }
  });
});

describe('a section', () => {
  interface Compared {
    summary: Record<string, number>;
    changes: { base: string[]; other: string[] }[];
  }
  const paths = new Map<string, string[]>();
  beforeAll(async () => {
    for (const id of [first, second]) {
      const report = await app.get(`/v1/reports/${id}/paragraphs?limit=1000`);
      const body = (await report.json()) as { items: { id: string; path: string[] }[] };
      for (const paragraph of body.items) paths.set(paragraph.id, paragraph.path);
    }
  });

  it('is compared alone, on both sides', async () => {
    const section = 'التوصيات';
    const answer = await app.get(
      `/v1/compare?base=${first}&other=${second}&section=${encodeURIComponent(section)}`,
    );
    const { changes, summary } = (await answer.json()) as Compared;
    const under = [...paths].filter(([, path]) => path.some((heading) => heading.includes(section)));
    expect(under.length).toBeGreaterThan(5);
    expect(changes.flatMap(({ base, other }) => [...base, ...other]).sort()).toEqual(
      under.map(([id]) => id).sort(),
    );
    const { moved: _, doubtful: __, similarity: ___, ...kinds } = summary;
    expect(Object.values(kinds).reduce((sum, count) => sum + count, 0)).toBe(changes.length);
  });

  it('that neither report has gives an error that says so', async () => {
    const answer = await app.get(
      `/v1/compare?base=${first}&other=${second}&section=${encodeURIComponent('لا وجود له')}`,
    );
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ type: 'urn:siyagha:problem:unknown_section' });
  });
});
