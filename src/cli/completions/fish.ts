/** Completion for fish: one `complete` line for each command and option. */
import type { CommandWords, Value } from './words.ts';

export function fish(commands: readonly CommandWords[]): string {
  const [whole, ...rest] = commands;
  const first = [
    ...rest.map(({ name, description }) => line('__fish_use_subcommand', `-a ${name}`, description)),
    ...whole!.options.map((option) => line('__fish_use_subcommand', flags(option.names), option.description)),
  ];
  const inside = rest.flatMap(({ name, options, arguments: given }) => {
    const here = `__fish_seen_subcommand_from ${name}`;
    return [
      ...options.map((option) =>
        line(here, `${flags(option.names)}${taken(option.value)}`, option.description),
      ),
      ...given.slice(0, 1).flatMap(({ value }) => {
        if (value === 'free') return [];
        return [line(here, value === 'file' ? '-F' : `-a ${quoted(value.words.join(' '))}`, '')];
      }),
    ];
  });
  return [
    '# Completion of siyagha for fish. In config.fish: siyagha completions fish | source',
    'complete -c siyagha -e',
    'complete -c siyagha -f',
    ...first,
    ...inside,
    '',
  ].join('\n');
}

const line = (when: string, what: string, description: string): string =>
  `complete -c siyagha -n ${quoted(when)} ${what}${description === '' ? '' : ` -d ${quoted(description)}`}`;

const flags = (names: readonly string[]): string =>
  names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');

/** `-x`: needs a value that is not a file; `-r -F`: needs a file. */
function taken(value: Value | null): string {
  if (value === null) return '';
  if (value === 'free') return ' -x';
  return value === 'file' ? ' -r -F' : ` -x -a ${quoted(value.words.join(' '))}`;
}

const quoted = (text: string): string => `'${text.replaceAll(/[\\']/g, (mark) => `\\${mark}`)}'`;
