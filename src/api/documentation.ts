/** `/openapi.json` (OpenAPI 3.1) and `/docs`, which shows it with Swagger UI; all files come from this server. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { html } from 'hono/html';
import { version } from '../settings/index.ts';
import { completed } from './openapi/index.ts';
import { malformed } from './problem.ts';
import { validated } from './validated.ts';

const description = `How was this worded, in every report, over the years? Exact counts, timelines, recurring and new
wording, and comparison of series of Arabic reports. Lists take \`limit\` and \`offset\`; errors are RFC 9457 problem
details; answers to GET carry an ETag that changes when the collection does. If \`format\` also offers CSV or documents, JSON
is first; a client made by openapi-typescript selects JSON only with \`createClient<paths, \\\`\${string}/\${string}json\\\`>\`.`;

const assets: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const tags = [
  { name: 'series', description: 'Series of meetings, and which reports are missing' },
  {
    name: 'reports',
    description: 'Reports: what they say, share with others, say for the first time, and no longer say',
  },
  { name: 'paragraphs', description: 'Single paragraphs and similar ones' },
  { name: 'references', description: 'Who cited what, when' },
  { name: 'search', description: 'Ranked search' },
  { name: 'phrases', description: 'Exact counts of a phrase, with its context' },
  { name: 'threads', description: 'The statements that contain a phrase, over the years' },
  { name: 'trends', description: 'Phrases over the years' },
  { name: 'compare', description: 'Two reports side by side' },
  { name: 'wording', description: 'One wording over the years' },
  { name: 'collate', description: 'Several reports side by side' },
  { name: 'similar', description: 'Precedents of a pasted text' },
  { name: 'operation', description: 'Health and metrics, for those who run the server' },
];

/** Swagger UI's files: in its package, or in the built program's folder. */
function swaggerFolder(): string {
  if (import.meta.url.endsWith('.ts'))
    return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  return fileURLToPath(new URL('./swagger-ui', import.meta.url));
}

export function documentation(app: OpenAPIHono): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'admin', { type: 'http', scheme: 'bearer' });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/metrics',
    operationId: 'metrics',
    tags: ['operation'],
    summary: 'Prometheus metrics: requests by route and status, the size of the collection, the process',
    description: 'For a Prometheus server to scrape. Use a proxy to keep it from the public.',
    responses: {
      200: { description: 'Text exposition format', content: { 'text/plain': { schema: z.string() } } },
      400: malformed,
    },
  });
  for (const path of ['/openapi.json', '/docs', '/docs/*']) app.use(path, validated);
  const document = () =>
    completed(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'siyagha',
          version,
          description,
          contact: { name: 'The maintainers of siyagha' },
          license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT.html' },
        },
        servers: [{ url: '/', description: 'This server' }],
        tags,
      }),
    );
  let made: ReturnType<typeof document> | undefined;
  app.get('/openapi.json', (c) => {
    made ??= document();
    return c.json(made);
  });
  const folder = swaggerFolder();
  app.get('/docs/:file', async (c, next) => {
    const type = assets[c.req.param('file')];
    if (!type) {
      if (c.req.param('file') === 'start.js') {
        return c.body(`SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true });`, 200, {
          'Content-Type': 'text/javascript; charset=utf-8',
        });
      }
      return next();
    }
    return c.body(await readFile(join(folder, c.req.param('file'))), 200, { 'Content-Type': type });
  });
  app.get('/docs', (c) =>
    c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <title>siyagha API</title>
            <link rel="stylesheet" href="/docs/swagger-ui.css" />
          </head>
          <body>
            <div id="ui"></div>
            <script src="/docs/swagger-ui-bundle.js"></script>
            <script src="/docs/start.js"></script>
          </body>
        </html>`,
    ),
  );
}
