/** The headers of answers, defined once and referenced by every response that has them. */
import { type Document, operationsOf, type PlacedOperation } from './document.ts';

const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
});
const whole = (description: string, example: number) => ({
  description,
  schema: { type: 'integer', minimum: 0 },
  example,
});

export const headers = {
  ETag: text(
    'Identifies this answer in this state of the collection; send it back as If-None-Match',
    '"Vh0aQmXw-12-Yk3v9sQp0aLx"',
  ),
  'Siyagha-Epoch': whole('The state of the collection that answered; every change adds one', 12),
  'Cache-Control': text('A cached answer must be revalidated with its ETag', 'no-cache'),
  Vary: text('The answer may be compressed', 'Accept-Encoding'),
  'RateLimit-Limit': whole(
    'Requests allowed per minute for one client; only if SIYAGHA_RATE_LIMIT is set',
    600,
  ),
  'RateLimit-Remaining': whole('Requests left in this minute; only if SIYAGHA_RATE_LIMIT is set', 599),
  'Retry-After': whole('Seconds to wait', 23),
  Location: text('The present address', '/v1/reports/SRO-C.7-2016-9'),
  'X-Total-Count': whole('Number of entries in the whole list; only for CSV and JSON Lines', 143),
  Link: text(
    'The next page of the list, if there is one; only for CSV and JSON Lines',
    '</v1/reports?format=csv&offset=20>; rel="next"',
  ),
  'WWW-Authenticate': text('How to send the admin key', 'Bearer'),
};

type Name = keyof typeof headers;

const limits: Name[] = ['RateLimit-Limit', 'RateLimit-Remaining'];
const kept: Name[] = ['ETag', 'Cache-Control'];

const pages: Name[] = ['X-Total-Count', 'Link'];

/** A list that is also available as rows. */
const isPaged = ({ parameters = [], responses }: PlacedOperation['operation']): boolean =>
  responses['200']?.content?.['text/csv'] !== undefined && parameters.some(({ name }) => name === 'offset');

/** The headers of a response with this status. */
function namesFor({ path, method, operation }: PlacedOperation, status: string): Name[] {
  if (!path.startsWith('/v1/')) return [];
  const asked = method === 'get';
  // A file does not change with the collection.
  const content = operation.responses['200']?.content;
  const isFile = content !== undefined && !('application/json' in content);
  const state: Name[] = isFile ? kept : [...kept, 'Siyagha-Epoch'];
  switch (status) {
    case '200':
      if (!asked) return limits;
      if (isFile) return [...state, ...limits];
      return [...state, 'Vary', ...(isPaged(operation) ? pages : []), ...limits];
    case '304':
      return [...state, ...limits];
    case '308':
      return ['Location', ...limits];
    case '401':
      return ['WWW-Authenticate', ...limits];
    case '429':
      return ['Retry-After', ...limits];
    case '503':
      return asked && !isFile ? ['Retry-After', ...limits] : limits;
    default:
      return limits;
  }
}

export function addHeaders(document: Document): void {
  document.components.headers = headers;
  for (const placed of operationsOf(document)) {
    for (const [status, response] of Object.entries(placed.operation.responses)) {
      const names = namesFor(placed, status);
      if (names.length === 0) continue;
      const refs = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
      response.headers = { ...Object.fromEntries(refs), ...response.headers };
    }
  }
}
