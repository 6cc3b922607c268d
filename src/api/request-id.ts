/** Gives every request an id, from a proxy or a new one; it is in the answer's `X-Request-Id` and in the log. */
import { randomUUID } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

const header = 'X-Request-Id';

export const requestId: MiddlewareHandler = async (c, next) => {
  const given = c.req.header(header) ?? '';
  const id = /^[\w.-]{1,64}$/.test(given) ? given : randomUUID();
  c.set('requestId', id);
  c.header(header, id);
  await next();
};

/** What the log says about a request. The query may be private and is left out. */
export function about(c: Context): { request: string; client: string; method: string; path: string } {
  return {
    request: c.get('requestId') ?? '',
    client: c.get('client') ?? '',
    method: c.req.method,
    path: c.req.path.slice(0, 200),
  };
}
