/** `siyagha setup-meilisearch`: keys with minimal rights, as lines for an environment file. */
import type { Command } from 'commander';
import { searchKeys } from '../../collection/index.ts';
import { loadSettings } from '../../settings/index.ts';

export function setupMeilisearch(program: Command): void {
  program
    .command('setup-meilisearch')
    .description(
      'Use MEILI_MASTER_KEY to create a key for searching and one for indexing on the server at MEILI_URL, and print them ' +
        'as settings; run again, it prints the same keys',
    )
    .option('--json', 'print the answer as JSON')
    .action(async (options: { json?: boolean }) => {
      const { search, feed } = await searchKeys(loadSettings());
      const keys = { MEILI_KEY: feed, MEILI_SEARCH_KEY: search };
      const lines = Object.entries(keys).map(([name, key]) => `${name}=${key}\n`);
      process.stdout.write(options.json ? `${JSON.stringify(keys)}\n` : lines.join(''));
    });
}
