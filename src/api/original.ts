/** `/v1/reports/{id}/original`: the file that a report was read from. PDFs open in the browser, the rest are downloads. */
import { Readable } from 'node:stream';
import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Collection, originalTypes } from '../collection/index.ts';
import { problemSchema } from './problem.ts';
import { isHeld } from './validated.ts';

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const file = { schema: z.string().openapi({ format: 'binary' }) };

export function original(app: OpenAPIHono, collection: Collection): void {
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: '/v1/reports/{id}/original',
    operationId: 'reportOriginal',
    tags: ['reports'],
    summary: 'The file that the report was read from',
    description:
      'Unchanged. Not available for files ingested with `--no-originals`. A PDF opens in the browser, so `#page=` can lead to a page.',
    request: { params: z.object({ id: z.string().describe("A report's id, or its symbol") }) },
    responses: {
      200: {
        description: 'The file, byte for byte, under its own name; a download unless it is a PDF',
        // Bytes first: generated clients that use only the first type then read the file as it is.
        content: Object.fromEntries(
          ['application/octet-stream', ...originalTypes].map((type) => [type, file]),
        ),
      },
      304: { description: 'Nothing has changed since the answer whose ETag is in If-None-Match' },
      404: refused('There is no such report, or its file is not kept'),
      429: refused('More requests per minute than this server allows'),
      503: refused('The kept file is damaged'),
    },
  });
  app.get('/v1/reports/:id/original', async (c) => {
    const file = await collection.original(c.req.param('id'));
    const etag = `"${file.sha256.slice(0, 32)}"`;
    const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
    if (isHeld(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
    const sent = {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': String(file.size),
      'Content-Disposition': disposition(
        file.name,
        file.type === 'application/pdf' ? 'inline' : 'attachment',
      ),
    };
    if (c.req.method === 'HEAD') return c.body(null, 200, sent);
    return c.body(Readable.toWeb(file.open()) as ReadableStream, 200, sent);
  });
}

/** RFC 6266: the name in ASCII for old clients, and in full in UTF-8. */
function disposition(name: string, how: 'inline' | 'attachment'): string {
  const ascii = name.replaceAll(/[^A-Za-z0-9._ -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
