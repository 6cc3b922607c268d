/** Completion for bash, 3.2 (as on macOS) or later: one function that looks at the words typed so far. */
import type { CommandWords, Value } from './words.ts';

export function bash(commands: readonly CommandWords[]): string {
  const [whole, ...rest] = commands;
  const names = rest.map(({ name }) => name).join(' ');
  /** Options that take the same values share a case: `'search --match' | 'phrase --match') … ;;`. */
  const byReply = new Map<string, string[]>();
  for (const { name, options } of rest) {
    for (const { names: flags, value } of options) {
      if (value === null) continue;
      const alike = byReply.get(reply(value)) ?? [];
      byReply.set(reply(value), [...alike, ...flags.map((flag) => `'${name} ${flag}'`)]);
    }
  }
  const values = [...byReply].map(([answer, places]) => `  ${places.join(' | ')}) ${answer} ;;`);
  const plain = rest.map(
    ({ name, options, arguments: given }) =>
      `    ${name}) options='${options.flatMap((option) => option.names).join(' ')}'; ${placed(given)} ;;`,
  );
  return `# Completion of siyagha for bash. In ~/.bashrc: eval "$(siyagha completions bash)"
_siyagha_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_siyagha_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -f -- "$current"))
}
_siyagha() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="\${COMP_WORDS[1]}" options=''
  # Bash splits --match=folded into three words.
  if [ "$current" = '=' ]; then
    current=''
  elif [ "$before" = '=' ]; then
    before="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -le 1 ]; then
    case "$current" in
    -*) _siyagha_words '${whole!.options.flatMap((option) => option.names).join(' ')}' ;;
    *) _siyagha_words '${names}' ;;
    esac
    return
  fi
  case "$command $before" in
${values.join('\n')}
  *)
    case "$command" in
${plain.join('\n')}
    esac
    case "$current" in -*) _siyagha_words "$options" ;; esac
    ;;
  esac
}
complete -F _siyagha siyagha
`;
}

function reply(value: Value): string {
  if (value === 'free') return ':';
  return value === 'file' ? '_siyagha_files' : `_siyagha_words '${value.words.join(' ')}'`;
}

/** All arguments of a command take the same kind of value: none mixes files with words. */
function placed(given: CommandWords['arguments']): string {
  return given[0] === undefined ? ':' : reply(given[0].value);
}
