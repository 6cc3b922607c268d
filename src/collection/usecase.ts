/**
 * A use case: one question the program answers, with the parameters it takes and the body it gives. The API's
 * routes, the OpenAPI document and the command line are all made from these.
 */
import type { z } from '@hono/zod-openapi';
import type { View } from './view.ts';

export interface UseCase<P extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  summary: string;
  /** Exact meaning, as shown in the API's documentation. */
  description?: string;
  params: P;
  body: B;
  /** Field of the body whose rows CSV and JSON Lines give; absent where neither makes sense. */
  rows?: string;
  run(view: View, params: z.output<P>): z.output<B> | Promise<z.output<B>>;
}

export function defineUseCase<P extends z.ZodObject, B extends z.ZodType>(
  useCase: UseCase<P, B>,
): UseCase<P, B> {
  return useCase;
}
