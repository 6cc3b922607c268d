/** The job over files and folders: outcomes, isolated failures, manifest, limits. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findFiles,
  ingestFiles,
  parseManifest,
  parseReport,
  readManifest,
  readWhole,
} from '../../src/ingest/index.ts';
import type { ParsedReport } from '../../src/report/index.ts';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const write = (name: string, text: string | Uint8Array) => {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), text);
};
const report = (symbol: string) => `${symbol}\nتقرير اللجنة\n1 - نص.\n2 - نص.\n`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ingest-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A store of hashes only. */
function memory() {
  const kept = new Map<string, ParsedReport>();
  const put = (parsed: ParsedReport) => {
    const before = kept.get(parsed.report.id);
    kept.set(parsed.report.id, parsed);
    const same = before?.report.source.sha256 === parsed.report.source.sha256;
    const outcome = !before ? ('added' as const) : same ? ('unchanged' as const) : ('updated' as const);
    return { outcome, renamed: [] };
  };
  return { kept, putAll: (all: readonly ParsedReport[]) => all.map(put) };
}

describe('finding files', () => {
  it('walks folders, skipping other files, and survives loops', async () => {
    for (const name of ['b.txt', 'a.html', 'x.csv', '.hidden/c.txt', 'data/d.txt', 'in/e.docx', '~$f.docx'])
      write(name, 'x');
    symlinkSync(folder, at('in', 'loop'));
    symlinkSync(at('nowhere'), at('dangling.txt'));
    const { files, failed } = await findFiles([folder, at('b.txt')], { exclude: [at('data')] });
    expect(files).toEqual([at('a.html'), at('b.txt'), at('in', 'e.docx')]);
    expect(failed).toEqual([]);
  });

  it('reports what is missing', async () => {
    const { failed } = await findFiles([at('none.txt')]);
    expect(failed).toMatchObject([{ file: at('none.txt'), code: 'file_not_found' }]);
  });
});

