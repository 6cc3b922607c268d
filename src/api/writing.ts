/** Adding and removing reports over HTTP: only with the admin key, and off when none is configured. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from 'pino';
import { bodies, failureText, invalid, uploadForm } from '../collection/index.ts';
import type { AppOptions } from './app.ts';
import { readForm } from './form.ts';
import { malformed, problem, problemSchema } from './problem.ts';
import { about } from './request-id.ts';

const security = [{ admin: [] }];
const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});
/** Problems that any change can meet. */
const problems = {
  401: refused('The admin key is missing or wrong'),
  403: refused('Writing is disabled: this server has no admin key'),
  429: refused('More requests per minute than this server allows; Retry-After says how long to wait'),
  503: refused('The collection cannot be changed now'),
  507: refused('The disk is full; what was stored before is kept'),
};

export function writing(app: OpenAPIHono, { collection, settings, log }: AppOptions): void {
  const admin = onlyAdmin(settings.SIYAGHA_ADMIN_KEY, log);
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
    description: `At most ${megabytes} MB. Fields that you leave out are read from the file itself. By the time the answer comes, searches find the report.`,
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
      409: refused('Another report has this symbol or the same file'),
      413: refused('The file is too large'),
      422: refused('The file cannot be read as a report'),
      ...problems,
    },
  });
  app.post('/v1/reports', admin, limit, async (c) => {
    const { file, fields } = (await readForm(c)) ?? { file: null, fields: {} };
    if (!file) throw invalid('file', 'send the report as multipart/form-data field "file"');
    const result = await collection.intake.upload(file.name, file.bytes, fields);
    const { added, updated, unchanged, failed } = result;
    const codes = failed.map(({ code }) => code);
    log.info(
      { ...about(c), bytes: file.bytes.length, added, updated, unchanged, failed: codes },
      'report uploaded',
    );
    const [first] = failed;
    if (first) return problem(c, statusOf(first.code), first.code, failureText(first));
    return c.json(result);
  });

  app.openAPIRegistry.registerPath({
    method: 'delete',
    path: '/v1/reports/{id}',
    operationId: 'removeReport',
    tags: ['reports'],
    summary: 'Remove a report',
    description: 'From then on it appears in no answer.',
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
  app.delete('/v1/reports/:id', admin, async (c) => {
    const done = await collection.remove(c.req.param('id'));
    log.info({ ...about(c), ...done }, 'report removed');
    return c.json(done);
  });
}

/** The status for a file that was not stored: the server, a name, another report or the file itself is to blame. */
function statusOf(code: string): number {
  if (code === 'disk_full') return 507;
  if (['not_writable', 'not_a_folder', 'read_only', 'busy', 'corrupt', 'damaged', 'failed'].includes(code))
    return 503;
  if (code === 'symbol_unusable') return 400;
  return ['id_taken', 'duplicate_file', 'duplicate_symbol'].includes(code) ? 409 : 422;
}

function onlyAdmin(key: string | undefined, log: Logger): MiddlewareHandler {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return async (c, next) => {
    if (!key) {
      return problem(
        c,
        403,
        'writing_off',
        'writing is disabled: set SIYAGHA_ADMIN_KEY (16 characters or more) on the server to allow it',
      );
    }
    const given = /^Bearer (.+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    if (!given || !timingSafeEqual(digest(given), digest(key))) {
      log.warn(
        about(c),
        given
          ? 'a request with a wrong admin key was rejected'
          : 'a request without the admin key was rejected',
      );
      const response = problem(c, 401, 'unauthorized', 'send the admin key: Authorization: Bearer KEY');
      response.headers.set('WWW-Authenticate', 'Bearer');
      return response;
    }
    return next();
  };
}
