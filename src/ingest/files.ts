/** Which files an ingest reads: folders are walked, and everything that is not a report is skipped. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { extensionOf, supportedExtensions } from './format.ts';

export interface FoundFiles {
  /** Paths as given, or joined to the folder they were found in; sorted within each folder, without duplicates. */
  files: string[];
  /** Given paths that do not exist or cannot be read. */
  failed: { file: string; code: string; message: string }[];
}

export interface FindOptions {
  /** Folders to skip, such as the data folder. */
  exclude?: readonly string[] | undefined;
}

/**
 * A file given explicitly is included whatever its extension (`detectFormat` refuses unsupported ones). Folders are
 * walked recursively: files with supported extensions are included; hidden entries, other files and excluded folders
 * are skipped. A link is followed once, so loops end.
 */
export async function findFiles(paths: readonly string[], options: FindOptions = {}): Promise<FoundFiles> {
  const walk: Walk = { files: new Map(), failed: [], folders: new Set(), excluded: new Set() };
  for (const folder of options.exclude ?? []) walk.excluded.add(await realOr(folder));
  for (const path of paths) {
    try {
      const info = await stat(path);
      if (info.isDirectory()) await walkFolder(path, walk);
      else if (info.isFile()) await addFile(path, walk);
      else fail(walk, path, 'not_a_file', `${path} is neither a file nor a folder: name one`);
    } catch (error) {
      failFor(walk, path, error);
    }
  }
  return { files: [...walk.files.values()], failed: walk.failed };
}

interface Walk {
  /** By real path. */
  files: Map<string, string>;
  failed: FoundFiles['failed'];
  folders: Set<string>;
  excluded: Set<string>;
}

const realOr = (path: string) => realpath(path).catch(() => resolve(path));

async function addFile(path: string, walk: Walk): Promise<void> {
  const real = await realOr(path);
  if (!walk.files.has(real)) walk.files.set(real, path);
}

async function walkFolder(folder: string, walk: Walk): Promise<void> {
  const real = await realOr(folder);
  if (walk.folders.has(real) || walk.excluded.has(real)) return;
  walk.folders.add(real);
  const names = (await readdir(folder)).sort();
  for (const name of names) {
    if (name.startsWith('.') || name.startsWith('~$') || name === 'node_modules') continue;
    const path = join(folder, name);
    try {
      const link = await lstat(path);
      const info = link.isSymbolicLink() ? await stat(path) : link;
      if (info.isDirectory()) await walkFolder(path, walk);
      else if (info.isFile() && supportedExtensions.includes(extensionOf(basename(path))))
        await addFile(path, walk);
    } catch (error) {
      // A dangling link is not a report; a folder that cannot be opened is worth reporting.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') failFor(walk, path, error);
    }
  }
}

function failFor(walk: Walk, path: string, error: unknown): void {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    fail(walk, path, 'file_not_found', `${path} does not exist: check the path`);
  else if (code === 'EACCES' || code === 'EPERM') {
    fail(walk, path, 'not_permitted', `${path} may not be read: change its permissions`);
  } else fail(walk, path, 'unreadable_file', `${path} cannot be read: ${(error as Error).message}`);
}

function fail(walk: Walk, file: string, code: string, message: string): void {
  walk.failed.push({ file, code, message });
}
