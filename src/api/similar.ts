/** `POST /v1/similar`: the precedents of a pasted text that is too long or too private for a URL. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { type Collection, cases, checkParameters, invalid } from '../collection/index.ts';
import { problem, problemSchema } from './problem.ts';
import type { Outbox } from './sending.ts';

const maxBytes = 2 * 1024 * 1024;

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

export function similar(app: OpenAPIHono, collection: Collection, outbox: Outbox): void {
  const useCase = cases.similarText;
  app.openAPIRegistry.registerPath({
    method: 'post',
    path: '/v1/similar',
    operationId: 'similarText',
    tags: ['similar'],
    summary: useCase.summary,
    ...(useCase.description ? { description: useCase.description } : {}),
    request: { body: { required: true, content: { 'application/json': { schema: useCase.params } } } },
    responses: {
      200: { description: useCase.summary, content: { 'application/json': { schema: useCase.body } } },
      400: refused('The body is not a JSON object, or a field of it is wrong; `errors` names it'),
      404: refused('A report named in the request does not exist'),
      413: refused('The body is larger than 2 MB'),
      429: refused('More requests per minute than this server allows; Retry-After says how long to wait'),
      503: refused('The answer takes more work than the limit allows, or too many long answers are waiting'),
    },
  });
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: (c) => problem(c, 413, 'too_large', 'the text is larger than 2 MB: paste a passage'),
  });
  app.post('/v1/similar', limit, async (c) => {
    const given: unknown = await c.req.json().catch(() => null);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      throw invalid('body', 'must be a JSON object such as {"text": "…"}');
    }
    const params = checkParameters(useCase.params, given as Record<string, unknown>);
    outbox.mustHaveRoom();
    const question = { name: 'similarText', params, form: 'json' } as const;
    const { bytes } = await collection.answer(question, c.req.raw);
    return c.body(outbox.bodyOf(c, bytes), 200, { 'Content-Type': 'application/json' });
  });
}
