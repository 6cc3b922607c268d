/** Files that change only with the program: an ETag of their bytes, and 304 for clients that have them. */
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Whether the client has the answer with this ETag. By RFC 9110, `*` matches any. */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch?.trim() === '*' || (ifNoneMatch ?? '').includes(etag);
}

export const validated: MiddlewareHandler = async (c, next) => {
  await next();
  // A file requested with HEAD comes without the bytes from which its tag is made.
  if (c.res.status !== 200 || c.res.body === null || c.res.headers.has('ETag')) return;
  const bytes = new Uint8Array(await c.res.clone().arrayBuffer());
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', etag);
  c.header('Vary', 'Accept-Encoding');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-cache');
  if (!isHeld(c.req.header('If-None-Match'), etag)) return;
  const { headers } = c.res;
  for (const name of ['Content-Type', 'Content-Length', 'Content-Encoding']) headers.delete(name);
  c.res = new Response(null, { status: 304, headers });
};
