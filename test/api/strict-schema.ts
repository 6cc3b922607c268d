/** The response schemas of the OpenAPI document as validators that also reject every field it does not name. */
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

export interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string; required: boolean; description?: string; schema: object }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}

type Json = Record<string, unknown>;

/** `additionalProperties: false` on every object that names its properties; references point into `components`. */
export function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const out: Json = {};
  for (const [key, value] of Object.entries(schema as Json)) {
    if (key === '$ref') out.$ref = String(value).replace('#/components/schemas/', 'components#/$defs/');
    else if (key === 'properties') {
      const named = Object.entries(value as Json).map(([name, inner]) => [name, strict(inner)]);
      out.properties = Object.fromEntries(named);
    } else out[key] = strict(value);
  }
  if (out.properties && out.additionalProperties === undefined) out.additionalProperties = false;
  return out;
}

/** One for each document, so that nothing is compiled twice. */
const compilers = new WeakMap<OpenApiDocument, Ajv2020>();

function compilerOf(document: OpenApiDocument): Ajv2020 {
  let ajv = compilers.get(document);
  if (!ajv) {
    ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    ajv.addSchema({ $id: 'components', $defs: strict(document.components.schemas) });
    compilers.set(document, ajv);
  }
  return ajv;
}

const validators = new WeakMap<object, ValidateFunction>();

/** The validator for one operation's answer. */
export function responseValidator(
  document: OpenApiDocument,
  operation: Operation,
  status: string,
  type: string,
): ValidateFunction {
  const schema = operation.responses[status]?.content?.[type]?.schema;
  if (!schema) throw new Error(`the document has no ${status} ${type} here`);
  let validator = validators.get(schema);
  if (!validator) {
    validator = compilerOf(document).compile(strict(schema) as object);
    validators.set(schema, validator);
  }
  return validator;
}
