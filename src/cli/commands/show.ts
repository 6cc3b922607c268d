/** `siyagha show REPORT`: one report with its paragraphs, or with its repaired words. */
import type { Command } from 'commander';
import { cases, checkParameters } from '../../collection/index.ts';
import { withCollection } from '../collection.ts';
import * as text from '../text/index.ts';

export function show(program: Command): void {
  program
    .command('show <REPORT>')
    .description('One report with its paragraphs')
    .option('--repairs', 'instead: every repaired word, with the letters that were read')
    .option('--json', 'print the body that the API gives')
    .action(async (id: string, options: { repairs?: boolean; json?: boolean }) => {
      const answer = await withCollection((collection) =>
        collection.use(async (view) => {
          if (options.repairs) {
            const repairs = await cases.repairs.run(
              view,
              checkParameters(cases.repairs.params, { id, limit: '1000' }),
            );
            return options.json ? JSON.stringify(repairs) : text.repairs(repairs);
          }
          const parameters = checkParameters(cases.report.params, { id, paragraphs: 'true' });
          const body = await cases.report.run(view, parameters);
          return options.json ? JSON.stringify(body) : text.show(body);
        }),
      );
      process.stdout.write(`${answer}\n`);
    });
}
