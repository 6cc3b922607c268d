/**
 * A use case: one question the program answers, with its parameters and its body. The API's routes, the OpenAPI
 * document and the command line are all made from these.
 */
import type { z } from '@hono/zod-openapi';
import type { EntryTexts } from './json.ts';
import type { AsRows } from './rows/index.ts';
import { translated } from './translate.ts';
import type { View } from './view.ts';

export interface UseCase<P extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType>
  extends AsRows<z.output<B>> {
  summary: string;
  /** The exact meaning, shown in the API's documentation. */
  description?: string;
  params: P;
  body: B;
  /** Documents that the answer is also available as, by the value of `format`. */
  files?: Readonly<Record<string, FileForm<P, B>>>;
  /** How entries of the body's lists are written as JSON, if they know it; otherwise by `JSON.stringify`. */
  texts?: EntryTexts;
  /**
   * Whether it may take over 20 ms, judged by the parameters and by what the index counts without a search. It is then
   * computed outside the main thread. If absent: never.
   * @throws CollectionError for parameters that cannot be answered at all
   */
  isHeavy?(view: View, params: z.output<P>): boolean;
  /** How to ask for less, completing a message: "narrow it with …". */
  narrowing?: string;
  /** @throws CollectionError */
  run(view: View, params: z.output<P>): Promise<z.output<B>>;
}

export interface FileForm<P extends z.ZodObject = z.ZodObject, B extends z.ZodType = z.ZodType> {
  /** Media type. */
  type: string;
  write(view: View, params: z.output<P>, body: z.output<B>): Promise<Uint8Array>;
}

/** A use case as written in `cases/`; `run` may be synchronous and may throw errors of the lower layers. */
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
