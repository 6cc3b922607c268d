/** A GET route made from a use case: parameters checked, one snapshot, ETag, JSON, CSV or JSON Lines. */
import { hash } from 'node:crypto';
import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { LRUCache } from 'lru-cache';
import {
  type Collection,
  checkParameters,
  invalid,
  movedTo,
  nameOfCase,
  type Rest,
  type UseCase,
  type View,
} from '../collection/index.ts';
import { version } from '../settings/index.ts';
import { problemSchema } from './problem.ts';
import { rowTypes } from './rows.ts';
import type { Outbox } from './sending.ts';

const rowsExplained =
  '. csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (for a plain list, a line is the whole item);' +
  ' in csv, text that a spreadsheet would run as a formula starts with an apostrophe. As in JSON, limit and offset select' +
  ' a page of the list: the header X-Total-Count gives the number of entries, and Link (rel="next") leads to the next page';

/** The values of `format`: JSON; CSV or JSON Lines if the answer has a list; documents. */
function formatShape(useCase: UseCase) {
  const types = mediaTypes(useCase);
  const formats = Object.keys(types);
  const forms = Object.entries(types).map(([name, type]) => `${name} (${type})`);
  const format = z
    .enum(formats, `must be one of ${formats.join(', ')}`)
    .default('json')
    .describe(`The form of the answer: ${forms.join(', ')}${useCase.rows ? rowsExplained : ''}`);
  return { format };
}

/** The media type of each form. JSON is first, because some generated clients use only the first. */
function mediaTypes({ rows, files = {} }: UseCase): Record<string, string> {
  return {
    json: 'application/json',
    ...(rows ? { csv: 'text/csv', jsonl: 'application/jsonl' } : {}),
    ...Object.fromEntries(Object.entries(files).map(([name, { type }]) => [name, type.split(';')[0]!])),
  };
}

/** A successful answer in each of its forms. */
function contentOf(useCase: UseCase) {
  const { json, ...others } = mediaTypes(useCase);
  const isText = (type: string) => type.startsWith('text/') || type === others.jsonl;
  const body = (type: string) => z.string().openapi(isText(type) ? {} : { format: 'binary' });
  return {
    [json!]: { schema: useCase.body },
    ...Object.fromEntries(Object.values(others).map((type) => [type, { schema: body(type) }])),
  };
}

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** `/v1/reports/:id/recurring` → `reportRecurring`: the function's name in generated clients. */
function operationId(path: string): string {
  const words = path
    .replace('/v1/', '')
    .replaceAll(/s\/:\w+/g, '')
    .split('/');
  return words.map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
}

/** The route in OpenAPI. `:name` parts of the path are path parameters, the rest are query parameters. */
export function describe(path: string, useCase: UseCase): RouteConfig {
  const inPath = new Set([...path.matchAll(/:(\w+)/g)].map((found) => found[1]!));
  const entries = Object.entries(useCase.params.shape);
  const query = Object.fromEntries(entries.filter(([name]) => !inPath.has(name)));
  const named = Object.fromEntries(entries.filter(([name]) => inPath.has(name)));
  return {
    method: 'get',
    path: path.replaceAll(/:(\w+)/g, '{$1}'),
    operationId: operationId(path),
    tags: [path.split('/')[2] ?? 'other'],
    summary: useCase.summary,
    ...(useCase.description ? { description: useCase.description } : {}),
    request: {
      ...(inPath.size > 0 ? { params: z.object(named) } : {}),
      query: z.object({ ...query, ...(useCase.rows ? formatShape(useCase) : {}) }),
    },
    responses: {
      200: {
        description: useCase.rows ? `${useCase.summary}; \`format\` selects another form` : useCase.summary,
        content: contentOf(useCase),
      },
      304: { description: 'Nothing has changed since the answer whose ETag is in If-None-Match' },
      ...(inPath.has('id')
        ? { 308: { description: 'This is a former id of the report; Location is its present address' } }
        : {}),
      400: problemResponse('A parameter is wrong; `errors` names it'),
      404: problemResponse('A report or paragraph named in the request does not exist'),
      422: problemResponse('A report named in the request could not be read'),
      429: problemResponse(
        'More requests per minute than this server allows; Retry-After says how long to wait',
      ),
      503: problemResponse(
        'The answer takes more work than the limit allows (`too_much_work`; `detail` says how to narrow the question), or' +
          ' too many long answers are waiting (`busy`; Retry-After says how long to wait)',
      ),
    },
  };
}

/** JSON bodies by ETag. The tag covers collection, commit, program and URL, so the same tag means the same answer. */
export type KnownAnswers = LRUCache<string, Uint8Array<ArrayBuffer>>;

