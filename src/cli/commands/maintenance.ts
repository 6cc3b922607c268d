/** `remove`, `reindex` and `verify`. */
import type { Command } from 'commander';
import { counted } from '../../report/index.ts';
import { withCollection } from '../collection.ts';

export function maintenance(program: Command): void {
  program
    .command('remove <REPORT>')
    .description('Remove a report from the collection')
    .option('--json', 'print the answer as JSON')
    .action(async (id: string, options: { json?: boolean }) => {
      const done = await withCollection((collection) => collection.remove(id));
      process.stdout.write(options.json ? `${JSON.stringify(done)}\n` : `removed ${done.removed}\n`);
    });

  program
    .command('reindex')
    .description('Rebuild the indexes from the stored reports')
    .option('--json', 'print the answer as JSON')
    .action(async (options: { json?: boolean }) => {
      const done = await withCollection((collection) => collection.reindex());
      const line = `rebuilt the indexes of ${counted(done.reports, 'report')} in ${done.took_ms} ms`;
      process.stdout.write(options.json ? `${JSON.stringify(done)}\n` : `${line}\n`);
    });

  program
    .command('verify')
    .description('Check the store, the indexes and the kept files for damage')
    .option('--json', 'print the answer as JSON')
    .action(async (options: { json?: boolean }) => {
      const result = await withCollection((collection) => collection.verify());
      if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      else {
        const { reports, paragraphs, words } = result.checked;
        const all = [counted(reports, 'report'), counted(paragraphs, 'paragraph'), counted(words, 'word')];
        process.stdout.write(`checked ${all.join(', ')}\n`);
        for (const { code, message } of result.problems)
          process.stderr.write(`siyagha: ${code}: ${message}\n`);
        if (result.problems.length === 0) process.stdout.write('all is well\n');
      }
      if (result.problems.length > 0) process.exitCode = 1;
    });
}
