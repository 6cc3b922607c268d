/** The parts of an OpenAPI document that are completed here, loosely typed: zod produces it, and it is sent as JSON. */

export interface Schema {
  [key: string]: unknown;
  description?: string;
  properties?: Record<string, Schema>;
}

export interface Media {
  schema?: Schema;
  example?: unknown;
}

export interface Response {
  description: string;
  headers?: Record<string, object>;
  content?: Record<string, Media>;
}

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  schema?: Schema;
  example?: unknown;
}

export interface Operation {
  operationId: string;
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, Response>;
}

export interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema>; headers?: Record<string, object> };
}

export interface PlacedOperation {
  path: string;
  method: string;
  operation: Operation;
}

export function operationsOf({ paths }: Document): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}