export interface Answering {
  collection: Collection;
  known: KnownAnswers;
  outbox: Outbox;
}

export function answer(
  app: OpenAPIHono,
  { collection, known, outbox }: Answering,
  path: string,
  useCase: UseCase,
): void {
  app.openAPIRegistry.registerPath(describe(path, useCase));
  const name = nameOfCase(useCase);
  const formats = z.object(formatShape(useCase));
  app.get(path, async (c) => {
    const { format, ...raw } = queryOf(c);
    const inPath: Record<string, string> = c.req.param();
    const double = Object.keys(inPath).find((name) => name in raw);
    if (double) throw invalid(double, 'is already in the path: leave it out of the query');
    const kind = checkParameters(formats, { format }).format;
    const params = checkParameters(useCase.params, { ...raw, ...inPath });
    const held = c.req.header('If-None-Match') ?? '';
    const tagAt = (commit: string) => tagOf(c, `${collection.id}-${commit}`);
    /** Answers that need no work: a redirect, nothing new, a cached answer. */
    const atOnce = (view: View): Response | null => {
      const { epoch, reader } = view;
      const moved = movedTo(view, inPath.id);
      if (moved !== null) return redirect(c, path, moved);
      const etag = tagAt(reader.commit);
      if (held.includes(etag)) return unchanged(c, etag, epoch);
      const ready = held === '*' ? undefined : known.get(etag);
      return ready ? json(tagged(c, etag, epoch), outbox, ready) : null;
    };
    const early = await collection.use(atOnce);
    if (early) return early;
    outbox.mustHaveRoom();
    const answered = await collection.answer({ name, params, form: kind }, c.req.raw);
    const etag = tagAt(answered.commit);
    if (held === '*') return unchanged(c, etag, answered.epoch);
    tagged(c, etag, answered.epoch);
    // Once the search server is back, the same state of the collection gives another answer.
    if (answered.degraded) {
      c.header('ETag', undefined);
      c.header('Cache-Control', 'no-store');
    }
    if (kind === 'json') {
      // An answer that says how long it took is not cached: that is different each time.
      if (!answered.timed) known.set(etag, answered.bytes);
      return json(c, outbox, answered.bytes);
    }
    if (!useCase.files?.[kind]) pagedRows(c, answered.rest);
    const type = useCase.files?.[kind]?.type ?? rowTypes[kind as keyof typeof rowTypes];
    return c.body(outbox.bodyOf(c, answered.bytes), 200, { 'Content-Type': type });
  });
}

/** Rows cannot say that there are more, so headers do: `X-Total-Count`, and RFC 8288 `Link` to the next page. */
function pagedRows(c: Context, rest: Rest | null): void {
  if (rest === null) return;
  c.header('X-Total-Count', String(rest.total));
  if (rest.next === null) return;
  const next = new URL(c.req.url);
  next.searchParams.set('offset', String(rest.next));
  c.header('Link', `<${next.pathname}${next.search}>; rel="next"`);
}

function tagged(c: Context, etag: string, epoch: number): Context {
  c.header('ETag', etag);
  c.header('Cache-Control', 'no-cache');
  c.header('Siyagha-Epoch', String(epoch));
  return c;
}

function unchanged(c: Context, etag: string, epoch: number): Response {
  return tagged(c, etag, epoch).body(null, 304, { Vary: 'Accept-Encoding' });
}

/** Redirects from a report's former id to its present one, with the same query. */
function redirect(c: Context, path: string, id: string): Response {
  const query = c.req.url.includes('?') ? c.req.url.slice(c.req.url.indexOf('?')) : '';
  c.header('Cache-Control', 'no-cache');
  return c.redirect(`${path.replace(':id', encodeURIComponent(id))}${query}`, 308);
}

/** Sets `Vary` as the compression middleware would, which then need not rebuild the response to add it. */
function json(c: Context, outbox: Outbox, bytes: Uint8Array<ArrayBuffer>): Response {
  c.header('Vary', 'Accept-Encoding', { append: true });
  return c.body(outbox.bodyOf(c, bytes), 200, { 'Content-Type': 'application/json' });
}

/** Only successful answers carry a tag and each URL has its own, so a client that sends the tag has that answer. */
function tagOf(c: Context, state: string): string {
  const address = c.req.url.slice(c.req.url.indexOf('/', c.req.url.indexOf('://') + 3));
  const digest = hash('sha256', `${version} ${address}`, 'base64url');
  return `"${state}-${digest.slice(0, 12)}"`;
}

/** Query parameters, each a string, or an array if it is repeated. */
function queryOf(c: Context): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}
