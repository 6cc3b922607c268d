/** Requests that no route can answer: malformed percent-encoding, unknown paths, and unsupported methods. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { problem } from './problem.ts';

/** Rejects URLs that are not UTF-8, which would otherwise be searched for as `%E0%A4`. */
export const wellFormed: MiddlewareHandler = async (c, next) => {
  if (c.req.url.includes('%')) {
    const at = c.req.url.indexOf('/', c.req.url.indexOf('://') + 3);
    try {
      decodeURIComponent(c.req.url.slice(at));
    } catch {
      return problem(c, 400, 'bad_request', 'the URL is not UTF-8 text in percent-encoding: encode it again');
    }
  }
  return next();
};

/** 404, or 405 with `Allow` if the path exists with other methods. */
export function nothingHere(app: OpenAPIHono): (c: Context) => Response {
  return (c) => {
    const { path } = c.req;
    const methods = app.routes
      .filter((route) => route.method !== 'ALL' && route.path !== '*' && shapeOf(route.path).test(path))
      .map((route) => route.method);
    const allowed = [
      ...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
    ];
    if (allowed.length === 0 || allowed.includes(c.req.method)) {
      return problem(c, 404, 'not_found', `there is nothing at ${path}: see /docs for all addresses`);
    }
    const takes = allowed.join(', ');
    const response = problem(c, 405, 'method_not_allowed', `${path} supports ${takes}, not ${c.req.method}`);
    response.headers.set('Allow', takes);
    return response;
  };
}

function shapeOf(route: string): RegExp {
  const parts = route
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')));
  return new RegExp(`^${parts.join('/')}$`);
}
