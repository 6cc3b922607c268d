/** Reads a multipart form: its fields and one file, with any boundary that RFC 2046 allows. */
import { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Context } from 'hono';
import { invalid } from '../collection/index.ts';

export interface UploadForm {
  fields: Record<string, string>;
  file: { name: string; bytes: Uint8Array } | null;
}

const longestField = 100 * 1024;

/** Null if the body is not a multipart form. @throws CollectionError naming the wrong field */
export async function readForm(c: Context): Promise<UploadForm | null> {
  const body = c.req.raw.body;
  if (!body) return null;
  let parser: busboy.Busboy;
  try {
    parser = busboy({
      headers: { 'content-type': c.req.header('Content-Type') ?? '' },
      defParamCharset: 'utf8',
      limits: { fields: 50, fieldSize: longestField, files: 2 },
    });
  } catch {
    return null;
  }
  const form: UploadForm = { fields: {}, file: null };
  let wrong: Error | null = null;
  const refuse = (path: string, message: string) => {
    wrong ??= invalid(path, message);
  };
  const nameless = (name: string | undefined) => name === undefined || name === '';
  parser.on('field', (name, value, { valueTruncated }) => {
    if (nameless(name)) refuse('body', 'has a part without a name');
    else if (valueTruncated) refuse(name, 'is too long');
    else if (Object.hasOwn(form.fields, name)) refuse(name, 'is in the form twice');
    else form.fields[name] = value;
  });
  parser.on('file', (name, stream, { filename }) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (nameless(name)) refuse('body', 'has a part without a name');
      else if (name !== 'file') refuse(name, 'must be text');
      else if (form.file) refuse(name, 'is in the form twice: send one report at a time');
      else form.file = { name: filename ?? '', bytes: new Uint8Array(Buffer.concat(chunks)) };
    });
  });
  try {
    await new Promise<void>((done, failed) => {
      const source = Readable.fromWeb(body as never);
      source.on('error', failed);
      parser.on('error', failed);
      parser.on('close', done);
      source.pipe(parser);
    });
  } catch (error) {
    // Thrown by the limit on the body's size; any other error means that it is not a form.
    if ((error as Error).name === 'BodyLimitError') throw error;
    return null;
  }
  if (wrong) throw wrong;
  return form;
}
