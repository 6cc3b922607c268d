/** The command line program: its commands, and usage errors on one line. */
import { Command } from 'commander';
import { version } from '../settings/index.ts';
import { commands } from './commands/index.ts';

export function siyagha(): Command {
  const program = new Command('siyagha')
    .description('How was this worded, in every report, over the years?')
    .version(version)
    .configureOutput({
      outputError(text, write) {
        const line = text
          .trim()
          .replace(/^error: /, '')
          .replaceAll(/\s*\n\s*/g, ' ');
        write(`siyagha: ${line} (see siyagha --help, or siyagha COMMAND --help)\n`);
      },
    })
    .exitOverride();
  for (const add of commands) add(program);
  return program;
}
