/** The OpenAPI document completed: what all routes have in common is said once here, not at each route. */
import { type Document, operationsOf } from './document.ts';
import { addExamples } from './examples.ts';
import { describeFields } from './fields.ts';
import { addHeaders } from './headers.ts';

/** Changes the document that it is given. */
export function completed<D extends object>(document: D): D {
  const loose = document as unknown as Document;
  // What changes the collection names the admin key; the rest is public.
  for (const { operation } of operationsOf(loose)) operation.security ??= [];
  describeFields(loose);
  addHeaders(loose);
  addExamples(loose);
  return document;
}
