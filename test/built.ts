/**
 * What tests run as it is published, built once for each state of its sources: the program and the dashboard. Test
 * files run side by side, so a build is made in a folder of its own and put in its place whole; who comes second takes
 * what is there.
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
import { build } from 'vite';
import { bundle } from '../scripts/bundle.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Under node_modules, where the program finds SQLite's package and the `config` folder. */
const cache = join(root, 'node_modules', '.cache', 'siyagha-tests');
/** Milliseconds after its last use, when a build may go. */
const longestUnused = 3 * 60 * 60 * 1000;

/** The program's bundle: `siyagha.js` runs a command line, `run.js` gives the function that does. */
export function builtProgram(): Promise<string> {
  return once('program', ['src', 'scripts/bundle.mjs', 'scripts/workers.json'], (folder) =>
    bundle(folder, { run: 'src/cli/run.ts' }),
  );
}

/** The dashboard's files. */
export function builtDashboard(): Promise<string> {
  return once('dashboard', ['src'], async (folder) => {
    // The test runner says `test`, which would leave a development build behind.
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      const configFile = join(root, 'src', 'web', 'vite.config.ts');
      await build({ configFile, build: { outDir: folder }, logLevel: 'warn' });
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  });
}

async function once(name: string, sources: readonly string[], make: (folder: string) => Promise<unknown>) {
  const place = join(cache, `${name}-${keyOf([...sources, 'package-lock.json'])}`);
  if (!existsSync(place)) {
    const own = `${place}.${process.pid}`;
    mkdirSync(own, { recursive: true });
    await make(own);
    try {
      renameSync(own, place);
    } catch (error) {
      rmSync(own, { recursive: true, force: true });
      // Another worker was quicker.
      if (!existsSync(place)) throw error;
    }
    sweep();
  }
  utimesSync(place, new Date(), new Date());
  return place;
}

/** Changes whenever a file of the sources does. */
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
    const build = join(cache, name);
    const unused = Date.now() - (statSync(build, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (unused > longestUnused) rmSync(build, { recursive: true, force: true });
  }
}
