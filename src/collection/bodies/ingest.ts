/** What an ingest did. */
import { z } from '@hono/zod-openapi';

export const failure = z.object({ file: z.string(), code: z.string(), message: z.string() });

export const ingest = z
  .object({
    added: z.array(z.string()),
    updated: z.array(z.string()),
    unchanged: z.array(z.string()),
    renamed: z.array(z.object({ from: z.string(), to: z.string() })),
    failed: z.array(failure),
    warnings: z.array(z.object({ report: z.string(), code: z.string(), message: z.string() })),
    took_ms: z.number().int(),
  })
  .openapi('IngestResult');
