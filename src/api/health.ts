/** `/healthz`: the process answers. `/readyz`: the collection can be read, and how far its indexes are. */
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Collection } from '../collection/index.ts';

const tags = ['operation'];
const count = z.number().int();
const state = z
  .object({
    ready: z.boolean(),
    epoch: count.openapi({
      description: 'The state of the collection that answers, counted up by every change',
    }),
    store_epoch: count.openapi({ description: 'The newest one, which the indexes may still be building' }),
    reports: count,
    paragraphs: count,
    words: count,
  })
  .openapi('State');

export function health(app: OpenAPIHono, collection: Collection): void {
  const json = (schema: z.ZodType) => ({ 'application/json': { schema } });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/healthz',
    operationId: 'healthz',
    tags,
    summary: 'The process answers',
    responses: { 200: { description: 'It does', content: json(z.object({ status: z.literal('ok') })) } },
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/readyz',
    operationId: 'readyz',
    tags,
    summary: 'The collection can be read, and how far its indexes are',
    responses: {
      200: { description: 'Ready', content: json(state) },
      503: { description: 'Not ready', content: json(state) },
    },
  });
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const now = await collection.state();
    return c.json(now, now.ready ? 200 : 503);
  });
}
