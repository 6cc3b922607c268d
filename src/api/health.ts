/** `/healthz`: the process is alive. `/readyz`: the collection can be read, and how up to date its indexes are. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Collection } from '../collection/index.ts';
import { malformed } from './problem.ts';

const tags = ['operation'];
const count = z.number().int();
const state = z
  .object({
    ready: z.boolean(),
    epoch: count.openapi({
      description: 'The state of the collection that answers; every change adds one',
    }),
    store_epoch: count.openapi({
      description: 'The newest state, for which the indexes may still be being built',
    }),
    reports: count,
    paragraphs: count,
    words: count,
    engine: z
      .object({
        name: z.enum(['embedded', 'meilisearch', 'opensearch']),
        ok: z.boolean().openapi({ description: 'Whether it answers; searches also work without it' }),
        epoch: count.nullable().openapi({
          description: 'The state of the collection up to which it is indexed; null if unknown',
        }),
        message: z.string().optional().openapi({ description: 'What is wrong with it and what to do' }),
      })
      .openapi({ description: 'The search engine; the server is ready without it, but ranking is simpler' }),
  })
  .openapi('State');

export function health(app: OpenAPIHono, collection: Collection): void {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/healthz',
    operationId: 'healthz',
    tags,
    summary: 'The process is alive',
    description: 'For a supervisor that restarts a hanging process. Says nothing about the collection.',
    responses: {
      200: { description: 'It is alive', content: json(z.object({ status: z.literal('ok') })) },
      400: malformed,
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/readyz',
    operationId: 'readyz',
    tags,
    summary: 'Whether the collection can be read, and how up to date its indexes are',
    description:
      'For a load balancer. Answers reflect the state `epoch`; the newest stored state is `store_epoch`.',
    responses: {
      200: { description: 'Ready', content: json(state) },
      400: malformed,
      503: { description: 'Not ready', content: json(state) },
    },
  });
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const now = await collection.state();
    return c.json(now, now.ready ? 200 : 503);
  });
}
