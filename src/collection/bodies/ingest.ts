/** What an ingest did. */
import { z } from '@hono/zod-openapi';

export const failure = z.object({ file: z.string(), code: z.string(), message: z.string() });

export const ingest = z
  .object({
    added: z.array(z.string()),
    updated: z.array(z.string()),
    unchanged: z.array(z.string()),
    failed: z.array(failure),
    took_ms: z.number().int(),
  })
  .openapi('IngestResult');
