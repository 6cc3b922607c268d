/** Imports go one way: the table of docs/architecture.md, checked against every source file. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Folder → folders it may import, besides itself. */
const allowed: Record<string, readonly string[]> = {
  report: [],
  normalize: [],
  client: [],
  ingest: ['report', 'normalize'],
  store: ['report', 'normalize'],
  phrases: ['report', 'normalize', 'store'],
  search: ['report', 'normalize', 'store', 'phrases'],
  compare: ['report', 'normalize', 'phrases'],
  settings: ['report', 'normalize'],
  collection: ['report', 'normalize', 'ingest', 'store', 'phrases', 'search', 'compare', 'settings'],
  mcp: ['collection', 'settings'],
  api: ['collection', 'settings', 'report', 'mcp'],
  cli: ['collection', 'settings', 'report', 'normalize', 'api', 'mcp'],
  web: ['api', 'normalize'],
};

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name);
    if (name === 'dist' || name === 'node_modules') return [];
    if (statSync(file).isDirectory()) return sources(file);
    return /\.tsx?$/.test(name) ? [file] : [];
  });
}

const files = sources('src');
const folderOf = (file: string): string => relative('src', file).split(/[\\/]/)[0]!;

/** Modules that a file names in import, export and dynamic import. */
function imports(file: string): { name: string; typeOnly: boolean }[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const found = text.matchAll(/(?:(import|export)(\s+type)?[^'";]*?from\s*|import\(\s*|import\s+)'([^']+)'/g);
  return [...found].map((match) => ({ name: match[3]!, typeOnly: match[2] !== undefined }));
}

function target(file: string, name: string): string | null {
  if (name === 'arabic-normalizer') return 'normalize';
  // Shipped word lists are data, which a folder may use as its default.
  if (!name.startsWith('.') || /^[./]+config\/\w+\.json$/.test(name)) return null;
  return folderOf(relative('.', resolve(dirname(file), name)));
}

test('every source folder is in the table', () => {
  const folders = readdirSync('src').filter((name) => statSync(join('src', name)).isDirectory());
  expect(folders.sort()).toEqual(Object.keys(allowed).sort());
});

test('the table is that of docs/architecture.md', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const rows = [...text.matchAll(/^\| `src\/(\w+)` *\|[^|]*\|([^|]*)\|$/gm)];
  const written = rows.map(([, folder, may]) => [
    folder,
    may!.trim() === 'nothing' ? [] : may!.split(',').map((name) => name.trim()),
  ]);
  expect(Object.fromEntries(written)).toEqual(allowed);
});

test('imports go one way', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const from = folderOf(file);
    for (const { name } of imports(file)) {
      const to = target(file, name);
      if (to === null || to === from || allowed[from]?.includes(to)) continue;
      wrong.push(`${file} imports ${name}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('the storage of segments knows nothing about phrases', () => {
  const outside = files
    .filter((file) => /phrases[\\/]storage[\\/]/.test(file))
    .flatMap((file) => imports(file).filter(({ name }) => !/^(node:|\.\/)/.test(name)));
  expect(outside).toEqual([]);
});

test('the dashboard takes only types from the API', () => {
  const values = files
    .filter((file) => folderOf(file) === 'web')
    .flatMap((file) =>
      imports(file).filter(({ name, typeOnly }) => target(file, name) === 'api' && !typeOnly),
    );
  expect(values).toEqual([]);
});

test('the normaliser is imported by its package name and depends on nothing', () => {
  const reaching = files
    .filter((file) => folderOf(file) !== 'normalize')
    .flatMap((file) => imports(file).filter(({ name }) => /normalize\/(index|[a-z-]+)\.ts$/.test(name)))
    .map(({ name }) => name)
    .filter((name) => name.includes('../normalize/'));
  expect(reaching).toEqual([]);
  const outside = files
    .filter((file) => folderOf(file) === 'normalize')
    .flatMap((file) => imports(file).filter(({ name }) => !name.startsWith('.')));
  expect(outside).toEqual([]);
});

test('a file says what it is for in its first lines, and no folder is a collection of leftovers', () => {
  const silent = files.filter((file) => !/^(#!.*\n)?\s*(\/\*|\/\/)/.test(readFileSync(file, 'utf8')));
  expect(silent).toEqual([]);
  const drawers = files.filter((file) => /[\\/](utils?|helpers?|common|core|lib)[\\/]/.test(file));
  expect(drawers).toEqual([]);
});
