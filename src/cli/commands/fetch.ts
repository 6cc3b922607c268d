/** `siyagha fetch SYMBOL…`: reports from the United Nations document system into the collection. */
import { type Command, Option } from 'commander';
import { openCollection } from '../../collection/index.ts';
import { loadSettings } from '../../settings/index.ts';
import { printIngest } from './ingest.ts';

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
    .action(
      async (
        symbols: string[],
        options: { series?: string; type: 'pdf' | 'doc' | 'docx'; json?: boolean },
      ) => {
        const collection = await openCollection(loadSettings());
        try {
          printIngest(await collection.intake.fetch(symbols, options), options.json ?? false);
        } finally {
          await collection.close();
        }
      },
    );
}
