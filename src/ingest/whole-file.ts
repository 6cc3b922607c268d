/**
 * A file's bytes, as they were at one moment: a file that is too large, inaccessible or still being written is refused.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { IngestError } from './document.ts';

export const defaultMaxBytes = 256 * 1024 * 1024;

/**
 * @throws IngestError `file_too_large`, `file_changed`, `file_not_found`, `not_permitted`, `unreadable_file`.
 */
export async function readWhole(file: string, maxBytes = defaultMaxBytes): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const before = await handle.stat();
    if (before.size > maxBytes) throw tooLarge(file, before.size, maxBytes);
    const bytes = await handle.readFile();
    const after = await handle.stat();
    if (bytes.length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
      throw new IngestError(
        'file_changed',
        `${file} changed while it was being read: ingest it again once it is complete`,
      );
    }
    return bytes;
  } catch (error) {
    throw unreachable(file, error);
  } finally {
    await handle?.close();
  }
}

function tooLarge(file: string, size: number, maxBytes: number): IngestError {
  const mb = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return new IngestError('file_too_large', `${file} has ${mb(size)}, the limit is ${mb(maxBytes)}: split it`);
}

/** @throws IngestError as `readWhole`. */
export async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw unreachable(file, error);
  }
}

/** The file system's error, with a code and what to do. */
function unreachable(file: string, error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new IngestError('file_not_found', `${file} no longer exists: check the path`);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new IngestError('not_permitted', `${file} may not be read: change its permissions`);
  }
  return new IngestError('unreadable_file', `${file} cannot be read: ${message}`);
}
