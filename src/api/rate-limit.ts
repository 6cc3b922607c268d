/** Limits the requests of each client, counted in fixed windows of one minute. */
import type { MiddlewareHandler } from 'hono';
import { clientKey } from './client.ts';
import { problem } from './problem.ts';

export function rateLimit(perMinute: number, now: () => number = Date.now): MiddlewareHandler {
  let window = 0;
  const counts = new Map<string, number>();
  return async (c, next) => {
    const minute = Math.floor(now() / 60_000);
    if (minute !== window) {
      window = minute;
      counts.clear();
    }
    const client = clientKey(c.get('client') ?? 'unknown');
    const wait = Math.ceil(((minute + 1) * 60_000 - now()) / 1000);
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    c.header('RateLimit-Limit', String(perMinute));
    c.header('RateLimit-Remaining', String(Math.max(0, perMinute - count)));
    c.header('RateLimit-Reset', String(wait));
    if (count > perMinute) {
      const response = problem(
        c,
        429,
        'too_many_requests',
        `more than ${perMinute} requests a minute: wait ${wait} s`,
      );
      response.headers.set('Retry-After', String(wait));
      return response;
    }
    return next();
  };
}
