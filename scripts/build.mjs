/**
 * Builds what is published and what `bin/siyagha` runs: the normaliser's own package, the API client, the program (one
 * bundle and its workers), and the dashboard. With a folder as argument, it builds there instead of here.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildWeb } from 'vite';
import { bundle } from './bundle.mjs';
import { notices } from './notices.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = resolve(process.argv[2] ?? root);
const dist = join(target, 'dist');
process.chdir(root);
rmSync(dist, { recursive: true, force: true });

const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const compile = (project, outDir) =>
  execFileSync(process.execPath, [tsc, '-p', `src/${project}/tsconfig.build.json`, '--outDir', outDir], {
    stdio: 'inherit',
  });
compile('normalize', join(target, 'src', 'normalize', 'dist'));
compile('client', join(dist, 'client'));
const metafile = await bundle(dist);
await buildWeb({
  configFile: 'src/web/vite.config.ts',
  build: { outDir: join(dist, 'web') },
  logLevel: 'warn',
});
writeFileSync(join(dist, 'THIRD-PARTY.txt'), notices(metafile, root));
