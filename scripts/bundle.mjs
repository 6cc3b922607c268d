/**
 * Bundles the program, its workers and every package that they use, so that an installation needs no packages except
 * SQLite's binaries. What packages read from their folders at run time is copied next to the bundle.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import workers from './workers.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const folderOf = (name) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** The only packages that an installation has besides the bundle: native code. */
export const external = ['@photostructure/sqlite'];

/** Folders and files of packages, by their location next to the bundle. */
const copied = {
  'pdfjs/cmaps': ['pdfjs-dist', 'cmaps'],
  'pdfjs/standard_fonts': ['pdfjs-dist', 'standard_fonts'],
  'pdfjs/wasm/openjpeg.wasm': ['pdfjs-dist', 'wasm/openjpeg.wasm'],
  'pdfjs/wasm/jbig2.wasm': ['pdfjs-dist', 'wasm/jbig2.wasm'],
  'pdfjs/wasm/qcms_bg.wasm': ['pdfjs-dist', 'wasm/qcms_bg.wasm'],
  'swagger-ui/swagger-ui.css': ['swagger-ui-dist', 'swagger-ui.css'],
  'swagger-ui/swagger-ui-bundle.js': ['swagger-ui-dist', 'swagger-ui-bundle.js'],
};

/**
 * @param more further entry points, by the names of their files
 * @returns esbuild's account of what went into each file
 */
export async function bundle(outdir, more = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { siyagha: 'src/cli/main.ts', ...workers, ...more },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    external,
    alias: { 'arabic-normalizer': './src/normalize/index.ts' },
    // Names are kept, so that stack traces can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    // CommonJS packages ask for Node's own modules with `require`.
    banner: {
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
    logLevel: 'warning',
    metafile: true,
  });
  for (const [place, [name, path]] of Object.entries(copied)) {
    mkdirSync(dirname(join(outdir, place)), { recursive: true });
    cpSync(join(folderOf(name), path), join(outdir, place), { recursive: true });
  }
  return metafile;
}
