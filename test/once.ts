/**
 * Makes what is expensive and the same for all tests, once for each state of its sources. Test files run in parallel,
 * so it is made in a separate folder and moved into place when complete; whoever comes second uses what is there.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Under node_modules, where the built program finds SQLite's package and the `config` folder. */
const cache = join(root, 'node_modules', '.cache', 'siyagha-tests');
/** Milliseconds after its last use when it may be removed. */
const longestUnused = 3 * 60 * 60 * 1000;

/**
 * @param sources files and folders of the project that it is made from; the packages are counted among them
 * @param make fills the folder
 * @returns the folder, for reading
 */
export async function once(
  name: string,
  sources: readonly string[],
  make: (folder: string) => Promise<unknown>,
): Promise<string> {
  const place = join(cache, `${name}-${keyOf([...sources, 'package-lock.json'])}`);
  if (!existsSync(place)) {
    const own = `${place}.${process.pid}`;
    rmSync(own, { recursive: true, force: true });
    mkdirSync(own, { recursive: true });
    await make(own);
    try {
      renameSync(own, place);
    } catch (error) {
      rmSync(own, { recursive: true, force: true });
      // Another worker was faster.
      if (!existsSync(place)) throw error;
    }
    sweep();
  }
  utimesSync(place, new Date(), new Date());
  return place;
}

/** Changes whenever a source file changes. */
function keyOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(join(root, source)).sort()) {
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist' && name !== 'node_modules')
    .flatMap(({ name }) => filesOf(join(path, name)));
}

function sweep(): void {
  for (const name of readdirSync(cache)) {
    const old = join(cache, name);
    const unused = Date.now() - (statSync(old, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (unused > longestUnused) rmSync(old, { recursive: true, force: true });
  }
}
