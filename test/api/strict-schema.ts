/** The response schemas of the OpenAPI document as validators that also refuse every field it does not name. */
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

/** `additionalProperties: false` on every object that names its properties; references point into `$defs`. */
export function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const out: Json = {};
  for (const [key, value] of Object.entries(schema as Json)) {
    if (key === '$ref') out.$ref = String(value).replace('#/components/schemas/', '#/$defs/');
    else if (key === 'properties') {
      const named = Object.entries(value as Json).map(([name, inner]) => [name, strict(inner)]);
      out.properties = Object.fromEntries(named);
    } else out[key] = strict(value);
  }
  if (out.properties && out.additionalProperties === undefined) out.additionalProperties = false;
  return out;
}

/** The validator of one operation's answer. */
export function responseValidator(
  document: OpenApiDocument,
  operation: Operation,
  status: string,
  type: string,
): ValidateFunction {
  const schema = operation.responses[status]?.content?.[type]?.schema;
  if (!schema) throw new Error(`the document has no ${status} ${type} here`);
  const definitions = strict(document.components.schemas);
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  return ajv.compile({ ...(strict(schema) as object), $defs: definitions });
}
