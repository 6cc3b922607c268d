/** The API's typed client, and the types of its answers. */
import { hc } from 'hono/client';
import type { Api } from '../api/client-types.ts';

export const api = hc<Api>(location.origin).v1;

/** An error reported by the server; `status` is 0 if it did not answer at all. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly status: number;
  /** The problem code, such as `too_many_occurrences`; empty if the server gives none. */
  readonly code: string;
  constructor(status: number, message: string, code = '') {
    super(message);
    this.status = status;
    this.code = code;
  }
}

interface Received<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}

/** The body of a response. @throws ApiError */
export async function body<T>(response: Promise<Received<T>>): Promise<T> {
  const received = await response.catch(() => {
    throw new ApiError(0, '');
  });
  const value = await received.json().catch(() => null);
  if (received.ok && value !== null) return value;
  throw problemFrom(received.status, value);
}

/** A problem reported by the API. */
export function problemFrom(status: number, value: unknown): ApiError {
  const { detail, type } = (value ?? {}) as { detail?: unknown; type?: unknown };
  const code = typeof type === 'string' ? (type.split(':').at(-1) ?? '') : '';
  return new ApiError(status, typeof detail === 'string' ? detail : `HTTP ${status}`, code);
}

type Answer<Call extends (...given: never[]) => Promise<{ json(): Promise<unknown> }>> = Awaited<
  ReturnType<Awaited<ReturnType<Call>>['json']>
>;

type OneReport = (typeof api.reports)[':id'];

export type Report = Answer<typeof api.reports.$get>['items'][number];
export type Paragraph = Answer<(typeof api.paragraphs)[':id']['$get']>;
export type SearchAnswer = Answer<typeof api.search.$get>;
export type PhraseAnswer = Answer<typeof api.phrases.$get>;
export type Trend = Answer<typeof api.trends.$get>['trends'][number];
export type Comparison = Answer<typeof api.compare.$get>;
export type Change = Comparison['changes'][number];
export type DiffPart = Change['diff'][number];
export type Wording = Answer<typeof api.wording.$get>;
export type Novelty = Answer<OneReport['novelty']['$get']>;
export type Recurring = Answer<OneReport['recurring']['$get']>;
export type Dropped = Answer<OneReport['dropped']['$get']>;
export type Threads = Answer<typeof api.threads.$get>;
export type Thread = Threads['threads'][number];
export type References = Answer<typeof api.references.$get>;
export type Repair = Answer<OneReport['repairs']['$get']>['items'][number];
export type Precedents = Answer<typeof api.similar.$post>;
export type Scope = PhraseAnswer['scope'];
export type Series = Answer<typeof api.series.$get>['items'][number];

const pageSize = 1000;

/** A whole list: first the first page, which has the total, then all others at once. */
export async function all<T>(
  get: (page: { limit: string; offset: string }) => Promise<{ total: number; items: T[] }>,
): Promise<T[]> {
  const page = (offset: number) => get({ limit: String(pageSize), offset: String(offset) });
  const { total, items } = await page(0);
  const offsets: number[] = [];
  for (let offset = pageSize; offset < total; offset += pageSize) offsets.push(offset);
  const others = await Promise.all(offsets.map(page));
  return [items, ...others.map((other) => other.items)].flat();
}

/** All reports, dated ones first. */
export const reports = (filter: { series?: string; language?: string } = {}): Promise<Report[]> =>
  all((page) => body(api.reports.$get({ query: { ...filter, ...page } })));

export const series = (): Promise<Series[]> => all((query) => body(api.series.$get({ query })));

/** A report's paragraphs in reading order. @throws ApiError 404 */
export const paragraphsOf = (id: string): Promise<Paragraph[]> =>
  all((query) => body(api.reports[':id'].paragraphs.$get({ param: { id }, query })));

/** A report without its text. @throws ApiError 404 */
export async function reportOf(id: string): Promise<Report> {
  const found = await body(api.reports[':id'].$get({ param: { id }, query: {} }));
  return {
    ...found,
    paragraphs: Array.isArray(found.paragraphs) ? found.paragraphs.length : found.paragraphs,
  };
}
