/** A GET route made from a use case: parameters checked, one snapshot, ETag, JSON, CSV or JSON Lines. */
import { type OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Collection, checkParameters, rowsOf, type UseCase } from '../collection/index.ts';
import { problemSchema } from './problem.ts';
import { rowsResponse } from './rows.ts';

/** What `format` may ask for: JSON, the list alone as CSV or JSON Lines where it has one, its documents. */
function formatShape({ rows, files = {} }: UseCase) {
  const formats = ['json', ...(rows ? ['csv', 'jsonl'] : []), ...Object.keys(files)];
  const format = z
    .enum(formats, `must be one of ${formats.join(', ')}`)
    .default('json')
    .describe(`One of ${formats.join(', ')}`);
  return { format };
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
  const ok = { 'application/json': { schema: useCase.body } };
  const lists = { 'text/csv': { schema: z.string() }, 'application/jsonl': { schema: z.string() } };
  const files = Object.values(useCase.files ?? {}).map(({ type }) => [
    type.split(';')[0]!,
    { schema: z.string().openapi({ format: 'binary' }) },
  ]);
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
        description: useCase.summary,
        content: { ...ok, ...(useCase.rows ? lists : {}), ...Object.fromEntries(files) },
      },
      304: { description: 'Nothing has changed since the answer with the ETag of If-None-Match' },
      400: problemResponse('A parameter is wrong; `errors` names it'),
      404: problemResponse('A report or paragraph that the request names is not there'),
      429: problemResponse(
        'More requests a minute than this server allows; Retry-After says how long to wait',
      ),
    },
  };
}

export function answer(app: OpenAPIHono, collection: Collection, path: string, useCase: UseCase): void {
  app.openAPIRegistry.registerPath(describe(path, useCase));
  app.get(path, async (c) => {
    const { format, ...raw } = queryOf(c);
    const kind = checkParameters(z.object(formatShape(useCase)), { format }).format;
    const params = checkParameters(useCase.params, { ...raw, ...c.req.param() });
    return collection.use(async (view) => {
      const etag = `"${collection.id}-${view.epoch}"`;
      c.header('ETag', etag);
      c.header('Cache-Control', 'no-cache');
      c.header('Siyagha-Epoch', String(view.epoch));
      const known = c.req.header('If-None-Match');
      if (known && (known === '*' || known.includes(etag))) return c.body(null, 304);
      const body = await useCase.run(view, params);
      const file = useCase.files?.[kind];
      if (file) {
        c.header('Content-Type', file.type);
        return c.body(Uint8Array.from(await file.write(view, params, body)));
      }
      if (kind === 'csv' || kind === 'jsonl') return rowsResponse(c, kind, rowsOf(body, useCase.rows) ?? []);
      return c.json(body as object);
    });
  });
}

/** Query parameters, each a string, or an array where it is repeated. */
function queryOf(c: Context): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
}
