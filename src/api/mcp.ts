/** `/mcp`: the Model Context Protocol over HTTP, with the limits of the API. It only reads, so it needs no key. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppOptions } from './app.ts';

export function mcp(app: OpenAPIHono, { collection, settings, log }: AppOptions): void {
  app.on(['POST', 'GET', 'DELETE'], '/mcp', async (c) => {
    // Loaded with the first message, because few servers get one and its libraries are large.
    const { answerHttp, refusal } = await import('../mcp/index.ts');
    const { origin } = new URL(c.req.url);
    // Pages from other origins may ask only if their origin is listed.
    const asking = c.req.header('Origin');
    const own = [origin, settings.SIYAGHA_PUBLIC_URL];
    const isAllowed = (one: string | undefined) => one === asking || one === '*';
    if (asking !== undefined && ![...own, ...settings.SIYAGHA_CORS_ORIGINS].some(isAllowed))
      return refusal(
        403,
        -32600,
        'pages from other origins may not use this server: add the origin to SIYAGHA_CORS_ORIGINS',
      );
    return answerHttp(c.req.raw, { collection, log, base: settings.SIYAGHA_PUBLIC_URL ?? origin });
  });
}
