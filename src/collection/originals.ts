/** The files that reports were read from: their bytes when a report is stored, and as an answer. */

import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { IngestError, sha256 } from '../ingest/index.ts';
import { type Format, type Report, reportId } from '../report/index.ts';
import type { Store } from '../store/index.ts';
import { CollectionError, unknownReport } from './errors.ts';

/** The bytes that the report was read from. @throws IngestError `file_changed` */
export function bytesAsRead({ source }: Report): Uint8Array {
  const bytes = readFileSync(source.file);
  if (sha256(bytes) === source.sha256) return bytes;
  throw new IngestError(
    'file_changed',
    `${source.file} changed while it was being read: ingest it again once it is complete`,
  );
}

export interface OriginalFile {
  /** The file's name as given, without folders. */
  name: string;
  type: string;
  sha256: string;
  size: number;
  open(): ReadStream;
}

const types: Record<Format, string> = {
  txt: 'text/plain',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  html: 'text/html',
};

/** All media types that an original can have. */
export const originalTypes: readonly string[] = Object.values(types);

/** @throws CollectionError `unknown_report`, `no_original`, `damaged_original` */
export async function originalFile(store: Store, id: string): Promise<OriginalFile> {
  const { report, hash } = find(store, id);
  const path = store.originalPath(hash);
  if ((await hashOf(path)) !== hash) {
    throw new CollectionError(
      'damaged_original',
      503,
      `the file that ${id} was read from is missing or damaged: ingest it again`,
    );
  }
  const { file, format } = report.source;
  return {
    name: basename(file),
    type: types[format],
    sha256: hash,
    size: statSync(path).size,
    open: () => createReadStream(path),
  };
}

function find(store: Store, given: string): { report: Report; hash: string } {
  // From the current state of the store: a file may be added without a new epoch.
  const reader = store.snapshot();
  try {
    const id = reader.currentId(given) ?? reportId(given);
    const report = reader.report(id);
    if (!report) throw unknownReport(given);
    const hash = reader.original(id);
    if (hash !== null) return { report, hash };
    throw new CollectionError(
      'no_original',
      404,
      `the file that ${id} was read from is not kept: ingest it again without --no-originals`,
    );
  } finally {
    reader.close();
  }
}

/** Null if the file cannot be read. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
