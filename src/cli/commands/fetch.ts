/** `siyagha fetch SYMBOL…`: reports from the United Nations document system into the collection. */
import { type Command, Option } from 'commander';
import { withCollection } from '../collection.ts';
import { printIngest } from './ingest.ts';

interface Options {
  series?: string;
  type: 'pdf' | 'doc' | 'docx';
  json?: boolean;
}

export function fetching(program: Command): void {
  program
    .command('fetch <SYMBOL...>')
    .description(
      'Download reports in Arabic from the document system (SIYAGHA_DOCUMENTS_URL) and ingest them',
    )
    .option('--series <id>', 'series of these reports')
    .addOption(
      new Option('--type <type>', 'file type to ask for').choices(['pdf', 'doc', 'docx']).default('pdf'),
    )
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `
SIYAGHA_DOCUMENTS_URL is the address that is asked. A redirect of its server is followed to https alone and to no private
address; SIYAGHA_DOCUMENTS_HOSTS names hosts, with commas between, for which neither holds.`,
    )
    .action(async (symbols: string[], options: Options) => {
      const result = await withCollection(({ intake }) => intake.fetch(symbols, options), {});
      printIngest(result, options.json ?? false);
    });
}
