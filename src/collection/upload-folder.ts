/**
 * Where an upload is stored while it is read: in its own temporary folder, named after the process, so that the next
 * start deletes what a stopped one left behind.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { StoreError, storeError } from '../store/index.ts';

const prefix = 'siyagha-upload-';

/** Maximum length of a name in UTF-8 bytes: what every file system accepts, with room for an extension. */
const longestName = 200;

/**
 * A name that is safe as a file name and as a source, whatever was sent: without folders, leading or trailing spaces,
 * or characters with a special meaning, and not too long. A name that had to be cut or says nothing gets a hash of the
 * bytes, because a report may be named after its file.
 */
export function safeName(given: string, bytes: Uint8Array): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  const letters = last
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}._ -]/gu, '_')
    .trim();
  const ending = extname(letters).slice(0, 10);
  const stem = letters.slice(0, letters.length - extname(letters).length);
  const mark = () => createHash('sha256').update(given).update(bytes).digest('hex').slice(0, 12);
  let kept = stem;
  while (Buffer.byteLength(kept) > longestName) kept = Array.from(kept).slice(0, -1).join('');
  const name = !/[\p{L}\p{N}]/u.test(stem) ? `upload-${mark()}` : kept === stem ? stem : `${kept}-${mark()}`;
  return `${name}${ending === '.' ? '' : ending}`;
}

/** Writes the file, calls `use`, and deletes the folder. @throws StoreError if there is no room for it */
export async function inUploadFolder<T>(
  name: string,
  bytes: Uint8Array,
  use: (file: string) => Promise<T>,
): Promise<T> {
  let folder: string | undefined;
  try {
    folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
    const file = join(folder, name);
    await writeFile(file, bytes);
    return await use(file);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw storeError(error, folder ?? tmpdir());
  } finally {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

/** Folders of processes that have ended. */
export async function sweepUploads(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const process_ = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
    if (process_ && !isAlive(Number(process_))) {
      await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => {});
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
