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
  '. csv and jsonl give flat rows, one for each change, span, version or occurrence, with its text and printed number (a line of a plain list is its whole item);' +
  ' in csv, text that a spreadsheet would run as a formula has an apostrophe before it. Of a list they give the page that' +
  ' limit and offset ask for, as JSON does: the header X-Total-Count says how many entries there are, and Link (rel="next")' +
  ' leads to the next page';

/** What `format` may ask for: JSON, the list alone as CSV or JSON Lines where it has one, its documents. */
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

/** The media type of each form, JSON first: some generated clients know only the first. */
function mediaTypes({ rows, files = {} }: UseCase): Record<string, string> {
  return {
    json: 'application/json',
    ...(rows ? { csv: 'text/csv', jsonl: 'application/jsonl' } : {}),
    ...Object.fromEntries(Object.entries(files).map(([name, { type }]) => [name, type.split(';')[0]!])),
  };
}

/** What a successful answer is, in each of its forms. */
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

/** `/v1/reports/:id/recurring` → `reportRecurring`: what generated clients call the function. */
function operationId(path: string): string {
  const words = path
    .replace('/v1/', '')
    .replaceAll(/s\/:\w+/g, '')
    .split('/');
  return words.map((word, i) => (i === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
}

/** The route as OpenAPI tells it. `:name` parts of the path are path parameters, the rest are query parameters. */
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
        description: useCase.rows ? `${useCase.summary}; \`format\` asks for another form` : useCase.summary,
        content: contentOf(useCase),
      },
      304: { description: 'Nothing has changed since the answer with the ETag of If-None-Match' },
      ...(inPath.has('id')
        ? { 308: { description: 'The report had this id before; Location is its present address' } }
        : {}),
      400: problemResponse('A parameter is wrong; `errors` names it'),
      404: problemResponse('A report or paragraph named in the request does not exist'),
      422: problemResponse('A report named in the request could not be read'),
      429: problemResponse(
        'More requests a minute than this server allows; Retry-After says how long to wait',
      ),
      503: problemResponse(
        'The answer takes more work than the limit allows (`too_much_work`; `detail` says how to narrow the question), or' +
          ' too many long answers are waiting (`busy`; Retry-After says how long to wait)',
      ),
    },
  };
}

/** JSON bodies by ETag, which says collection, commit, program and address: the same tag is the same answer. */
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
    if (double) throw invalid(double, 'stands in the path and is no parameter beside it');
    const kind = checkParameters(formats, { format }).format;
    const params = checkParameters(useCase.params, { ...raw, ...inPath });
    const held = c.req.header('If-None-Match') ?? '';
    const tagAt = (commit: string) => tagOf(c, `${collection.id}-${commit}`);
    /** What needs no work: another address, nothing new, an answer that is kept. */
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
    const answered = await collection.answer({ name, params, form: kind }, c.req.raw.signal);
    const etag = tagAt(answered.commit);
    if (held === '*') return unchanged(c, etag, answered.epoch);
    tagged(c, etag, answered.epoch);
    // Not the answer that the same state of the collection gives once the search server is back.
    if (answered.degraded) {
      c.header('ETag', undefined);
      c.header('Cache-Control', 'no-store');
    }
    if (kind === 'json') {
      // An answer that says how long it took says so of this time only.
      if (!answered.timed) known.set(etag, answered.bytes);
      return json(c, outbox, answered.bytes);
    }
    if (!useCase.files?.[kind]) pagedRows(c, answered.rest);
    const type = useCase.files?.[kind]?.type ?? rowTypes[kind as keyof typeof rowTypes];
    return c.body(outbox.bodyOf(c, answered.bytes), 200, { 'Content-Type': type });
  });
}

/** Rows cannot say that there are more of them: `X-Total-Count`, and RFC 8288 `Link` to the next page. */
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

/** The address with the present id, for one under an id that a report had before; the question stays. */
function redirect(c: Context, path: string, id: string): Response {
  const query = c.req.url.includes('?') ? c.req.url.slice(c.req.url.indexOf('?')) : '';
  c.header('Cache-Control', 'no-cache');
  return c.redirect(`${path.replace(':id', encodeURIComponent(id))}${query}`, 308);
}

/** `Vary` as the compression behind it sets it: set here, it need not take the answer apart to add it. */
function json(c: Context, outbox: Outbox, bytes: Uint8Array<ArrayBuffer>): Response {
  c.header('Vary', 'Accept-Encoding', { append: true });
  return c.body(outbox.bodyOf(c, bytes), 200, { 'Content-Type': 'application/json' });
}

/** Only successful answers carry one and each address has its own, so that whoever sends it has that answer. */
function tagOf(c: Context, state: string): string {
  const address = c.req.url.slice(c.req.url.indexOf('/', c.req.url.indexOf('://') + 3));
  const digest = hash('sha256', `${version} ${address}`, 'base64url');
  return `"${state}-${digest.slice(0, 12)}"`;
}

/** Query parameters, each a string, or an array where it is repeated. */
function queryOf(c: Context): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}
