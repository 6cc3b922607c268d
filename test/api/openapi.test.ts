/** The OpenAPI document as its readers need it: no linter warning, every field described, true examples. */
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operationsOf, type Parameter, type Schema } from '../../src/api/openapi/document.ts';
import { describeFields } from '../../src/api/openapi/fields.ts';
import { meanings } from '../../src/api/openapi/meanings.ts';
import { type AskedApp, query, sampleApp } from './sample-app.ts';
import { type OpenApiDocument, type Operation, responseValidator } from './strict-schema.ts';

let app: AskedApp;
let document: OpenApiDocument;
beforeAll(async () => {
  app = await sampleApp({ SIYAGHA_RATE_LIMIT: '100000' });
  document = (await (await app.get('/openapi.json')).json()) as OpenApiDocument;
});
afterAll(() => app?.close());

const operations = () => operationsOf(document as unknown as Parameters<typeof operationsOf>[0]);

it('passes the recommended rules of Redocly without a warning', async () => {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(
    problems.map(
      ({ ruleId, message, location }) => `${ruleId}: ${message} at ${location.map((at) => at.pointer)}`,
    ),
  ).toEqual([]);
});

it('says where it is served, that reading is public and that writing needs the key', () => {
  const { servers, tags } = document as unknown as { servers: object[]; tags: { name: string }[] };
  expect(servers).toEqual([{ url: '/', description: expect.any(String) }]);
  const known = new Set(tags.map(({ name }) => name));
  for (const { path, method, operation } of operations()) {
    const writes = ['post /v1/reports', 'delete /v1/reports/{id}'].includes(`${method} ${path}`);
    expect(operation.security, `${method} ${path}`).toEqual(writes ? [{ admin: [] }] : []);
    const { tags: own, description } = operation as unknown as { tags: string[]; description?: string };
    for (const tag of own) expect(known, `${method} ${path}`).toContain(tag);
    expect(description, `${method} ${path}`).toBeTruthy();
  }
});

/** Every object with properties, with the path to it. */
function* fields(value: unknown, way = ''): Iterable<[string, Schema]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'example') continue;
    if (name === 'properties' && !way.endsWith('/properties')) {
      for (const [field, schema] of Object.entries(inner as Record<string, Schema>)) {
        yield [`${way}/${field}`, schema];
      }
    }
    yield* fields(inner, `${way}/${name}`);
  }
}

it('describes every field', () => {
  const bare = [...fields(document)].filter(([, schema]) => !schema.description).map(([way]) => way);
  expect(bare, 'describe it in its schema, or in src/api/openapi/meanings.ts').toEqual([]);
});

it('gives no schema the name of one of its own fields, which generated Python would confuse', () => {
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const variable = name.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
    expect(Object.keys((schema as Schema).properties ?? {}), name).not.toContain(variable);
  }
});

it('has no meanings for fields that do not exist', () => {
  const used = new Set<string>();
  const undescribed = app.app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'siyagha', version: '0' },
  });
  describeFields(undescribed as unknown as Parameters<typeof describeFields>[0], (key) => used.add(key));
  expect(Object.keys(meanings).filter((key) => !used.has(key))).toEqual([]);
});

