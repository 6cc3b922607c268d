/** Files that change only with the program: an ETag of their bytes, and 304 for clients that have them. */
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

export const validated: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status !== 200 || c.res.headers.has('ETag')) return;
  const bytes = new Uint8Array(await c.res.clone().arrayBuffer());
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  if (!(c.req.header('If-None-Match') ?? '').includes(etag)) return;
  const { headers } = c.res;
  for (const name of ['Content-Type', 'Content-Length', 'Content-Encoding']) headers.delete(name);
  c.res = new Response(null, { status: 304, headers });
};
