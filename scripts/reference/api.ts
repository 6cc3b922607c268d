/** The page of the HTTP API, from the OpenAPI document. */
import { anchor } from '../../docs/.vitepress/anchor.ts';
import { code, page, table } from './markdown.ts';

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
}
interface Media {
  schema?: Schema;
  example?: unknown;
}
interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema: Schema;
    example?: unknown;
  }[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description: string; content?: Record<string, Media> }>;
}
export interface OpenApi {
  tags?: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** By `operationId`: what was asked and answered over the samples. */
export type Examples = Record<string, { asked: Record<string, unknown>; answer: unknown }>;

export function apiPage(document: OpenApi, examples: Examples): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const common = commonOf(operations.map(({ operation }) => operation));
  const sections = operations.map(({ path, method, operation }) => {
    const parts = [`### ${method} ${path}`, `${escaped(operation.summary)}.`];
    if (operation.description) parts.push(escaped(operation.description));
    parts.push(...asked(operation, common), ...answered(operation, common));
    parts.push(...exampleOf(path, method, examples[operation.operationId]));
    return parts.join('\n\n');
  });
  const schemas = Object.entries(document.components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) =>
      [`### ${name}`, schema.description ?? '', fields(schema)].filter(Boolean).join('\n\n'),
    );
  return page('HTTP API', [
    'A running server documents itself: `/openapi.json` is the OpenAPI 3.1 document from which this page is generated, and\n' +
      '`/docs` shows it and lets you try every request. From JavaScript and TypeScript, use the [client](../client.md).',
    'Bodies are JSON in UTF-8 with names in `snake_case`. Lists take `limit` (20 by default, 1,000 at most) and `offset`.\n' +
      'If a request has the parameter `format`, `csv` and `jsonl` return the list as rows; the headers `X-Total-Count` and `Link`\n' +
      'then give the number of entries and the next page. Every `start` and `end` is a UTF-16 offset into a paragraph’s `text`.\n' +
      'Answers to GET carry an `ETag` that changes when the collection does. Errors are `application/problem+json`; see\n' +
      '[error codes](errors.md). To add and remove reports, send the header `Authorization: Bearer KEY` with the admin key;\n' +
      'this is off unless a key is [set](settings.md).',
    table(
      ['request', 'answers'],
      operations.map(({ path, method, operation }) => [
        `[${method} ${path}](#${anchor(`${method} ${path}`)})`,
        operation.summary,
      ]),
    ),
    '## Common parameters',
    'These parameters mean the same in every request that takes them:',
    table(['parameter', 'type', 'meaning'], [...common.parameters.values()]),
    '## Common statuses',
    table(['status', 'when'], [...common.statuses]),
    '## Requests',
    'The examples use the sample reports; lists are cut to their first entries.',
    ...sections,
    '## Bodies',
    ...schemas,
  ]);
}

const escaped = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('{{', '&#123;{');

type Parameter = NonNullable<Operation['parameters']>[number];

/** What many operations share and the page says only once. */
interface Common {
  /** Rows by parameter. */
  parameters: Map<string, string[]>;
  /** Descriptions by status. */
  statuses: Map<string, string>;
}

const many = 5;

function commonOf(operations: readonly Operation[]): Common {
  const parameters = new Map<string, { row: string[]; times: number }>();
  const statuses = new Map<string, Map<string, number>>();
  for (const operation of operations) {
    for (const parameter of operation.parameters ?? []) {
      const row = rowOf(parameter);
      const key = JSON.stringify(row);
      parameters.set(key, { row, times: (parameters.get(key)?.times ?? 0) + 1 });
    }
    for (const [status, { description }] of errorsOf(operation)) {
      const known = statuses.get(status) ?? new Map<string, number>();
      statuses.set(status, known.set(description, (known.get(description) ?? 0) + 1));
    }
  }
  const often = [...parameters].filter(([, { times }]) => times >= many);
  const usual = [...statuses].map(
    ([status, known]) => [status, [...known].sort((a, b) => b[1] - a[1])[0]!] as const,
  );
  return {
    parameters: new Map(often.map(([key, { row }]) => [key, row])),
    statuses: new Map(
      usual
        .filter(([, [, times]]) => times >= many)
        .map(([status, [description]]) => [status, description] as const)
        .sort(([a], [b]) => Number(a) - Number(b)),
    ),
  };
}

function rowOf({ name, in: where, required, description = '', schema }: Parameter): string[] {
  const must = where === 'path' ? 'In the path. ' : required ? 'Required. ' : '';
  return [code(name), typeOf(schema), `${must}${description}${range(schema)}`];
}

