/** `siyagha serve`: the API and the dashboard, until the process is told to stop. */
import type { Command } from 'commander';
import { type Logger, pino } from 'pino';
import { serve as start } from '../../api/index.ts';
import { type Collection, CollectionError, openCollection } from '../../collection/index.ts';
import { loadSettings, type Settings } from '../../settings/index.ts';

/** A process that has not stopped by then is ended, in milliseconds. */
const longestStop = 9000;

export function serve(program: Command): void {
  program
    .command('serve')
    .description('Serve the API and the dashboard')
    .option('--port <port>', 'port to listen on (0: any free port)')
    .option('--host <host>', 'address to listen on')
    .option('--create', 'create the collection if the data folder has none (an admin key does the same)')
    .action(async (options: { port?: string; host?: string; create?: boolean }) => {
      const settings = loadSettings(process.env, { PORT: options.port, HOST: options.host });
      const log = pino({ level: settings.LOG_LEVEL }, pino.destination({ fd: 2, sync: true }));
      const collection = await openToServe(settings, log, options.create ?? false);
      const server = await start(
        { collection, settings, log },
        { port: settings.PORT, host: settings.HOST },
      ).catch(async (error: unknown) => {
        await collection.close();
        throw error;
      });
      process.stdout.write(`siyagha: dashboard at ${server.url}, API documentation at ${server.url}/docs\n`);
      await new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      log.info('stopping');
      // Answers under way are lost; everything stored stays stored.
      setTimeout(() => process.exit(1), longestStop).unref();
      await server.close();
      await collection.close();
    });
}

/**
 * Serving an empty folder makes sense only if reports are added over HTTP (an admin key is set) or by another process
 * (`--create`, as in the container); otherwise it is probably the wrong folder.
 */
async function openToServe(settings: Settings, log: Logger, create: boolean): Promise<Collection> {
  const existing = !create && settings.SIYAGHA_ADMIN_KEY === undefined;
  try {
    return await openCollection(settings, { log, follow: true, existing, pool: true });
  } catch (error) {
    if (!(error instanceof CollectionError && error.code === 'no_store')) throw error;
    const more = 'to serve an empty collection, use --create, or set SIYAGHA_ADMIN_KEY and upload reports';
    throw new CollectionError(error.code, error.status, `${error.message}; ${more}`);
  }
}
