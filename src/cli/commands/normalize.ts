/** `siyagha normalize`: lines in, each line's tokens out. Needs no collection. */
import { createInterface } from 'node:readline';
import { normalize as normalizeLine, type Profile, profiles } from 'arabic-normalizer';
import { type Command, Option } from 'commander';
import { loadLexicon } from '../../settings/index.ts';

export function normalize(program: Command): void {
  program
    .command('normalize')
    .description("Read lines from standard input and print each line's tokens, joined by one space")
    .addOption(new Option('--profile <profile>', 'match profile').choices([...profiles]).default('folded'))
    .action(async ({ profile }: { profile: Profile }) => {
      const options = profile === 'stem' ? { lexicon: loadLexicon() } : {};
      for await (const line of createInterface({
        input: process.stdin,
        crlfDelay: Number.POSITIVE_INFINITY,
      })) {
        process.stdout.write(`${normalizeLine(line, profile, options)}\n`);
      }
    });
}
