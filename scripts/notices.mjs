/** The licences of the packages in the bundle, which have to be passed on with it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose files are copied or bundled outside the program's own bundle. */
const besides = ['pdfjs-dist', 'swagger-ui-dist', 'preact', '@observablehq/plot'];

/** @param metafile esbuild's account of the bundle */
export function notices(metafile, root) {
  const folders = new Set(besides.map((name) => join('node_modules', name)));
  for (const input of Object.keys(metafile.inputs)) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, folder)).filter((file) =>
      /^(licen[cs]e|notice|copying)/i.test(file),
    );
    const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trim());
    return [`${name} ${version} (${license ?? 'see its text'})`, ...texts].join('\n\n');
  });
  const own = existsSync(join(root, 'LICENSE')) ? 'siyagha itself is under the licence in LICENSE.\n\n' : '';
  return `${own}It contains these packages, each under its own licence:\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
