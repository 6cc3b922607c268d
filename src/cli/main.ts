/** The command line program: errors as one line, exit 0, 1 or 2. */
import { CommanderError } from 'commander';
import { CollectionError } from '../collection/index.ts';
import { SettingsError } from '../settings/index.ts';
import { siyagha } from './program.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await siyagha().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong on stderr and gives the exit code: 2 for wrong usage, 1 for the rest. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`siyagha: ${message}\n`);
  if (error instanceof CollectionError) return error.status === 400 ? 2 : 1;
  if (error instanceof SettingsError) return 2;
  if (process.env.SIYAGHA_TRACE && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}
