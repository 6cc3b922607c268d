/** The typed client's generated files, from the OpenAPI document of an API with an empty collection. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import { createApp } from '../../src/api/index.ts';
import { openCollection } from '../../src/collection/index.ts';
import { loadSettings } from '../../src/settings/index.ts';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema & { type?: string }>;
  allOf?: Schema[];
}
interface OpenApi {
  paths: Record<string, Record<string, OperationObject>>;
  components: { schemas: Record<string, Schema> };
}
interface OperationObject {
  operationId?: string;
  parameters?: { name: string }[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** The document as served. */
export async function openApiDocument(): Promise<OpenApi> {
  const folder = mkdtempSync(join(tmpdir(), 'siyagha-document-'));
  const settings = loadSettings({ SIYAGHA_DATA: folder, LOG_LEVEL: 'silent' });
  const collection = await openCollection(settings);
  try {
    const app = createApp({ collection, settings, log: pino({ level: 'silent' }) });
    return (await (await app.request('/openapi.json')).json()) as OpenApi;
  } finally {
    await collection.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By file name, in `src/client`. */
export async function makeClient(document: OpenApi): Promise<Record<string, string>> {
  const note = 'Made from the OpenAPI document by `npx tsx scripts/generate.ts`; not written by hand.';
  const types = astToString(await openapiTS(JSON.stringify(needed(document))));
  return {
    'api.ts': `/** Types of the API. ${note} */\n${types}`,
    'operations.ts': `/** The API's operations. ${note} */

export interface Operation {
  method: string;
  path: string;
  /** The form of the request body; without it, everything is sent in the address. */
  body?: 'json' | 'form';
  /** The list in the answer that \`limit\` and \`offset\` page. */
  list?: string;
}

export const table = {
${rows(document).join('\n')}
} as const satisfies Record<string, Operation>;
`,
  };
}

/** The part of the document that the client's types need: no examples, no headers, and only successful answers. */
function needed(document: OpenApi): unknown {
  return JSON.parse(JSON.stringify(document), (key, value) => {
    if (key === 'example' || key === 'headers') return undefined;
    return key === 'responses' ? { 200: value['200'] } : value;
  });
}

const lists = ['items', 'hits', 'phrases', 'concordance', 'paragraphs', 'threads'];

function rows({ paths, components }: OpenApi): string[] {
  const fieldsOf = (schema: Schema | undefined): Record<string, { type?: string }> => {
    const found = schema?.$ref ? components.schemas[schema.$ref.split('/').at(-1)!] : schema;
    return { ...found?.properties, ...Object.assign({}, ...(found?.allOf ?? []).map(fieldsOf)) };
  };
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, parameters = [], requestBody, responses }]) => {
        const fields = fieldsOf(responses['200']?.content?.['application/json']?.schema);
        const isPaged = parameters.some(({ name }) => name === 'offset');
        const list = lists.find((name) => isPaged && fields[name]?.type === 'array');
        const sent = Object.keys(requestBody?.content ?? {})[0];
        const body = sent && (sent === 'application/json' ? 'json' : 'form');
        const parts = [`method: '${method.toUpperCase()}'`, `path: '${path}'`];
        if (body) parts.push(`body: '${body}'`);
        if (list) parts.push(`list: '${list}'`);
        return `  ${operationId}: { ${parts.join(', ')} },`;
      }),
    )
    .sort();
}
