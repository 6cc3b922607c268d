/** `siyagha reread [REPORT…]`: reads the kept files of reports again. */
import type { Command } from 'commander';
import { withCollection } from '../collection.ts';
import { clearLine, printIngest, progressOnTerminal } from './ingest.ts';

export function rereading(program: Command): void {
  program
    .command('reread [REPORT...]')
    .description(
      'Read the kept files of these reports again; without REPORT, of all that an older version read',
    )
    .option('--json', 'print the answer as JSON')
    .action(async (reports: string[], options: { json?: boolean }) => {
      const onProgress = progressOnTerminal();
      const result = await withCollection(({ intake }) => intake.reread({ reports, onProgress }));
      clearLine();
      printIngest(result, options.json ?? false);
    });
}