describe('limits', () => {
  const parameters = () => operations().flatMap(({ operation }) => operation.parameters ?? []);
  const named = (name: string) => parameters().filter((parameter) => parameter.name === name);

  it('are stated for every number and list in a request', () => {
    for (const { name, schema = {} } of parameters()) {
      if (schema.type === 'integer' || schema.type === 'number') {
        expect(schema, name).toMatchObject({ minimum: expect.any(Number), maximum: expect.any(Number) });
      }
      if (schema.type === 'array' && !(schema.items as Schema).enum) {
        expect(schema, name).toMatchObject({ maxItems: expect.any(Number) });
      }
    }
    for (const { schema } of named('limit')) expect(schema).toMatchObject({ minimum: 1, maximum: 1000 });
    for (const { schema } of named('q').filter((parameter) => parameter.schema?.type === 'string'))
      expect(schema).toMatchObject({ maxLength: 20_000 });
  });

  it.each([
    ['/v1/reports', 'report', 'maxItems'],
    ['/v1/search?q=x', 'limit', 'maximum'],
    ['/v1/search', 'q', 'maxLength'],
    ['/v1/reports/SRO-C.7-2016-9/recurring', 'min_words', 'maximum'],
  ])('of %s are enforced: %s at its %s is accepted, one more is not', async (address, name, limit) => {
    const path = address.replace('SRO-C.7-2016-9', '{id}').split('?')[0]!;
    const { schema } = operations()
      .find((one) => one.path === path && one.method === 'get')!
      .operation.parameters!.find((one) => one.name === name) as Required<Parameter>;
    const most = schema[limit] as number;
    const value = (size: number): string | string[] => {
      if (limit === 'maximum') return String(size);
      return limit === 'maxLength' ? 'ن'.repeat(size) : Array(size).fill('SRO-C.7-2016-9');
    };
    const ask = async (size: number) =>
      (await app.get(`${address}${address.includes('?') ? '&' : '?'}${query({ [name]: value(size) })}`))
        .status;
    expect(await ask(most)).toBe(200);
    expect(await ask(most + 1)).toBe(400);
  });
});

describe('headers', () => {
  const declared = (operation: Operation, status: string) =>
    Object.keys((operation.responses[status] as { headers?: object }).headers ?? {});
  const search = '/v1/search?q=%D8%A7%D9%84%D8%AF%D9%88%D9%84';

  it('documented for an answer, a 304 and an error are present', async () => {
    const operation = document.paths['/v1/search']!.get!;
    const answer = await app.get(search);
    const unchanged = await app.get(search, { headers: { 'If-None-Match': answer.headers.get('ETag')! } });
    const wrong = await app.get('/v1/search');
    expect(declared(operation, '200')).toEqual(
      expect.arrayContaining(['ETag', 'Siyagha-Epoch', 'Vary', 'RateLimit-Limit', 'RateLimit-Remaining']),
    );
    for (const [status, response] of Object.entries({ 200: answer, 304: unchanged, 400: wrong })) {
      expect(response.status).toBe(Number(status));
      const names = declared(operation, status).filter((name) => name !== 'X-Total-Count' && name !== 'Link');
      const got = names.map((name) => [name, response.headers.get(name)]);
      for (const [name, value] of got) expect(value, `${status} ${name}`).toBeTruthy();
    }
  });

  it('of one request too many say how long to wait', async () => {
    const strict = await sampleApp({ SIYAGHA_RATE_LIMIT: '1' });
    let response = await strict.get(search);
    for (let i = 0; i < 3 && response.status !== 429; i++) response = await strict.get(search);
    expect(response.status).toBe(429);
    const names = declared(document.paths['/v1/search']!.get!, '429');
    expect(names).toContain('Retry-After');
    for (const name of names) expect(response.headers.get(name), name).toBeTruthy();
    await strict.close();
  });
});

describe('examples', () => {
  it('exist for every JSON answer, request body and parameter', () => {
    for (const { path, method, operation } of operations()) {
      const where = `${method} ${path}`;
      const json = operation.responses['200']?.content?.['application/json'];
      if (json) expect(json.example, `${where}: add it to scripts/examples/questions.ts`).toBeDefined();
      for (const body of Object.values(operation.requestBody?.content ?? {}))
        expect(body.example, where).toBeDefined();
      for (const { name, example, schema } of operation.parameters ?? []) {
        if (schema?.deprecated) continue;
        expect(example, `${where} ${name}: add it to src/api/openapi/examples.ts`).toBeDefined();
      }
    }
  });

  it('match their schemas', () => {
    for (const { path, method, operation } of operations()) {
      const example = operation.responses['200']?.content?.['application/json']?.example;
      if (example === undefined) continue;
      const own = document.paths[path]![method]!;
      const validate = responseValidator(document, own, '200', 'application/json');
      validate(example);
      expect(validate.errors ?? [], `${method} ${path}`).toEqual([]);
    }
  });
});
