/** Errors as RFC 9457 problem details (`application/problem+json`). */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Busy, CollectionError, type FieldError } from '../collection/index.ts';

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem', {
    description: 'RFC 9457 problem details; `errors` names each wrong parameter or field',
    example: {
      type: 'urn:siyagha:problem:invalid_parameters',
      title: 'Bad request',
      status: 400,
      detail: 'min_words must be at least 1',
      errors: [{ path: 'min_words', message: 'must be at least 1' }],
    },
  });

/** Every URL is checked for this before routing. */
export const malformed = {
  description: 'The URL is not percent-encoded UTF-8',
  content: { 'application/problem+json': { schema: problemSchema } },
};

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported format',
  422: 'Cannot be ingested',
  429: 'Too many requests',
  431: 'Request header fields too large',
  500: 'Internal error',
  503: 'Unavailable',
  507: 'Insufficient storage',
};

export const problemType = 'application/problem+json; charset=utf-8';

export function problemBody(
  status: number,
  code: string,
  detail: string,
  errors: readonly FieldError[] = [],
): z.output<typeof problemSchema> {
  return {
    type: `urn:siyagha:problem:${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail: short(detail, 2000),
    ...(errors.length > 0 ? { errors: errors.slice(0, 50).map(shortError) } : {}),
  };
}

/** Limits how much of the input an error repeats. */
const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most)}…`;
const shortError = ({ path, message }: FieldError): FieldError => ({
  path: short(path, 200),
  message: short(message, 1000),
});

export function problem(
  c: Context,
  status: number,
  code: string,
  detail: string,
  errors: readonly FieldError[] = [],
): Response {
  const body = JSON.stringify(problemBody(status, code, detail, errors));
  return c.body(body, status as ContentfulStatusCode, {
    'Content-Type': problemType,
    'Cache-Control': 'no-store',
  });
}

/** Any thrown error as a problem; an unexpected one is logged by the caller and reveals nothing to the client. */
export function problemOf(c: Context, error: unknown): Response {
  if (error instanceof Busy) c.header('Retry-After', String(error.retryAfter));
  if (error instanceof CollectionError)
    return problem(c, error.status, error.code, error.withoutPath, error.errors);
  if (error instanceof HTTPException) {
    const code = (titles[error.status] ?? 'error').toLowerCase().replaceAll(' ', '_');
    return problem(c, error.status, code, error.message || (titles[error.status] ?? 'Error'));
  }
  return problem(
    c,
    500,
    'internal_error',
    'the server failed to answer this request; its log has the details',
  );
}
