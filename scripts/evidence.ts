/**
 * Builds `config/lexicon/forms.tsv`, the evidence for repair: word forms with their clitics, which form follows which,
 * and which class follows which, counted over texts given on the command line (files, or folders of .txt files; each is
 * one source, and every source has the same weight).
 *
 *     npx tsx scripts/evidence.ts OUT SOURCE…
 *
 * The file has a header, then one form per line in descending frequency, `form TAB frequency TAB followers`. The
 * frequency is per ten million words; a follower is `rank:frequency`, with the rank counted from 0. `#` is any number,
 * `.` the beginning and the end of a sentence. Then come `# classes` and one line for each class of `word-class.ts`:
 * how many times more likely than chance each class is to follow it, one character per class (see `liftCharacter`).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countEvidence } from './evidence/count.ts';

const [out, ...sources] = process.argv.slice(2);
if (!out || sources.length === 0) throw new Error('usage: evidence.ts OUT SOURCE…');
writeFileSync(out, countEvidence(sources.map(texts)));

/** The text of a file, or those of a folder's .txt files. */
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
