/** `siyagha fetch SYMBOL…`: downloads reports from the United Nations document system and ingests them. */
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
      new Option('--type <type>', 'file type to download').choices(['pdf', 'doc', 'docx']).default('pdf'),
    )
    .option('--json', 'print the answer as JSON')
    .addHelpText(
      'after',
      `
SIYAGHA_DOCUMENTS_URL is the address to download from. Redirects are followed only to https and never to a private
address, except to hosts listed in SIYAGHA_DOCUMENTS_HOSTS, separated by commas.`,
    )
    .action(async (symbols: string[], options: Options) => {
      const result = await withCollection(({ intake }) => intake.fetch(symbols, options), {});
      printIngest(result, options.json ?? false);
    });
}
