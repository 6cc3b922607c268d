/** The API's typed client, and its answers' types. */
import { hc } from 'hono/client';
import type { Api } from '../api/client-types.ts';

export const api = hc<Api>(location.origin).v1;

/** The body of a response, or an error with what the server said was wrong. */
export async function body<T>(response: Promise<{ ok: boolean; json(): Promise<T> }>): Promise<T> {
  const answer = await response;
  const value = await answer.json();
  if (!answer.ok) throw new Error((value as { detail?: string }).detail ?? 'the server did not answer');
  return value;
}

type Answer<Call extends (...given: never[]) => Promise<{ json(): Promise<unknown> }>> = Awaited<
  ReturnType<Awaited<ReturnType<Call>>['json']>
>;

export type Report = Answer<typeof api.reports.$get>['items'][number];
export type Paragraph = Answer<(typeof api.paragraphs)[':id']['$get']>;
export type SearchAnswer = Answer<typeof api.search.$get>;
export type PhraseAnswer = Answer<typeof api.phrases.$get>;
export type Comparison = Answer<typeof api.compare.$get>;
export type Series = Answer<typeof api.series.$get>['items'][number];

/** All of a list, page by page. */
export async function all<T>(
  get: (page: { limit: string; offset: string }) => Promise<{ total: number; items: T[] }>,
): Promise<T[]> {
  const items: T[] = [];
  for (;;) {
    const { total, items: more } = await get({ limit: '1000', offset: String(items.length) });
    items.push(...more);
    if (items.length >= total || more.length === 0) return items;
  }
}

export const reports = (): Promise<Report[]> => all((query) => body(api.reports.$get({ query })));

export const paragraphsOf = (id: string): Promise<Paragraph[]> =>
  all((query) => body(api.reports[':id'].paragraphs.$get({ param: { id }, query })));
