/** `siyagha serve`: the API and the dashboard, until the process is told to stop. */
import type { Command } from 'commander';
import { pino } from 'pino';
import { serve as start } from '../../api/index.ts';
import { openCollection } from '../../collection/index.ts';
import { loadSettings } from '../../settings/index.ts';

export function serve(program: Command): void {
  program
    .command('serve')
    .description('Serve the API and the dashboard')
    .option('--port <port>', 'port to listen on (0: any free one)')
    .option('--host <host>', 'address to listen on')
    .action(async (options: { port?: string; host?: string }) => {
      const settings = loadSettings(process.env, { PORT: options.port, HOST: options.host });
      const log = pino({ level: settings.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
      const collection = await openCollection(settings, { log, follow: true });
      const server = await start(
        { collection, settings, log },
        { port: settings.PORT, host: settings.HOST },
      ).catch(async (error: unknown) => {
        await collection.close();
        throw error;
      });
      process.stdout.write(`siyagha: dashboard at ${server.url}, API described at ${server.url}/docs\n`);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      log.info('stopping');
      await server.close();
      await collection.close();
    });
}
