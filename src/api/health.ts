/** `/healthz`: the process answers. `/readyz`: the collection can be read, and how far its indexes are. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Collection } from '../collection/index.ts';

export function health(app: OpenAPIHono, collection: Collection): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const state = await collection.state();
    return c.json(state, state.ready ? 200 : 503);
  });
}
