/** A client made from the OpenAPI document by openapi-typescript: it type-checks, and its requests are answered. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectRoot } from '../collection/sample-collection.ts';
import { type AskedApp, sampleApp } from './sample-app.ts';

const source = `
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';

export async function ask(fetch: (request: Request) => Promise<Response>) {
  const client = createClient<paths, \`\${string}/\${string}json\`>({ baseUrl: 'http://siyagha.test', fetch });
  const found = await client.GET('/v1/search', { params: { query: { q: 'الدول', report: ['SRO-C.7-2008-9'], limit: 2 } } });
  const places: (string | number | null)[] = (found.data?.hits ?? []).map(({ paragraph, report }) => paragraph.number ?? report.symbol);
  const path = { id: 'SRO-C.7-2016-9' };
  const shared = await client.GET('/v1/reports/{id}/recurring', { params: { path, query: { min_words: 8, view: 'closed' } } });
  const words: number[] = (shared.data?.phrases ?? []).map((phrase) => phrase.words);
  const compared = await client.GET('/v1/compare', { params: { query: { base: 'SRO-C.7-2016-9', other: 'SRO-C.7-2018-9' } } });
  const moved: boolean[] = (compared.data?.changes ?? []).map((change) => change.moved);
  const pasted = await client.POST('/v1/similar', { body: { text: 'تتبادل الدول المشاطئة البيانات' } });
  const likes: number[] = (pasted.data?.hits ?? []).map((hit) => hit.similarity);
  const wrong = await client.GET('/v1/search', { params: { query: { q: '' } } });
  const named: string[] = (wrong.error?.errors ?? []).map((each) => each.path);
  return { places, words, moved, likes, named };
}
`;
const mistakes = `
import createClient from 'openapi-fetch';
import type { paths } from './api.ts';
const client = createClient<paths, 'application/json'>();
client.GET('/v1/search', { params: { query: { q: 'x', match: 'fuzzy' } } });
client.GET('/v1/search', { params: { query: {} } });
client.GET('/v1/nothing');
`;

const folder = join(projectRoot, 'node_modules', '.cache', `siyagha-client-${process.pid}`);
let app: AskedApp;
beforeAll(async () => {
  app = await sampleApp();
  const document = await (await app.get('/openapi.json')).text();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'api.ts'), astToString(await openapiTS(document)));
  writeFileSync(join(folder, 'client.ts'), source);
  writeFileSync(join(folder, 'mistakes.ts'), mistakes);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await app?.close();
});

function complaints(file: string): string[] {
  const program = ts.createProgram([join(folder, file)], {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText, file: at, start }) => {
    const line = at && start !== undefined ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

it('type-checks, and rejects what the API would reject', () => {
  expect(complaints('client.ts')).toEqual([]);
  expect(complaints('mistakes.ts').map((line) => line.split(':')[0])).toEqual(['5', '6', '7']);
});

it('gets answers', async () => {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(folder, 'client.mjs'), outputText);
  const { ask } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'client.mjs')).href)) as {
    ask(fetch: (request: Request) => Promise<Response>): Promise<Record<string, unknown[]>>;
  };
  const body = async (request: Request) => (request.body === null ? null : await request.text());
  const answers = await ask(async (request) => {
    const { pathname, search } = new URL(request.url);
    const { method, headers } = request;
    return app.get(`${pathname}${search}`, { method, headers, body: await body(request) });
  });
  for (const [name, list] of Object.entries(answers)) expect(list.length, name).toBeGreaterThan(0);
  expect(answers.places).toHaveLength(2);
  expect(Math.min(...(answers.words as number[]))).toBeGreaterThanOrEqual(8);
  expect(answers.named).toEqual(['q']);
});
