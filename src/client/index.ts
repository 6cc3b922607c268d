/**
 * A client for siyagha's HTTP API, for browsers and Node, without dependencies. Its types come from the OpenAPI document.
 *
 * ```js
 * import { createClient } from 'siyagha/client';
 * const siyagha = createClient({ url: 'http://127.0.0.1:8080' });
 * const { occurrences } = await siyagha.phrases({ q: 'توافق الآراء' });
 * for await (const report of siyagha.each('reports', { series: 'shared-rivers' })) console.log(report.symbol);
 * ```
 */
import { errorOf, SiyaghaError } from './error.ts';
import { type Operation, table } from './operations.ts';
import type { AskOptions, Client, OperationName } from './types.ts';

export { type FieldError, SiyaghaError } from './error.ts';
export type {
  Answer,
  AskOptions,
  Client,
  Entry,
  OperationName,
  PagedName,
  Parameters,
  Schemas,
} from './types.ts';

export interface ClientOptions {
  /** Address of the server, such as `http://127.0.0.1:8080`, including the path of a proxy if there is one. */
  url: string | URL;
  /** The admin key, for `addReport` and `removeReport`. */
  key?: string;
  /** Replaces the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
  /** Sent with every request. */
  headers?: Record<string, string>;
}

type Given = Record<string, unknown>;

/** Default page size. */
const pageSize = 200;

/** Every function throws a SiyaghaError on failure: `code`, `status` and `detail` say what was wrong. */
export function createClient({
  url,
  key,
  headers = {},
  fetch: send = globalThis.fetch,
}: ClientOptions): Client {
  const base = String(url).replace(/\/+$/, '');

  async function response(
    name: OperationName,
    given: Given = {},
    { signal }: AskOptions = {},
  ): Promise<Response> {
    const request = requestFor(base, table[name], given, {
      headers: { ...headers, ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }) },
      signal: signal ?? null,
    });
    const received = await send(request).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new SiyaghaError({ status: 0, code: 'unreachable', detail: `no answer from ${base}`, cause });
    });
    if (!received.ok) throw await errorOf(received);
    return received;
  }

  async function ask(name: OperationName, given?: Given, options?: AskOptions): Promise<Given> {
    const received = await response(name, given, options);
    return (await received.json().catch((cause: unknown) => {
      const { status } = received;
      throw new SiyaghaError({
        status,
        code: 'not_json',
        detail: `${base} does not answer as siyagha does`,
        cause,
      });
    })) as Given;
  }

  async function* each(
    name: OperationName,
    given: Given = {},
    options?: AskOptions,
  ): AsyncGenerator<unknown, void> {
    const { list } = table[name] as Operation;
    if (list === undefined) throw new TypeError(`${name} has no pages`);
    let offset = Number(given.offset ?? 0);
    for (;;) {
      const body = await ask(name, { limit: pageSize, ...given, offset }, options);
      const entries = body[list] as unknown[];
      yield* entries;
      offset += entries.length;
      if (entries.length === 0 || offset >= lengthOf(body)) return;
    }
  }

  async function all(name: OperationName, given?: Given, options?: AskOptions): Promise<unknown[]> {
    const entries: unknown[] = [];
    for await (const entry of each(name, given, options)) entries.push(entry);
    return entries;
  }

  const asking = (Object.keys(table) as OperationName[]).map((name) => [
    name,
    (given?: Given, options?: AskOptions) => ask(name, given, options),
  ]);
  return { ...Object.fromEntries(asking), response, each, all } as Client;
}

/** The length of a list, if its body has it; otherwise the list ends with an empty page. */
function lengthOf({ groups, total, sample, occurrences }: Given): number {
  const drawn = (sample as { size: number } | null | undefined)?.size ?? Number.POSITIVE_INFINITY;
  return Number(groups ?? total ?? Math.min(drawn, Number(occurrences ?? Number.POSITIVE_INFINITY)));
}

function requestFor(
  base: string,
  { method, path, body }: Operation,
  given: Given,
  init: RequestInit,
): Request {
  const rest = new Map(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    if (value === undefined) throw new TypeError(`${name} is required`);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  if (body === 'form') {
    const form = new FormData();
    for (const [name, value] of rest) form.append(name, value instanceof Blob ? value : String(value));
    return new Request(`${base}${filled}`, { ...init, method, body: form });
  }
  if (body === 'json') {
    const headers = { ...init.headers, 'Content-Type': 'application/json' };
    return new Request(`${base}${filled}`, {
      ...init,
      method,
      headers,
      body: JSON.stringify(Object.fromEntries(rest)),
    });
  }
  const query = new URLSearchParams();
  for (const [name, value] of rest) for (const one of [value].flat()) query.append(name, String(one));
  return new Request(`${base}${filled}${query.size > 0 ? `?${query}` : ''}`, { ...init, method });
}
