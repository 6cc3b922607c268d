/** `siyagha ingest` and other changes to the collection: results, exit codes, and data folders that cannot be used. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanSamples } from '../collection/sample-collection.ts';
import { type Ingested, inFolderOf, report } from './ingesting.ts';
import { buildProgram, type Program } from './program.ts';

let built: Program;
let program: Program['here'];
beforeAll(async () => {
  built = await buildProgram();
  program = built.here;
});
afterAll(() => built?.remove());

const { write, total } = inFolderOf(() => program);

describe('ingest', () => {
  it('adds, reports as unchanged, updates and removes', async () => {
    const file = cleanSamples[0]!;
    const first = await program.json<Ingested>(['ingest', file]);
    expect(Object.keys(first).sort()).toEqual([
      'added',
      'failed',
      'renamed',
      'took_ms',
      'unchanged',
      'updated',
      'warnings',
    ]);
    expect(first).toMatchObject({ added: ['SRO-C.7-2008-9'], updated: [], unchanged: [], failed: [] });
    expect(Number.isInteger(first.took_ms)).toBe(true);
    expect(await program.json(['ingest', file])).toMatchObject({ added: [], unchanged: ['SRO-C.7-2008-9'] });
    const changed = write('SRO-C.7-2008-9.txt', `${readFileSync(file, 'utf8')}\nسطر مضاف.\n`);
    expect(await program.json(['ingest', changed])).toMatchObject({ added: [], updated: ['SRO-C.7-2008-9'] });
    expect(await total()).toBe(1);
    const found = await program.json<{ occurrences: number }>(['phrase', 'سطر مضاف']);
    expect(found.occurrences).toBe(1);
    expect(await program.json(['remove', 'SRO/C.7/2008/9'])).toEqual({ removed: 'SRO-C.7-2008-9' });
    expect(await total()).toBe(0);
    const again = await program.run(['remove', 'SRO/C.7/2008/9']);
    expect(again.code).toBe(1);
    expect(again.stderr).toMatch(/^siyagha: there is no report "SRO\/C\.7\/2008\/9": .+\n$/);
  });

  it('as text: results on stdout, nothing on stderr, no colour and no progress', async () => {
    const outcome = await program.run(['ingest', cleanSamples[0]!]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toMatch(/^added 1: SRO-C\.7-2008-9\ntook [\d.]+ s\n$/);
    expect(outcome.stdout).not.toContain('\x1b');
  });

  it('warns on stderr, and exits with 0', async () => {
    const file = write('warned/plain-text.txt', 'تقرير بلا أرقام\nهذا نص فقرة أولى.\nوهذه فقرة أخرى.\n');
    const line = /^siyagha: warning: plain-text: .+ \(no_numbers\)$/m;
    const dry = await program.run(['ingest', file, '--dry-run']);
    expect(dry.code).toBe(0);
    expect(dry.stderr).toMatch(line);
    const outcome = await program.run(['ingest', file]);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toMatch(line);
    const again = await program.json<Ingested>(['ingest', file]);
    expect(again.warnings.map(({ report, code }) => `${report} ${code}`)).toContain('plain-text no_numbers');
    const rows = outcome.stderr.trimEnd().split('\n');
    expect(rows.length).toBe(again.warnings.length);
  });

  it('refuses the same bytes under another name, and accepts them with --allow-duplicates', async () => {
    const first = write('copies/first-name.txt', report('', 'نص يعاد بعينه.'));
    const second = write('copies/second-name.txt', report('', 'نص يعاد بعينه.'));
    await program.json(['ingest', first]);
    const refused = await program.run(['ingest', second]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/second-name\.txt.*first-name.*--allow-duplicates/);
    const taken = await program.json<Ingested>(['ingest', second, '--allow-duplicates']);
    expect(taken.added).toEqual(['second-name']);
  });

  it('names the report to which a manifest gave another symbol', async () => {
    const file = write('corrected/guessed.txt', report('', 'نص عرف رمزه فيما بعد.'));
    await program.json(['ingest', file]);
    const manifest = write('corrected/manifest.csv', 'file,symbol\nguessed.txt,A/KNOWN/2001/1\n');
    const outcome = await program.run(['ingest', file, '--manifest', manifest]);
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stdout).toContain('renamed 1: guessed → A-KNOWN-2001-1\n');
  });

  it('reads a folder, skipping files that are not reports', async () => {
    write('folder/a.txt', report('A/FOLDER/2001/1', 'نص أول.'));
    write('folder/deep/b.txt', report('A/FOLDER/2002/1', 'نص ثان.'));
    write('folder/.hidden/c.txt', report('A/FOLDER/2003/1', 'نص ثالث.'));
    write('folder/notes.md', report('A/FOLDER/2004/1', 'نص رابع.'));
    write('folder/picture.png', 'x');
    const body = await program.json<Ingested>(['ingest', join(program.folder, 'folder')]);
    expect(body.added.sort()).toEqual(['A-FOLDER-2001-1', 'A-FOLDER-2002-1']);
    expect(body.failed).toEqual([]);
  });

  it('with --dry-run, reports what would be refused', async () => {
    const text = report('A/FORESEEN/2001/1', 'نص يرى مسبقا.');
    const first = write('foreseen/first.txt', text);
    await program.json(['ingest', first]);
    const nameless = 'نص بلا رمز.\nوبلا رقم.\n';
    const files = [
      // The id of the stored report from another symbol and other bytes; then the same bytes twice without a symbol.
      write('foreseen/other.txt', 'نص آخر تماما.\nغيره.\n'),
      write('foreseen/one.txt', nameless),
      write('foreseen/two.txt', nameless),
    ];
    const manifest = write('foreseen/manifest.csv', 'file,symbol\nother.txt,A-FORESEEN/2001/1\n');
    const codesOf = ({ stdout }: { stdout: string }) =>
      (JSON.parse(stdout) as { failed: { file: string; code: string }[] }).failed
        .map(({ code }) => code)
        .sort();
    const args = ['ingest', ...files, '--manifest', manifest, '--json'];
    const foreseen = await program.run([...args, '--dry-run']);
    expect(foreseen.code).toBe(1);
    expect(codesOf(foreseen)).toEqual(['duplicate_file', 'id_taken']);
    expect(
      (JSON.parse(foreseen.stdout) as { reports: { id: string }[] }).reports.map(({ id }) => id),
    ).toEqual(['one']);
    expect(codesOf(await program.run(args))).toEqual(codesOf(foreseen));
  });

  it('with --dry-run, reads files and stores nothing', async () => {
    const before = await total();
    const file = write('dry.txt', report('A/DRY/2001/1', 'عقد الاجتماع.', 'وحضره الأعضاء.'));
    const body = await program.json<{
      reports: { id: string; paragraphs: { number: number }[] }[];
      failed: [];
    }>(['ingest', file, '--dry-run']);
    expect(Object.keys(body).sort()).toEqual(['failed', 'reports']);
    expect(body.reports.map((each) => each.id)).toEqual(['A-DRY-2001-1']);
    expect(body.reports[0]!.paragraphs.flatMap((item) => item.number ?? [])).toEqual([1, 2]);
    expect(await total()).toBe(before);
    const words = await program.run(['ingest', file, '--dry-run']);
    expect(words.stdout).toMatch(/^A-DRY-2001-1 {2}\d+ paragraphs, 2 numbered, \d+ words\n$/);
    const missing = await program.run([
      'ingest',
      file,
      join(program.folder, 'none.txt'),
      '--dry-run',
      '--json',
    ]);
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.stdout)).toMatchObject({ failed: [{ code: 'file_not_found' }] });
  });

  it('takes the series from the option and the rest from a manifest', async () => {
    write('given/x.txt', report('', 'نص وحيد في هذا الملف.'));
    const manifest = write(
      'given/manifest.csv',
      'file,symbol,title,date,body,language\nx.txt,X/GIVEN/1,"عنوان، بفاصلة",2003-02-01/2003-02-05,هيئة,ar\n',
    );
    const path = join(program.folder, 'given', 'x.txt');
    await program.json(['ingest', path, '--manifest', manifest, '--series', 'mine']);
    expect(await program.json(['show', 'X/GIVEN/1'])).toMatchObject({
      id: 'X-GIVEN-1',
      title: 'عنوان، بفاصلة',
      date: { from: '2003-02-01', to: '2003-02-05' },
      year: 2003,
      body: 'هيئة',
      series: 'mine',
    });
  });
});

describe('a data folder that cannot be used', () => {
  it.each([['reports'], ['ingest', cleanSamples[0]!], ['search', 'نهر'], ['serve', '--port', '0']])(
    'one below a file: %s says so in one line',
    async (...args) => {
      const blocked = join(write('a-file', 'x'), 'data');
      const outcome = await program.run(args, { env: { SIYAGHA_DATA: blocked } });
      expect(outcome.code).toBe(1);
      expect(outcome.stderr).toMatch(/^siyagha: .*a-file.*SIYAGHA_DATA/);
      expect(outcome.stderr.trimEnd().split('\n').length, outcome.stderr).toBe(1);
      expect(outcome.stdout).toBe('');
    },
  );

  it('one whose store is not a database', async () => {
    const folder = join(program.folder, 'broken-data');
    await program.run(['ingest', cleanSamples[0]!], { env: { SIYAGHA_DATA: folder } });
    const store = readdirSync(folder).find((name) => /\.(db|sqlite)$/.test(name))!;
    writeFileSync(join(folder, store), 'this is no database, and long enough to be looked at'.repeat(50));
    const outcome = await program.run(['reports'], { env: { SIYAGHA_DATA: folder } });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr.trimEnd().split('\n').length, outcome.stderr).toBe(1);
    expect(outcome.stderr).toMatch(/^siyagha: .*broken-data/);
  });
});
