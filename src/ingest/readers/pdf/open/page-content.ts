/** A page's content stream as it is in the file. */
import type { Objects } from './objects.ts';
import { isRef } from './syntax.ts';

/** Unpacked, with its parts joined; undefined if one of them cannot be read. `page` is the page's object number. */
export function pageContent(objects: Objects, page: number): Buffer | undefined {
  const contents = objects.dict({ ref: page })?.get('/Contents');
  if (contents === undefined) return undefined;
  const direct = isRef(contents) ? objects.stream(contents) : undefined;
  if (direct) return Buffer.from(direct.buffer, direct.byteOffset, direct.byteLength);
  const parts = objects.resolve(contents);
  if (!Array.isArray(parts)) return undefined;
  const streams: Uint8Array[] = [];
  for (const part of parts) {
    const data = objects.stream(part);
    // A missing part would shift the count of the rest.
    if (!data) return undefined;
    streams.push(data, Uint8Array.of(10));
  }
  return Buffer.concat(streams);
}
