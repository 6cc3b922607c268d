/** Runs one command line to its end: errors as one line on stderr, the exit code 0, 1 or 2 in `process.exitCode`. */
import { CommanderError } from 'commander';
import { CollectionError } from '../collection/index.ts';
import { SettingsError } from '../settings/index.ts';
import { siyagha } from './program.ts';

/** @param args the arguments, without the program's name */
export async function run(args: readonly string[]): Promise<void> {
  try {
    await siyagha().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = report(error);
  }
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
