/** `backup` and `restore`: the whole collection in one file, and back. */
import type { Command } from 'commander';
import { restoreCollection } from '../../collection/index.ts';
import { counted } from '../../report/index.ts';
import { loadSettings } from '../../settings/index.ts';
import { withCollection } from '../collection.ts';

const print = (body: object, json: boolean | undefined, text: string) =>
  void process.stdout.write(json ? `${JSON.stringify(body)}\n` : `${text}\n`);

export function backups(program: Command): void {
  program
    .command('backup <FILE>')
    .description(
      'Write the whole collection, with its original files, to one new file; you need not stop a running server',
    )
    .option('--json', 'print the answer as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const done = await withCollection(async (collection) => collection.backup(file));
      for (const id of done.without_original) {
        process.stderr.write(
          `siyagha: warning: ${id}: its original file is missing or damaged, so it is not in the backup\n`,
        );
      }
      const size = (done.bytes / 1024 / 1024).toFixed(1);
      print(
        done,
        json,
        `${counted(done.reports, 'report')}, ${counted(done.originals, 'original file')}, ${size} MB in ${done.file}, checked`,
      );
    });

  program
    .command('restore <FILE>')
    .description('Replace the collection with a backup; stop the server first')
    .option('--json', 'print the answer as JSON')
    .action((file: string, { json }: { json?: boolean }) => {
      const done = restoreCollection(loadSettings(), file);
      const before = done.before ? `; the previous database is now ${done.before}` : '';
      print(
        done,
        json,
        `restored ${counted(done.reports, 'report')} and ${counted(done.originals, 'original file')}${before}`,
      );
    });
}
