/**
 * Both packages as their users get them: packed, installed in an empty folder, and used for their main job. No registry
 * is used: siyagha's dependencies are packed from this checkout.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot, shippedSamples, temporaryFolder } from '../collection/sample-collection.ts';

const { folder, remove } = temporaryFolder();
const home = join(folder, 'home');
const env = { ...process.env, SIYAGHA_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' };

function run(command: string, args: readonly string[], cwd = home): string {
  return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a program of the user's, as a module in the installation folder. */
function runModule(text: string): unknown {
  writeFileSync(join(home, 'mine.mjs'), text);
  return JSON.parse(run(process.execPath, ['mine.mjs']));
}

/** @returns the tarball */
function pack(from: string): string {
  const packed = run(
    'npm',
    ['pack', from, '--ignore-scripts', '--json', '--pack-destination', folder],
    folder,
  );
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  return join(folder, filename.replace('@', '').replace('/', '-'));
}

/** What `npm pack` would pack here, built in another folder: parallel tests may be reading `dist`. */
function stage(): { siyagha: string; normalizer: string } {
  const stageFolder = join(folder, 'stage');
  const normalizer = join(stageFolder, 'src', 'normalize');
  mkdirSync(normalizer, { recursive: true });
  run(process.execPath, [join(projectRoot, 'scripts', 'build.mjs'), stageFolder], projectRoot);
  const files = (from: string) =>
    (JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as { files: string[] }).files;
  for (const [from, to] of [
    [projectRoot, stageFolder],
    [join(projectRoot, 'src', 'normalize'), normalizer],
  ] as const) {
    for (const name of [...files(from), 'package.json', 'README.md', 'LICENSE']) {
      if (name !== 'dist') cpSync(join(from, name), join(to, name), { recursive: true });
    }
  }
  return { siyagha: stageFolder, normalizer };
}