function asked({ parameters = [], requestBody }: Operation, common: Common): string[] {
  const parts: string[] = [];
  const rows = parameters.map(rowOf);
  const isCommon = (row: string[]) => common.parameters.has(JSON.stringify(row));
  const own = rows.filter((row) => !isCommon(row));
  const shared = rows.filter(isCommon).map(([name]) => name!);
  if (own.length > 0) parts.push(table(['parameter', 'type', 'meaning'], own));
  if (shared.length > 0) {
    const also = own.length > 0 ? 'Also takes' : 'Takes';
    parts.push(`${also} the [common](#common-parameters) ${shared.join(', ')}.`);
  }
  for (const [type, { schema }] of Object.entries(requestBody?.content ?? {})) {
    if (schema) parts.push(`Send ${code(type)}:`, fields(schema));
  }
  return parts;
}

const errorsOf = ({ responses }: Operation) =>
  Object.entries(responses).filter(([status]) => Number(status) >= 300);

function range({ minimum, maximum, default: otherwise }: Schema): string {
  const said: string[] = [];
  if (minimum !== undefined && maximum !== undefined && maximum < 1e9) said.push(`${minimum} to ${maximum}`);
  else if (minimum !== undefined && minimum > 0) said.push(`at least ${minimum}`);
  if (otherwise !== undefined && String(otherwise) !== '') said.push(`default ${code(String(otherwise))}`);
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}

function answered(operation: Operation, common: Common): string[] {
  const good = operation.responses['200'];
  const parts: string[] = [];
  const schema = good?.content?.['application/json']?.schema;
  const other = Object.keys(good?.content ?? {}).filter((type) => type !== 'application/json');
  if (schema !== undefined && isNamed(schema)) {
    parts.push(
      `Answers ${typeOf(schema)}${other.length > 0 ? `; also as ${other.map(code).join(', ')}` : ''}.`,
    );
  } else {
    if (other.length > 0) parts.push(`Answers ${schema ? 'JSON; also ' : ''}${other.map(code).join(', ')}.`);
    if (schema !== undefined) parts.push(fields(schema));
  }
  const errors = errorsOf(operation);
  const own = errors.filter(([status, { description }]) => common.statuses.get(status) !== description);
  const shared = errors.filter(([status, { description }]) => common.statuses.get(status) === description);
  if (own.length > 0) {
    parts.push(
      table(
        ['status', 'when'],
        own.map(([status, { description }]) => [status, description]),
      ),
    );
  }
  if (shared.length > 0) {
    const statuses = shared.map(([status]) => status).join(', ');
    parts.push(`${own.length > 0 ? 'Also the' : 'The'} [common](#common-statuses) statuses ${statuses}.`);
  }
  return parts;
}

/** A question to the sample reports, and the beginning of its answer. */
function exampleOf(path: string, method: string, known: Examples[string] | undefined): string[] {
  if (known === undefined) return [];
  const rest = new Map(Object.entries(known.asked));
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return String(value);
  });
  const fields = [...rest].flatMap(([name, value]) => [value].flat().map((each) => `${name}=${each}`));
  const sent = method === 'GET' ? (fields.length > 0 ? `?${fields.join('&')}` : '') : '';
  const body = method === 'GET' || fields.length === 0 ? '' : ` with ${fields.map(code).join(', ')}`;
  const answer = `\`\`\`json\n${JSON.stringify(known.answer, null, 2)}\n\`\`\``;
  return [
    `Example: ${code(`${method} ${place}${sent}`)}${body}`,
    `<details>\n<summary>Answer</summary>\n\n${answer}\n\n</details>`,
  ];
}

const isNamed = (schema: Schema): boolean =>
  schema.$ref !== undefined || (schema.anyOf?.every(isNamed) ?? false);

/** Fields of an object and of the unnamed objects in it, by their path. */
function fields(schema: Schema): string {
  const rows = rowsOf(schema, '');
  return rows.length === 0 ? typeOf(schema) : table(['field', 'type', 'meaning'], rows);
}

function rowsOf(schema: Schema, before: string): string[][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${before}${name}`;
    return [[code(path), typeOf(field), field.description ?? ''], ...inside(field, path)];
  });
  return [...own, ...(schema.allOf ?? []).flatMap((each) => rowsOf(each, before))];
}

function inside(field: Schema, path: string): string[][] {
  if (field.properties) return rowsOf(field, `${path}.`);
  if (field.items) return inside(field.items, `${path}[]`);
  return [...(field.anyOf ?? []), ...(field.allOf ?? [])].flatMap((each) => inside(each, path));
}

/** A type in a few words; a named one links to its body. */
function typeOf(schema: Schema): string {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)!;
    return `[${name}](#${anchor(name)})`;
  }
  const several = schema.anyOf ?? schema.allOf;
  if (several) return [...new Set(several.map(typeOf))].join(' or ');
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(', ');
  const types = [schema.type ?? 'any'].flat();
  const names = types.map((type) => (type === 'array' ? `list of ${typeOf(schema.items ?? {})}` : type));
  return names.join(' or ');
}
