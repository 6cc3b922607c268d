/** What a use case says about its parameters and answer, in the terms of the command line. */
import { flagName } from './flag.ts';

/**
 * `min_words` becomes `--min-words`, `doubtful=false` `--no-doubtful`, `format=docx` `--out FILE.docx`. A name of one word
 * without a value stays: it is the same here, and may also be a field of the answer.
 * @param flags names of the parameters that are flags
 * @param files forms of the answer that `--out` writes
 */
export function inFlags(description: string, flags: ReadonlySet<string>, files: readonly string[]): string {
  return description.replaceAll(/`(\w+)(?:=(\w+))?`/g, (term, name: string, value: string | undefined) => {
    if (name === 'format' && value !== undefined)
      return files.includes(value) ? `\`--out FILE.${value}\`` : `\`--format ${value}\``;
    if (!flags.has(name) || (value === undefined && !name.includes('_'))) return term;
    const flag = flagName(name);
    if (value === undefined || value === 'true') return `\`--${flag}\``;
    return value === 'false' ? `\`--no-${flag}\`` : `\`--${flag} ${value}\``;
  });
}
