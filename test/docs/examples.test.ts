/** Files that documents tell the reader to write are accepted by the program. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseManifest } from '../../src/ingest/manifest.ts';
import { loadCatalogue } from '../../src/settings/index.ts';
import { projectRoot, temporaryFolder } from '../collection/sample-collection.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const page = (name: string) => readFileSync(join(projectRoot, 'docs', 'how-to', name), 'utf8');

it('the series of one’s own', () => {
  const [, json] = /<<'END'\n([\s\S]*?)^END$/m.exec(page('series.md'))!;
  mkdirSync(join(folder, 'series'));
  writeFileSync(join(folder, 'series', 'wells.json'), json!);
  const [series] = loadCatalogue(join(folder, 'series'));
  expect(series).toMatchObject({ id: 'wells', body: 'WEL' });
  expect(series!.meetings.map(({ year, symbol }) => [year, symbol])).toEqual([
    [2020, 'WEL/2020/1'],
    [2022, null],
  ]);
});

it('the manifest, and its table of columns', () => {
  const text = page('manifest.md');
  const [, csv] = /```csv\n([\s\S]*?)```/.exec(text)!;
  const manifest = parseManifest(csv!, join(folder, 'manifest.csv'));
  expect([...manifest.values()].map(({ symbol, date }) => [symbol, date])).toEqual([
    ['COM/2008/1', '2008-05-12/2008-05-16'],
    ['COM/2010/1', '2010-06-07'],
  ]);
  const columns = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, column]) => column);
  expect(columns).toEqual(csv!.split('\n')[0]!.split(','));
});
