/** The HTTP API: middleware, the routes of the table, writing, health, documentation and the dashboard's files. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { type Collection, CollectionError, type UseCase } from '../collection/index.ts';
import type { Settings } from '../settings/index.ts';
import { nothingHere, wellFormed } from './address.ts';
import { answer, type KnownAnswers } from './answer.ts';
import { client } from './client.ts';
import { dashboard } from './dashboard.ts';
import { documentation } from './documentation.ts';
import { health } from './health.ts';
import { mcp } from './mcp.ts';
import { metrics } from './metrics.ts';
import { original } from './original.ts';
import { problem, problemOf } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import { about, requestId } from './request-id.ts';
import { routes } from './routes.ts';
import { Outbox, type SendingLimits } from './sending.ts';
import { similar } from './similar.ts';
import { writing } from './writing.ts';

export interface AppOptions {
  collection: Collection;
  settings: Settings;
  log: Logger;
  /** Folder of the dashboard's files; by default those built with the program. */
  dashboard?: string;
  /** Overrides the limits for answers that wait to be read. */
  sending?: Partial<SendingLimits>;
}

/** Headers that a page from another origin may read. */
const exposed = [
  'ETag',
  'Siyagha-Epoch',
  'X-Request-Id',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Content-Disposition',
  'Link',
  'X-Total-Count',
];

/** Answers a browser's preflight request for a page from another origin. */
const preflightOff: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'OPTIONS' || !c.req.header('Access-Control-Request-Method')) return next();
  const what =
    'pages from other origins may not use this API: add the origin to SIYAGHA_CORS_ORIGINS on the server';
  return problem(c, 403, 'cors_off', what);
};

/** Codes that only mean the server is busy; they are logged as information. */
const expected = new Set(['too_much_work', 'busy', 'stopped']);

/** Memory limit of the answer cache, in bytes; the least recently used goes first. */
const answerBytes = 8 * 1024 * 1024;

export function createApp({
  collection,
  settings,
  log,
  sending,
  dashboard: folder,
}: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, c) => {
    const response = problemOf(c, error);
    if (error instanceof CollectionError && expected.has(error.code))
      log.info({ code: error.code, ...about(c) }, 'request not answered');
    else if (response.status >= 500) log.error({ err: error, ...about(c) }, 'request failed');
    return response;
  });
  app.notFound(nothingHere(app));
  const outbox = new Outbox(sending);
  const measured = metrics(collection, outbox);
  app.use(requestId);
  app.use(client(settings.SIYAGHA_TRUSTED_PROXIES));
  app.use(measured.middleware);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
      },
      crossOriginResourcePolicy: 'cross-origin',
      // Only the proxy in front knows whether there is TLS, so that promise is up to the proxy.
      strictTransportSecurity: false,
    }),
  );
  app.use(compress());
  app.use(wellFormed);
  const limited = settings.SIYAGHA_RATE_LIMIT > 0 ? [rateLimit(settings.SIYAGHA_RATE_LIMIT)] : [];
  const origins = settings.SIYAGHA_CORS_ORIGINS;
  const crossing = origins.length > 0 ? cors({ origin: origins, exposeHeaders: exposed }) : preflightOff;
  for (const path of ['/v1/*', '/mcp']) app.use(path, crossing, ...limited);
  const known: KnownAnswers = new LRUCache({
    maxSize: answerBytes,
    maxEntrySize: answerBytes / 4,
    sizeCalculation: (body) => body.length,
  });
  for (const [path, useCase] of Object.entries(routes)) {
    answer(app, { collection, known, outbox }, path, useCase as unknown as UseCase);
  }
  original(app, collection);
  similar(app, collection, outbox);
  writing(app, { collection, settings, log });
  mcp(app, { collection, settings, log });
  health(app, collection);
  app.get('/metrics', measured.handler);
  documentation(app);
  dashboard(app, folder);
  return app;
}
