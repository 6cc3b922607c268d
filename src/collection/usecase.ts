/**
 * A use case: one question the program answers, with the parameters it takes and the body it gives. The API's
 * routes, the OpenAPI document and the command line are all made from these.
 */
import type { z } from '@hono/zod-openapi';
import type { AsRows } from './rows/index.ts';
import { translated } from './translate.ts';
import type { View } from './view.ts';

export interface UseCase<P extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType>
  extends AsRows<z.output<B>> {
  summary: string;
  /** Exact meaning, as shown in the API's documentation. */
  description?: string;
  params: P;
  body: B;
  /** Documents that the answer can also be had as, by the value of `format`. */
  files?: Readonly<Record<string, FileForm<P, B>>>;
  /**
   * May it take over 20 ms? By the parameters, and by what the index counts without a search. Then it is worked out
   * beside the thread that keeps the connections. Never where it is absent.
   * @throws CollectionError for parameters that cannot be answered at all
   */
  isHeavy?(view: View, params: z.output<P>): boolean;
  /** What asks for less, for whoever asked for more than an answer may take: "narrow it with …". */
  narrowing?: string;
  /** @throws CollectionError */
  run(view: View, params: z.output<P>): Promise<z.output<B>>;
}

export interface FileForm<P extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  /** Media type. */
  type: string;
  write(view: View, params: z.output<P>, body: z.output<B>): Promise<Uint8Array>;
}

/** What a use case is written as; `run` may be synchronous and throw the errors of the parts it uses. */
interface Definition<P extends z.ZodObject, B extends z.ZodType> extends Omit<UseCase<P, B>, 'run'> {
  run(view: View, params: z.output<P>): z.output<B> | Promise<z.output<B>>;
}

export function defineUseCase<P extends z.ZodObject, B extends z.ZodType>(
  written: Definition<P, B>,
): UseCase<P, B> {
  return {
    ...written,
    async run(view, params) {
      try {
        return await written.run(view, params);
      } catch (error) {
        throw translated(error);
      }
    },
  };
}
