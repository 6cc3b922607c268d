/** `siyagha completions SHELL`: prints the script with which a shell completes commands, options and their values. */
import { Argument, type Command } from 'commander';
import { bash } from '../completions/bash.ts';
import { fish } from '../completions/fish.ts';
import { type Shell, shells, wordsOf } from '../completions/words.ts';
import { zsh } from '../completions/zsh.ts';

const scripts = { bash, zsh, fish };

const help = `
bash: eval "$(siyagha completions bash)"        in ~/.bashrc
zsh:  source <(siyagha completions zsh)         in ~/.zshrc, after compinit
fish: siyagha completions fish | source         in ~/.config/fish/config.fish`;

export function completions(program: Command): void {
  program
    .command('completions')
    .description('Print a completion script for a shell: commands, options and their values')
    .addArgument(new Argument('<SHELL>', 'the shell').choices([...shells]))
    .addHelpText('after', help)
    .action((shell: Shell) => void process.stdout.write(scripts[shell](wordsOf(program))));
}
