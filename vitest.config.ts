/**
 * Test runner settings: the workspace package resolved to its source, and three projects. The quick ones are what
 * `npm run check` runs; `long` has the tests that start browsers, servers and many processes, or read large data,
 * and repeats, with many more cases, the quick tests of unlimited size (`test/amount.ts`).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const long = [
  'test/{browser,deployment,faults,fuzz,mcp,package,readme,recipes,release}/**/*.test.ts',
  'test/api/{client,examples,headers,limits,openapi}.test.ts',
  'test/cli/{empty-folder,in-process,ingest,ingest-failures,pipes,questions,serve}.test.ts',
  'test/client/client.test.ts',
  'test/collection/{copies,decrees,originals,seed,siblings}.test.ts',
  'test/docs/commands.test.ts',
  'test/ingest/{data,download,isolated,one-table,printed,seed}.test.ts',
  'test/ingest/pdf/{extremes,side-effects}.test.ts',
  'test/ingest/repair/official.test.ts',
  'test/ingest/scans/{raster,scans}.test.ts',
  'test/phrases/{decrees,indexes-merged}.test.ts',
  'test/phrases/storage/page-cache.test.ts',
  'test/pool/{answers,server}.test.ts',
  'test/search/{judged,meilisearch,typos}.test.ts',
  'test/search/opensearch/**/*.test.ts',
  'test/store/crash.test.ts',
];

/** Quick tests that change global state of the process, or start others: each file has a separate process. */
const apart = [
  'test/cli/**/*.test.ts',
  'test/ingest/watchdog.test.ts',
  'test/ingest/scans/**/*.test.ts',
  'test/phrases/indexes.test.ts',
  'test/phrases/storage/**/*.test.ts',
  'test/pool/**/*.test.ts',
  'test/store/**/*.test.ts',
];

const all = 'test/**/*.test.{ts,tsx}';

const tests = fileURLToPath(new URL('./test/', import.meta.url));
/** Quick tests that `npm run test:long` repeats with more cases. */
const repeated = () =>
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.test.ts') && readFileSync(`${tests}${file}`, 'utf8').includes('/amount.ts'),
    )
    .map((file) => `test/${file}`);

export default defineConfig({
  resolve: {
    alias: { 'arabic-normalizer': fileURLToPath(new URL('./src/normalize/index.ts', import.meta.url)) },
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No test is about time: waiting may take long on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    globalSetup: 'test/temporary.ts',
    projects: [
      // Files share a process, and so their imports: mostly pure functions.
      {
        extends: true,
        test: { name: 'quick', isolate: false, include: [all], exclude: [...apart, ...long] },
      },
      { extends: true, test: { name: 'quick-apart', include: apart, exclude: long } },
      {
        extends: true,
        test: {
          name: 'long',
          testTimeout: 300_000,
          hookTimeout: 600_000,
          include: process.env.SIYAGHA_TESTS === 'long' ? [...long, ...repeated()] : long,
        },
      },
    ],
  },
});
