/** Completes the OpenAPI document with what all routes share, so that it need not be repeated for each. */
import { type Document, operationsOf } from './document.ts';
import { addExamples } from './examples.ts';
import { describeFields } from './fields.ts';
import { addHeaders } from './headers.ts';

/** Modifies the given document. */
export function completed<D extends object>(document: D): D {
  const loose = document as unknown as Document;
  // Operations that change the collection require the admin key; the rest are public.
  for (const { operation } of operationsOf(loose)) operation.security ??= [];
  describeFields(loose);
  addHeaders(loose);
  addExamples(loose);
  return document;
}
