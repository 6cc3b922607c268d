/** The dashboard's built files, from `dist/web`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { root } from '../settings/index.ts';
import { validated } from './validated.ts';

export function dashboard(app: OpenAPIHono, folder: string = join(root, 'dist', 'web')): void {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', (c) => c.redirect('/docs'));
    return;
  }
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.get('*', validated, serveStatic({ root: folder }));
}
