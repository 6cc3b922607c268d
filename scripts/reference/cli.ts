/** The page of the command line, from the program's own help. */
import type { Command } from 'commander';
import { siyagha } from '../../src/cli/program.ts';
import { page, table } from './markdown.ts';

const width = 100;

/** What `siyagha COMMAND --help` prints. */
function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
    getOutHelpWidth: () => width,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  return text.trimEnd();
}

export function cliPage(): string {
  const commands = [...siyagha().commands].sort((a, b) => (a.name() < b.name() ? -1 : 1));
  return page('Command line', [
    '`siyagha COMMAND --help` prints what you find below. With `--json` a command prints exactly the body that the\n' +
      '[API](api.md) returns; with `--format csv` or `--format jsonl`, its list as rows.',
    table(
      ['command', 'does'],
      commands.map((command) => [`[${command.name()}](#${command.name()})`, command.description()]),
    ),
    '**Exit codes.** 0: success. 1: some inputs failed; standard error names each one and says what to do.\n' +
      '2: wrong usage. Output to a pipe has no colour and shows no progress.',
    '**Reports** are named by id (`SRO-C.7-2016-9`) or by symbol (`SRO/C.7/2016/9`). **Queries** and **phrases** share a\n' +
      '[query language](query-language.md). The data folder and everything else that you set once are\n' +
      '[settings](settings.md).',
    '**Questions need a collection.** If the data folder has none, that is an error, because it is probably the wrong folder.\n' +
      '`ingest` creates a collection; so does `serve` if an admin key is set or with `--create`.',
    '**Completion** of commands, options and their values in bash (for zsh and fish, see `siyagha completions --help`):',
    '```sh\neval "$(siyagha completions bash)"\n```',
    ...commands.map((command) => `## ${command.name()}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``),
  ]);
}
