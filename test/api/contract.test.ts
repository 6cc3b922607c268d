/**
 * The OpenAPI document is true: every GET route answers as its schema says, without fields that the schema does not
 * name.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/api/routes.ts';
import { address, questions } from './questions.ts';
import { type AskedApp, sampleApp } from './sample-app.ts';
import { type OpenApiDocument, responseValidator } from './strict-schema.ts';

let app: AskedApp;
let document: OpenApiDocument;
beforeAll(async () => {
  app = await sampleApp();
  document = (await (await app.get('/openapi.json')).json()) as OpenApiDocument;
});
afterAll(() => app?.close());

const templated = (route: string) => route.replaceAll(/:(\w+)/g, '{$1}');

describe.each(Object.keys(routes) as (keyof typeof routes)[])('GET %s', (route) => {
  it.each(questions[route].map((parameters) => [address(route, parameters)] as const))('%s', async (path) => {
    const response = await app.get(path);
    const body = await response.json();
    expect(response.status, JSON.stringify(body).slice(0, 300)).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    const operation = document.paths[templated(route)]!.get!;
    const validate = responseValidator(document, operation, '200', 'application/json');
    validate(body);
    const problems = (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
    expect(problems.slice(0, 10)).toEqual([]);
  });
});

describe('the OpenAPI document', () => {
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is OpenAPI 3.1 and complete', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document.info.title).toBe('siyagha');
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+/);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method, operation } of operations()) {
      const where = `${method} ${path}`;
      expect(operation.summary, where).toBeTruthy();
      expect(operation.operationId, where).toBeTruthy();
      expect(operation.tags?.length, where).toBe(1);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description, `${where} ${status}`).toBeTruthy();
      }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
      const declared = (operation.parameters ?? []).filter((p) => p.in === 'path');
      expect(declared.map((p) => p.name).sort(), where).toEqual(inPath.sort());
      expect(declared.every((p) => p.required)).toBe(true);
      for (const parameter of operation.parameters ?? []) {
        expect(parameter.description, `${where} ${parameter.name}`).toBeTruthy();
        expect(Object.keys(parameter.schema), `${where} ${parameter.name}`).not.toEqual([]);
      }
    }
  });

  it('has every route, in the table or not, and describes errors as problem details', () => {
    const known = operations().map(({ path, method }) => `${method} ${path}`);
    for (const route of Object.keys(routes)) expect(known).toContain(`get ${templated(route)}`);
    for (const other of [
      'post /v1/reports',
      'delete /v1/reports/{id}',
      'get /healthz',
      'get /readyz',
      'get /metrics',
    ]) {
      expect(known).toContain(other);
    }
    for (const { path, operation } of operations()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        if (Number(status) < 400 || path === '/readyz') continue;
        expect(Object.keys(response.content ?? {}), `${path} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
    }
  });

  it('has a valid example of problem details', async () => {
    const { example } = document.components.schemas.Problem as { example: object };
    const response = await app.get('/v1/reports/SRO-C.7-2008-9/recurring?min_words=0');
    expect(await response.json()).toEqual(example);
  });

  it('refers to existing components, and its schemas compile', () => {
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
    for (const { operation } of operations()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const type of Object.keys(response.content ?? {})) {
          expect(() => responseValidator(document, operation, status, type)).not.toThrow();
        }
      }
    }
  });

  it('gives the default of every parameter that has one', () => {
    const search = document.paths['/v1/search']!.get!.parameters!;
    const defaults = Object.fromEntries(
      search.map(({ name, schema }) => [name, (schema as { default?: unknown }).default]),
    );
    expect(defaults).toMatchObject({ match: 'folded', limit: 20, offset: 0, format: 'json' });
    const recurring = document.paths['/v1/reports/{id}/recurring']!.get!.parameters!;
    expect(
      Object.fromEntries(
        recurring.map(({ name, schema }) => [name, (schema as { default?: unknown }).default]),
      ),
    ).toMatchObject({ min_words: 4, min_reports: 2, view: 'maximal', returns: false });
  });
});

describe('/docs', () => {
  it('is shown with files from this server only', async () => {
    const page = await (await app.get('/docs')).text();
    const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((found) => found[1]!);
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toMatch(/^\/docs\//);
      expect((await app.get(link)).status).toBe(200);
    }
    expect((await app.get('/docs/secret.js')).status).toBe(404);
  });
});
