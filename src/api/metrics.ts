/** Prometheus metrics: the process, requests by route and status, and the size of the collection. */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Collection } from '../collection/index.ts';
import type { Outbox } from './sending.ts';

export function metrics(collection: Collection, outbox: Outbox) {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: 'siyagha_http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [register],
  });
  const sizes = new Gauge({
    name: 'siyagha_collection',
    help: 'Reports, paragraphs, words and epoch of the snapshot that answers use',
    labelNames: ['what'],
    registers: [register],
  });
  const engineUp = new Gauge({
    name: 'siyagha_search_engine_up',
    help: '1 if the search engine ranks, 0 if it is down or not up to date and the embedded one ranks instead',
    labelNames: ['engine'],
    registers: [register],
  });
  const engineEpoch = new Gauge({
    name: 'siyagha_search_engine_epoch',
    help: 'Epoch of the collection up to which the search engine is indexed',
    labelNames: ['engine'],
    registers: [register],
  });
  const threads = new Gauge({
    name: 'siyagha_answer_threads',
    help: 'Threads for long answers: all, busy ones, and questions waiting for one',
    labelNames: ['what'],
    registers: [register],
  });
  const heavy = new Gauge({
    name: 'siyagha_heavy_answers',
    help:
      'Long answers since the start: answered, shared (with another client that asked the same), ' +
      'too_much (stopped by the budget), stopped (the client left), refused (the queue was full), died (with their thread)',
    labelNames: ['outcome'],
    registers: [register],
  });
  const unsent = new Gauge({
    name: 'siyagha_unsent_bytes',
    help: 'Bytes of large answers that clients have not read yet',
    registers: [register],
  });
  const middleware: MiddlewareHandler = async (c, next) => {
    const stop = duration.startTimer({ method: c.req.method });
    await next();
    stop({ route: routeOf(c), status: c.res.status });
  };
  const handler = async (c: Context) => {
    const state = await collection.state();
    for (const what of ['reports', 'paragraphs', 'words', 'epoch'] as const) sizes.set({ what }, state[what]);
    const { name: engine, ok, epoch } = state.engine;
    engineUp.set({ engine }, ok ? 1 : 0);
    if (epoch !== null) engineEpoch.set({ engine }, epoch);
    unsent.set(outbox.waiting);
    if (collection.pool) {
      const { threads: all, busy, waiting, ...done } = collection.pool;
      for (const [what, value] of Object.entries({ all, busy, waiting })) threads.set({ what }, value);
      for (const [outcome, value] of Object.entries(done)) heavy.set({ outcome }, value);
    }
    return c.body(await register.metrics(), 200, { 'Content-Type': register.contentType });
  };
  return { middleware, handler };
}

/** The route as in the table, never the URL; neither middleware nor the dashboard's catch-all counts. */
function routeOf(c: Context): string {
  const routes = matchedRoutes(c).filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'));
  return routes[0]?.path ?? 'other';
}
