/** What a shell offers at the end of a line, by its own completion, once our script is loaded. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const installed = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** @param folder holds the script, and is where the line is typed */
export type Offered = (folder: string, script: string, line: string) => string[];

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
const run = (shell: string, args: string[], cwd: string): string =>
  execFileSync(shell, args, { cwd, encoding: 'utf8', timeout: 50_000 });

/** Calls the function that `complete` names, with the words as readline splits them. */
const bash: Offered = (folder, script, line) => {
  const words = line.split(/\s+|(=)/).filter((word) => word !== undefined);
  const code = `source ./script
    COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
    "$(complete -p siyagha | sed 's/.*-F \\([^ ]*\\).*/\\1/')"
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  writeFileSync(join(folder, 'script'), script);
  return lines(run('bash', ['--norc', '-c', code, 'bash', ...words], folder));
};

const fish: Offered = (folder, script, line) => {
  writeFileSync(join(folder, 'script'), script);
  const code = 'source ./script; complete -C $argv[1]';
  const said = lines(run('fish', ['--no-config', '-c', code, line], folder));
  return said.map((each) => each.split('\t')[0]!.replace(/\/$/, ''));
};

/** Types the line and a tab in a terminal; `compadd`, through which every match goes, prints what it is given. */
const zsh: Offered = (folder, script, line) => {
  writeFileSync(join(folder, 'script'), script);
  const code = `
    zmodload zsh/zpty
    zpty shell zsh -f -i
    zpty -w shell 'PS1= TERM=dumb; autoload -U compinit; compinit -u -D; source ./script
      compadd() {
        if (( \${argv[(I)-[OAD]]} )); then builtin compadd "$@"; return; fi
        local -a given; builtin compadd -A given "$@"
        local each; for each in $given; do print -r -- "<$each>"; done
      }
      print is"-"ready'
    while zpty -r shell said; do [[ $said == *is-ready* ]] && break; done
    zpty -w -n shell "$1"$'\\t\\C-u'
    zpty -w shell 'print is"-"done'
    while zpty -r shell said; do print -rn -- $said; [[ $said == *is-done* ]] && break; done`;
  const said = run('zsh', ['-f', '-c', code, 'zsh', line], folder);
  return [...said.matchAll(/<([^<>\r\n]+)>/g)].map((found) => found[1]!);
};

export const offered = { bash, fish, zsh };
