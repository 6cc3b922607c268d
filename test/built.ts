/** The program and the dashboard as published, built once for each state of their sources. */
import { fileURLToPath } from 'node:url';
import { once } from './once.ts';

/** The program's bundle: `siyagha.js` runs a command line, `run.js` exports the function that does. */
export function builtProgram(): Promise<string> {
  return once('program', ['src', 'scripts/bundle.mjs', 'scripts/workers.json'], async (folder) => {
    const { bundle } = await import('../scripts/bundle.mjs');
    await bundle(folder, { run: 'src/cli/run.ts' });
  });
}

/** The dashboard's files. */
export function builtDashboard(): Promise<string> {
  return once('dashboard', ['src'], async (folder) => {
    const { build } = await import('vite');
    // The test runner sets NODE_ENV to `test`, which would make a development build.
    const { NODE_ENV } = process.env;
    process.env.NODE_ENV = 'production';
    try {
      const configFile = fileURLToPath(new URL('../src/web/vite.config.ts', import.meta.url));
      await build({ configFile, build: { outDir: folder }, logLevel: 'warn' });
    } finally {
      process.env.NODE_ENV = NODE_ENV;
    }
  });
}
