/** The client's types, each taken from the API's OpenAPI document: nothing is written twice. */
import type { components, operations } from './api.ts';
import type { table } from './operations.ts';

export type Schemas = components['schemas'];
export type OperationName = keyof typeof table & keyof operations;

type Given<N extends OperationName> = operations[N]['parameters'];
/**
 * The fields of one part of a request: none at all, or an object that may itself be omitted if all its fields are
 * optional.
 */
type Fields<V> = [NonNullable<V>] extends [never]
  ? unknown
  : undefined extends V
    ? Partial<NonNullable<V>>
    : V;
type Sent<N extends OperationName> = operations[N] extends { requestBody: { content: infer C } }
  ? C extends { 'application/json': infer B }
    ? B
    : C extends { 'multipart/form-data': infer F }
      ? Omit<F, 'file'> & { file: Blob }
      : unknown
  : unknown;
type All<N extends OperationName> = Fields<Given<N>['query']> & Fields<Given<N>['path']> & Sent<N>;

/** What an operation takes. Even without fields it is an object. */
export type Parameters<N extends OperationName> = {
  [K in keyof All<N> as K extends 'format' ? never : K]: All<N>[K];
};
/** With `format`, for the answer in another form. */
export type FormParameters<N extends OperationName> = { [K in keyof All<N>]: All<N>[K] };

/** What an operation returns, as JSON. */
export type Answer<N extends OperationName> = operations[N]['responses'] extends {
  200: { content: { 'application/json': infer B } };
}
  ? B
  : never;

export type PagedName = {
  [N in OperationName]: (typeof table)[N] extends { list: string } ? N : never;
}[OperationName];

/** One entry of an operation's list. */
export type Entry<N extends PagedName> = (typeof table)[N] extends { list: infer L extends string }
  ? Answer<N> extends { [K in L]: readonly (infer E)[] }
    ? E
    : never
  : never;

export interface AskOptions {
  signal?: AbortSignal;
}

/** Parameters may be omitted if none is required. */
type Ask<P, R> =
  Record<never, never> extends P
    ? (parameters?: P, options?: AskOptions) => Promise<R>
    : (parameters: P, options?: AskOptions) => Promise<R>;

type JsonName = { [N in OperationName]: Answer<N> extends never ? never : N }[OperationName];

/** A function for each operation, and three for answers other than a single JSON body. */
export type Client = { readonly [N in JsonName]: Ask<Parameters<N>, Answer<N>> } & {
  /** The answer in any of its forms (`format: 'csv'`, `'docx'` …) or as a file, as a response to read. */
  response<N extends OperationName>(
    name: N,
    parameters: FormParameters<N>,
    options?: AskOptions,
  ): Promise<Response>;
  /** Every entry of a list, requested page by page as it is read; `limit` is the page size (default 200). */
  each<N extends PagedName>(
    name: N,
    parameters: Parameters<N>,
    options?: AskOptions,
  ): AsyncGenerator<Entry<N>, void>;
  /** All entries of a list. */
  all<N extends PagedName>(name: N, parameters: Parameters<N>, options?: AskOptions): Promise<Entry<N>[]>;
};
