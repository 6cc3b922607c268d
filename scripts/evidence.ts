/**
 * Builds `config/lexicon/forms.tsv`, the evidence of repair: word forms with their clitics, which form follows which,
 * and which class follows which, counted over texts given on the command line (files, or folders of .txt; each is one
 * source, and every source weighs the same).
 *
 *     npx tsx scripts/evidence.ts OUT SOURCE…
 *
 * The file: a header, then one form a line in descending frequency, `form TAB frequency TAB followers`, where the
 * frequency is per ten million words and a follower is `rank:frequency`, the rank counted from 0. `#` is any number,
 * `.` the beginning and the end of a sentence. Then `# classes` and for each class of `word-class.ts` one line: how
 * many times likelier than chance each class is behind it, one character per class (see `liftCharacter`).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countEvidence } from './evidence/count.ts';

const [out, ...sources] = process.argv.slice(2);
if (!out || sources.length === 0) throw new Error('usage: evidence.ts OUT SOURCE…');
writeFileSync(out, countEvidence(sources.map(texts)));

/** A file's text, or those of a folder's .txt files. */
function* texts(path: string): Generator<string> {
  for (const file of files(path)) yield readFileSync(file, 'utf8');
}

function* files(path: string): Generator<string> {
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    const inner = join(path, name);
    if (statSync(inner).isDirectory() || name.endsWith('.txt')) yield* files(inner);
  }
}
