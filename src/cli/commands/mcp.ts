/** `siyagha mcp`: the collection for assistants, over the Model Context Protocol on standard input and output. */
import type { Command } from 'commander';
import { pino } from 'pino';
import { loadSettings } from '../../settings/index.ts';
import { withCollection } from '../collection.ts';

export function mcp(program: Command): void {
  program
    .command('mcp')
    .description(
      'Serve an assistant over the Model Context Protocol on stdio (a running server does so at /mcp)',
    )
    .addHelpText(
      'after',
      '\nGive an assistant that starts programs the command "siyagha mcp", and set SIYAGHA_DATA. Links in answers lead to' +
        '\nSIYAGHA_PUBLIC_URL or, if it is not set, to the address of "siyagha serve".',
    )
    .action(async () => {
      const { serveStdio } = await import('../../mcp/index.ts');
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
