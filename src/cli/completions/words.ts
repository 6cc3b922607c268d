/** What can be typed where on the command line, derived from the commands themselves. */
import type { Argument, Command, Option } from 'commander';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** What an option or an argument takes: one of a set of words, a file or folder, or free text. */
export type Value = { words: readonly string[] } | 'file' | 'free';

export interface OptionWords {
  /** Long name, after the short name if there is one: `-h`, `--help`. */
  names: string[];
  description: string;
  /** Null for a bare flag. */
  value: Value | null;
  repeatable: boolean;
}

export interface CommandWords {
  name: string;
  description: string;
  options: OptionWords[];
  arguments: { shown: string; value: Value; several: boolean }[];
}

/** First the program itself, as a nameless command whose only argument is the command; then every command. */
export function wordsOf(program: Command): [CommandWords, ...CommandWords[]] {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  const described = commands.map((command) => ({
    name: command.name(),
    description: firstLine(command.description()),
    options: help.visibleOptions(command).map(optionWords),
    arguments:
      command.name() === 'help'
        ? [{ shown: 'command', value: { words: names }, several: false }]
        : command.registeredArguments.map(argumentWords),
  }));
  const whole: CommandWords = {
    name: '',
    description: program.description(),
    options: help.visibleOptions(program).map(optionWords),
    arguments: [{ shown: 'command', value: { words: names }, several: false }],
  };
  return [whole, ...described];
}

function optionWords(option: Option): OptionWords {
  return {
    names: [option.short, option.long].filter((name) => name !== undefined && name !== null) as string[],
    description: firstLine(option.description),
    value: option.required || option.optional ? valueFor(option.argChoices, option.flags) : null,
    repeatable: option.variadic || /repeatable/.test(option.description),
  };
}

function argumentWords(argument: Argument): CommandWords['arguments'][number] {
  return {
    shown: argument.name(),
    value: valueFor(argument.argChoices, `<${argument.name()}>`),
    several: argument.variadic,
  };
}

/** Arguments for files are called `<file>`, `<FILE>`, `<PATH...>` or `<folder>`. */
function valueFor(choices: readonly string[] | undefined, shown: string): Value {
  if (choices !== undefined && choices.length > 0) return { words: choices };
  return /[<[](file|path|folder)\b/i.test(shown) ? 'file' : 'free';
}

const firstLine = (text: string): string => text.split('\n')[0]!.trim();
