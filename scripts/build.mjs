/**
 * Builds what is published and what `bin/siyagha` runs: the normaliser's own package, the program (one bundle and
 * its workers), and the dashboard.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { build as buildWeb } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
execFileSync(process.execPath, [tsc, '-p', 'src/normalize/tsconfig.build.json'], { stdio: 'inherit' });

const workers = {
  'phrases-worker': 'src/phrases/set/maker-thread.ts',
  'answers-worker': 'src/collection/pool/worker.ts',
  'reader-worker': 'src/ingest/worker.ts',
};
await build({
  entryPoints: {
    siyagha: 'src/cli/main.ts',
    ...Object.fromEntries(Object.entries(workers).filter(([, file]) => existsSync(file))),
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  packages: 'external',
  alias: { 'arabic-normalizer': './src/normalize/index.ts' },
  sourcemap: true,
  logLevel: 'warning',
});

if (existsSync('src/web/index.html')) {
  await buildWeb({ configFile: 'src/web/vite.config.ts', logLevel: 'warn' });
}
