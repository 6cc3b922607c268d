/** Gives every field of every answer a description: its own, or the general meaning of its name. */
import { type Document, operationsOf, type Schema } from './document.ts';
import { meanings } from './meanings.ts';

/** The place of a field: the named schema or the operation, and the enclosing field. */
interface Place {
  within: string;
  outer: string;
}

export function describeFields(document: Document, used: (key: string) => void = () => {}): void {
  const describe = (schema: unknown, { within, outer }: Place): void => {
    if (Array.isArray(schema)) {
      for (const each of schema) describe(each, { within, outer });
      return;
    }
    if (typeof schema !== 'object' || schema === null) return;
    const { properties, ...rest } = schema as Schema;
    for (const [name, field] of Object.entries(properties ?? {})) {
      const key = [`${outer}.${name}`, `${within}.${name}`, name].find((one) => one in meanings);
      if (key !== undefined && field.description === undefined) {
        field.description = meanings[key]!;
        used(key);
      }
      describe(field, { within, outer: name });
    }
    for (const each of Object.values(rest)) describe(each, { within, outer });
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    describe(schema, { within: name, outer: '' });
  }
  for (const { operation } of operationsOf(document)) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses)];
    for (const body of bodies) {
      for (const { schema } of Object.values(body?.content ?? {})) {
        describe(schema, { within: operation.operationId, outer: '' });
      }
    }
  }
}