/** Names of the packages that this one needs, and of those that they need. */
function dependencies(of: string): string[] {
  const { dependencies: named = {} } = JSON.parse(readFileSync(join(of, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  const found = Object.keys(named);
  return [
    ...new Set([...found, ...found.flatMap((name) => dependencies(join(projectRoot, 'node_modules', name)))]),
  ];
}

const sizeOf = (path: string): number =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
    : statSync(path).size;

beforeAll(() => {
  mkdirSync(home);
  const staged = stage();
  const tarballs = [
    pack(staged.siyagha),
    pack(staged.normalizer),
    ...dependencies(staged.siyagha).map((name) => pack(join(projectRoot, 'node_modules', name))),
  ];
  writeFileSync(join(home, 'package.json'), '{"name":"somebody","private":true}');
  run('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', ...tarballs]);
});
afterAll(remove);

const shown = ['search', 'phrase', 'serve'];

describe('siyagha', () => {
  it('brings only the packages that it declares', () => {
    const found = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(found.sort()).toEqual([
      '@photostructure',
      'arabic-normalizer',
      'node-addon-api',
      'node-gyp-build',
      'siyagha',
    ]);
  });

  it('is as small as the README says', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const [, said] = /(\d+) MB on disk/.exec(readme) ?? [];
    const [siyagha, sqlite] = ['siyagha', '@photostructure'].map((name) =>
      sizeOf(join(home, 'node_modules', name)),
    );
    expect(Math.abs((siyagha! + sqlite!) / 1e6 - Number(said))).toBeLessThan(3);
  });

  it('reads the sample reports and answers on the command line', () => {
    const npx = (...args: string[]) => run('npx', ['--no', '--', 'siyagha', ...args]);
    for (const name of shown) expect(npx('--help')).toContain(`  ${name} `);
    const added = JSON.parse(npx('ingest', join(home, 'node_modules/siyagha/samples/reports'), '--json')) as {
      added: string[];
      failed: unknown[];
    };
    expect(added).toMatchObject({ failed: [] });
    expect(added.added).toHaveLength(shippedSamples.length);
    expect(npx('threads', 'مرة كل ثلاثة أشهر')).toContain('2 occurrences in 1 thread');
    npx('compare', added.added[0]!, added.added[1]!, '--out', 'changes.docx');
    expect(statSync(join(home, 'changes.docx')).size).toBeGreaterThan(1000);
    const pdf = join(projectRoot, 'test', 'ingest', 'pdf', 'files', 'naskh.writer.pdf');
    const read = JSON.parse(npx('ingest', pdf, '--dry-run', '--json')) as { reports: { words: number }[] };
    expect(read.reports[0]!.words).toBeGreaterThan(50);
  });

  it('serves the API, its documentation and the dashboard, and its client can use them', async () => {
    const bin = join(home, 'node_modules', '.bin', 'siyagha');
    const child = spawn(process.execPath, [bin, 'serve', '--port', '0'], { cwd: home, env });
    const closed = new Promise((resolve) => child.on('close', resolve));
    try {
      const said = await new Promise<string>((resolve) =>
        child.stdout.once('data', (data) => resolve(`${data}`)),
      );
      const url = /http:\/\/[^\s,]+/.exec(said)![0];
      for (const path of ['/', '/docs', '/docs/swagger-ui-bundle.js', '/openapi.json', '/healthz']) {
        expect((await fetch(`${url}${path}`)).status, path).toBe(200);
      }
      const answer = runModule(`
        import { createClient, SiyaghaError } from 'siyagha/client';
        const siyagha = createClient({ url: '${url}/' });
        const symbols = [];
        for await (const report of siyagha.each('reports', { limit: 3 })) symbols.push(report.symbol);
        const { occurrences } = await siyagha.phrases({ q: 'مرة كل ثلاثة أشهر' });
        const error = await siyagha.search({ q: '' }).catch((error) => error);
        const csv = await (await siyagha.response('reports', { format: 'csv' })).text();
        console.log(JSON.stringify({
          symbols, occurrences, lines: csv.trim().split('\\n').length,
          error: [error instanceof SiyaghaError, error.status, error.code, error.errors[0].path],
        }));`);
      expect(answer).toEqual({
        symbols: expect.objectContaining({ length: 8 }),
        occurrences: 2,
        lines: 9,
        error: [true, 400, 'invalid_parameters', 'q'],
      });
    } finally {
      child.kill('SIGTERM');
      await closed;
    }
  });

  it('its client has types that an editor finds', () => {
    const tsc = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    const compilerOptions = { noEmit: true, strict: true, target: 'es2023', module: 'nodenext', types: [] };
    const settings = { compilerOptions: { ...compilerOptions, lib: ['es2023', 'dom'] }, files: ['mine.mts'] };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(settings));
    const check = (text: string) => {
      writeFileSync(join(home, 'mine.mts'), text);
      return spawnSync(process.execPath, [tsc], { cwd: home, encoding: 'utf8' }).stdout;
    };
    const head = `
      import { createClient } from 'siyagha/client';
      import { words } from 'arabic-normalizer';
      const siyagha = createClient({ url: '', key: '' });`;
    const good = `${head}
      const found = await siyagha.search({ q: 'x', report: ['A'], limit: 3 });
      const numbers: (number | null)[] = found.hits.map((hit) => hit.paragraph.number);
      for await (const { text, words: length } of siyagha.each('reportRecurring', { id: 'A' })) console.log(text, length.toFixed());
      const { added } = await siyagha.addReport({ file: new Blob([]), symbol: 'A/1' });
      const all: string[] = (await siyagha.all('reports', {})).map((report) => report.symbol);
      const series = await siyagha.series();
      console.log(numbers, added.length, all, series.total, words('x').length);`;
    expect(check(good)).toBe('');
    for (const wrong of [
      "await siyagha.search({ q: 'x', match: 'fuzzy' });",
      'await siyagha.search({});',
      'await siyagha.search();',
      "siyagha.each('compare', { base: 'A', other: 'B' });",
      '(await siyagha.series()).items[0]!.nothing;',
    ]) {
      expect(check(`${head}\n${wrong}`), wrong).toMatch(/mine.mts\(5,.*error TS/);
    }
  });

  it('has the licences of what it contains', () => {
    const text = readFileSync(join(home, 'node_modules', 'siyagha', 'dist', 'THIRD-PARTY.txt'), 'utf8');
    for (const name of ['pdfjs-dist', 'hono', 'zod', 'swagger-ui-dist', 'docx', 'preact']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
    }
    expect(text).toContain('Apache License');
  });
});

describe('arabic-normalizer', () => {
  it('finds the tokens of a text, in Node and by its types', () => {
    expect(
      runModule(`
        import { normalize, tokenize, words } from 'arabic-normalizer';
        console.log(JSON.stringify([words('ﺍﻟﻘﺎﻧﻮﻥ رقم ٦٣'), normalize('شئون') === normalize('شؤون'), tokenize('الـمـجـلـس')]));`),
    ).toEqual([['القانون', 'رقم', '63'], true, [{ text: 'المجلس', start: 0, end: 10 }]]);
  });

  it('has what a separate package needs', () => {
    const at = join(home, 'node_modules', 'arabic-normalizer');
    for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'dist/index.js', 'dist/index.d.ts']) {
      expect(existsSync(join(at, name)), name).toBe(true);
    }
    const { version, dependencies } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8')) as {
      version: string;
      dependencies?: object;
    };
    expect(dependencies).toBeUndefined();
    expect(readFileSync(join(at, 'CHANGELOG.md'), 'utf8')).toContain(`## ${version}`);
  });
});
