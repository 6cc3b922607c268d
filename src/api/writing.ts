/** Adding and removing reports over HTTP: only with the admin key, and off when none is configured. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { bodies, type Collection, invalid, uploadForm } from '../collection/index.ts';
import type { Settings } from '../settings/index.ts';
import { malformed, problem, problemSchema } from './problem.ts';

const security = [{ admin: [] }];
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
/** What can stand in the way of every change. */
const problems = {
  401: refused('The admin key is missing or wrong'),
  403: refused('Writing is off: this server has no admin key'),
  429: refused('More requests a minute than this server allows; Retry-After says how long to wait'),
};

export function writing(app: OpenAPIHono, collection: Collection, settings: Settings): void {
  const admin = onlyAdmin(settings.SIYAGHA_ADMIN_KEY);
  const megabytes = settings.SIYAGHA_MAX_UPLOAD_MB;
  const limit = bodyLimit({
    maxSize: megabytes * 1024 * 1024,
    onError: (c) =>
      problem(c, 413, 'too_large', `the upload is larger than ${megabytes} MB (SIYAGHA_MAX_UPLOAD_MB)`),
  });

  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/v1/reports',
    operationId: 'addReport',
    tags: ['reports'],
    summary: 'Ingest a report from an uploaded file',
    description: `At most ${megabytes} MB. What the form does not say is read from the file itself; the answer waits until searches find it.`,
    security,
    request: {
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: uploadForm.extend({ file: z.string().openapi({ format: 'binary' }) }),
          },
        },
      },
    },
    responses: {
      200: { description: 'What was done', content: { 'application/json': { schema: bodies.ingest } } },
      400: refused('A field of the form is missing or wrong; `errors` names it'),
      409: refused('Another report has the symbol, or the same file'),
      413: refused('The file is too large'),
      422: refused('The file cannot be read as a report'),
      ...problems,
    },
  });
  app.post('/v1/reports', admin, limit, async (c) => {
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, string | File>);
    const file = form.file;
    if (!(file instanceof File)) throw invalid('file', 'send the report as multipart/form-data field "file"');
    const metadata: Record<string, string> = {};
    for (const [name, value] of Object.entries(form)) {
      if (name === 'file') continue;
      if (typeof value !== 'string') throw invalid(name, 'must be text');
      metadata[name] = value;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const result = await collection.intake.upload(file.name, bytes, metadata);
    const failed = result.failed[0];
    if (failed) return problem(c, statusOf(failed.code), failed.code, `${failed.file}: ${failed.message}`);
    return c.json(result);
  });

  app.openAPIRegistry.registerPath({
    method: 'delete',
    path: '/v1/reports/{id}',
    operationId: 'removeReport',
    tags: ['reports'],
    summary: 'Take a report out',
    description: 'Its words are in no answer any more.',
    security,
    request: { params: z.object({ id: z.string().describe("A report's id, or its symbol") }) },
    responses: {
      200: {
        description: 'Removed',
        content: { 'application/json': { schema: z.object({ removed: z.string() }) } },
      },
      400: malformed,
      404: refused('There is no such report'),
      ...problems,
    },
  });
  app.delete('/v1/reports/:id', admin, async (c) => c.json(await collection.remove(c.req.param('id'))));
}

/** What stands in the way of a file: another report, or the file itself. */
const statusOf = (code: string): 409 | 422 =>
  ['id_taken', 'duplicate_file', 'duplicate_symbol'].includes(code) ? 409 : 422;

function onlyAdmin(key: string | undefined): MiddlewareHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return async (c, next) => {
    if (!key) {
      return problem(
        c,
        403,
        'writing_off',
        'writing is off: set SIYAGHA_ADMIN_KEY (16 characters or more) to allow it',
      );
    }
    const given = /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (!given || !timingSafeEqual(digest(given), digest(key))) {
      const response = problem(c, 401, 'unauthorized', 'send the admin key: Authorization: Bearer KEY');
      response.headers.set('WWW-Authenticate', 'Bearer');
      return response;
    }
    return next();
  };
}
