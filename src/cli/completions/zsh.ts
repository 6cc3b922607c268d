/** Completion for zsh: `_arguments` for each command. Works when sourced and as a file in `fpath`. */
import type { CommandWords, OptionWords, Value } from './words.ts';

export function zsh(commands: readonly CommandWords[]): string {
  const [whole, ...rest] = commands;
  const described = rest.map(
    ({ name, description }) => `    ${quoted(`${name}:${description.replaceAll(':', '\\:')}`)}`,
  );
  const cases = rest.map(({ name, options, arguments: given }) => {
    const specs = [...options.map(optionSpec), ...given.map(argumentSpec)];
    return `    ${name})\n      _arguments -s ${specs.map((spec) => `\\\n        ${quoted(spec)}`).join(' ')}\n      ;;`;
  });
  return `#compdef siyagha
# Completion of siyagha for zsh. In ~/.zshrc, after compinit: source <(siyagha completions zsh)
_siyagha() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    if [[ $words[2] == -* ]]; then
      _arguments ${whole!.options.map((option) => quoted(optionSpec(option))).join(' ')}
    else
      _describe command commands
    fi
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _siyagha ]]; then _siyagha "$@"; else compdef _siyagha siyagha; fi
`;
}

function optionSpec({ names, description, value, repeatable }: OptionWords): string {
  const flag = names.at(-1)!;
  const text = `[${escaped(description)}]`;
  const taken = value === null ? '' : `:${flag.replace(/^--/, '')}:${action(value)}`;
  return `${repeatable ? '*' : ''}${flag}${value === null ? '' : '='}${text}${taken}`;
}

function argumentSpec({ shown, value, several }: CommandWords['arguments'][number], place: number): string {
  return `${several ? '*' : place + 1}:${escaped(shown)}:${action(value)}`;
}

/** A blank action accepts anything and offers nothing. */
function action(value: Value): string {
  if (value === 'free') return ' ';
  return value === 'file' ? '_files' : `(${value.words.join(' ')})`;
}

const escaped = (text: string): string => text.replaceAll(/[[\]:\\]/g, (mark) => `\\${mark}`);

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