describe('the job', () => {
  it('distinguishes added, unchanged and updated', async () => {
    const store = memory();
    write('a.txt', report('X/1/2011'));
    write('b.txt', report('X/2/2011'));
    expect(await ingestFiles([folder], store)).toMatchObject({ added: ['X-1-2011', 'X-2-2011'], failed: [] });
    write('b.txt', `${report('X/2/2011')}3 - جديد.\n`);
    expect(await ingestFiles([folder], store)).toMatchObject({
      unchanged: ['X-1-2011'],
      updated: ['X-2-2011'],
      added: [],
    });
    expect(store.kept.get('X-2-2011')!.report.ingested_at).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('reads a damaged layer last, and once more when the collection has siblings', async () => {
    const store = memory();
    const layer = [
      'SRO/C.9/2011/3',
      '  مقدمة  –أولا   ',
      '  .للأمم المتحدة٢٠١١عام عقدت  - ١',
      '  .الوثائق  - ٢  ',
    ];
    write('a.txt', layer.join('\n'));
    write('b.txt', report('X/2/2011'));
    const asked: string[] = [];
    const given: unknown[] = [];
    const seen: string[] = [];
    const run = (texts: readonly string[]) =>
      ingestFiles([folder], {
        ...store,
        siblings: ({ id }) => {
          asked.push(`${id} after ${[...store.kept.keys()]}`);
          return texts;
        },
        parse: async (path, options) => {
          given.push(options.siblings);
          return parseReport(await readWhole(path), options);
        },
        onProgress: ({ done, total, file }) => seen.push(`${done}/${total} ${file.slice(-5)}`),
      });
    expect((await run(['نص'])).added).toEqual(['X-2-2011', 'SRO-C.9-2011-3']);
    expect(asked).toEqual(['SRO-C.9-2011-3 after X-2-2011']);
    expect(given).toEqual([undefined, undefined, ['نص']]);
    expect(seen).toEqual(['1/2 b.txt', '2/2 a.txt']);
    expect((await run([])).unchanged).toEqual(['X-2-2011', 'SRO-C.9-2011-3']);
    expect(given).toHaveLength(5);
  });

  it('fails the second of two files with one symbol, naming both', async () => {
    write('a.txt', report('X/1/2011'));
    write('b.txt', `${report('X/1/2011')}\nسطر آخر.`);
    const { added, failed } = await ingestFiles([folder], memory());
    expect(added).toEqual(['X-1-2011']);
    expect(failed).toMatchObject([{ file: at('b.txt'), code: 'duplicate_symbol' }]);
    expect(failed[0]!.message).toContain(at('a.txt'));
  });

  it('treats the same file given twice as one report', async () => {
    write('a.txt', report('X/1/2011'));
    write('copy of a.txt', report('X/1/2011'));
    const { added, unchanged, failed } = await ingestFiles([folder], memory());
    expect({ added, unchanged, failed }).toEqual({
      added: ['X-1-2011'],
      unchanged: ['X-1-2011'],
      failed: [],
    });
  });

  it('limits each failure to its own file', async () => {
    write('a.txt', '');
    write(
      'b.txt',
      Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 256),
    );
    write('c.docx', 'PK\u0003\u0004 cut off');
    write('d.pdf', 'نص');
    write('e.txt', report('X/5/2011'));
    const seen: string[] = [];
    const result = await ingestFiles([folder, at('none')], {
      ...memory(),
      onProgress: (p) => seen.push(`${p.done}/${p.total} ${p.outcome}`),
    });
    expect(result.added).toEqual(['X-5-2011']);
    expect(Object.fromEntries(result.failed.map((f) => [f.file.slice(folder.length + 1), f.code]))).toEqual({
      none: 'file_not_found',
      'a.txt': 'empty_file',
      'b.txt': 'binary_file',
      'c.docx': 'damaged_file',
      'd.pdf': 'wrong_format',
    });
    expect(seen.at(-1)).toBe('5/5 added');
    for (const { message, file } of result.failed) expect(message).toContain(file);
  });

  it('refuses a file of two gigabytes before reading it', async () => {
    write('a.txt', '');
    truncateSync(at('a.txt'), 2 * 1024 ** 3);
    const { failed } = await ingestFiles([folder], memory());
    expect(failed).toMatchObject([{ code: 'file_too_large' }]);
  });

  it('takes from the manifest what the file does not say', async () => {
    write('a.txt', 'تقرير\n1 - نص.\n2 - نص.');
    write('list.csv', 'file,symbol,date,series\na.txt,X/9/2010,2010-02-01/2010-02-03,own\nb.txt,X/8,,\n');
    const store = memory();
    const manifest = await readManifest(at('list.csv'));
    const result = await ingestFiles([at('a.txt')], { ...store, manifest, series: 'other' });
    expect(store.kept.get('X-9-2010')!.report).toMatchObject({ series: 'own', year: 2010 });
    expect(result.failed).toMatchObject([{ file: at('b.txt'), code: 'manifest_file_missing' }]);
  });
});

describe('the manifest', () => {
  it.each([
    ['symbol\nX/1', 'line 1: there is no column file'],
    ['file,colour\na,b', 'line 1: there is no column "colour"'],
    ['file,date\na.txt,\nb.txt,May 2011', 'line 3, column date: "May 2011"'],
    ['file,year\na.txt,11', 'line 2, column year: "11"'],
    [
      'file,year,date\na.txt,2012,2011-05-09',
      'line 2, column year: 2012 is not the year of the date 2011-05-09',
    ],
    ['file,language\na.txt,arabic', 'line 2, column language'],
    ['file\na.txt\na.txt', 'line 3, column file: a.txt is already on line 2'],
    ['file,year\na.txt,2011,x', 'list.csv'],
  ])('%j', (text, message) => {
    expect(() => parseManifest(text, 'list.csv')).toThrowError(
      expect.objectContaining({ code: 'manifest', message: expect.stringContaining(message) }),
    );
  });

  it('accepts either year of a meeting that lasts into the next year', () => {
    for (const year of ['2011', '2012'])
      expect(parseManifest(`file,year,date\na.txt,${year},2011-12-28/2012-01-03`, 'x.csv').size).toBe(1);
  });

  it('reads a byte order mark, quotes and blank lines', () => {
    const manifest = parseManifest(
      '\uFEFFfile,title\r\n\r\n"a, b.txt","عنوان ""مقتبس"""\r\n',
      '/in/list.csv',
    );
    expect([...manifest]).toMatchObject([['/in/a, b.txt', { title: 'عنوان "مقتبس"' }]]);
  });
});
