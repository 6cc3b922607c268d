/** `siyagha mcp`: the collection for assistants, by the Model Context Protocol on standard input and output. */
import type { Command } from 'commander';
import { pino } from 'pino';
import { serveStdio } from '../../mcp/index.ts';
import { loadSettings } from '../../settings/index.ts';
import { withCollection } from '../collection.ts';

export function mcp(program: Command): void {
  program
    .command('mcp')
    .description('Answer an assistant over the Model Context Protocol on stdio (a server does so at /mcp)')
    .addHelpText(
      'after',
      '\nFor an assistant that starts programs, name the command "siyagha mcp" and set SIYAGHA_DATA. Links in answers lead to' +
        '\nSIYAGHA_PUBLIC_URL, or to where "siyagha serve" would be.',
    )
    .action(async () => {
      const settings = loadSettings();
      const log = pino({ level: settings.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
      const base = settings.SIYAGHA_PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`;
      await withCollection(
        (collection) => serveStdio({ collection, log, base }),
        { log, follow: true, existing: true, pool: true },
        settings,
      );
    });
}
