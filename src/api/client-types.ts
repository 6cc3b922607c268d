/** The API's type for Hono's client, derived from the route table. */
import type { z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { BlankEnv } from 'hono/types';
import type { cases, UseCase } from '../collection/index.ts';
import type { Routes } from './routes.ts';

type InPath<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | InPath<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

type Endpoint<Path extends string, U> =
  U extends UseCase<infer P, infer B>
    ? {
        input: { query: Omit<z.input<P>, InPath<Path>> } & ([InPath<Path>] extends [never]
          ? unknown
          : { param: Record<InPath<Path>, string> });
        output: z.output<B>;
        outputFormat: 'json';
        status: 200;
      }
    : never;

export type ApiSchema = { [Path in keyof Routes & string]: { $get: Endpoint<Path, Routes[Path]> } };

type SimilarText = typeof cases.similarText;

/** `POST /v1/similar`, the only question that is not a GET. */
type Posted = {
  '/v1/similar': {
    $post: {
      input: { json: z.input<SimilarText['params']> };
      output: z.output<SimilarText['body']>;
      outputFormat: 'json';
      status: 200;
    };
  };
};

export type Api = Hono<BlankEnv, ApiSchema & Posted, '/'>;
