/**
 * Builds what is published and what `bin/siyagha` runs: the normaliser's own package, the program (one bundle and
 * its workers), and the dashboard.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { build as buildWeb } from 'vite';
import workers from './workers.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
rmSync('dist', { recursive: true, force: true });

const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
execFileSync(process.execPath, [tsc, '-p', 'src/normalize/tsconfig.build.json'], { stdio: 'inherit' });

await build({
  entryPoints: {
    siyagha: 'src/cli/main.ts',
    ...workers,
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
