/** The shipped lexicon (`config/lexicon/words.tsv`): words in folded form and their counts, read once. */
import { readFileSync } from 'node:fs';
import { parseLexicon } from 'arabic-normalizer';
import { configFile } from './root.ts';

let loaded: Map<string, number> | undefined;

export function loadLexicon(): Map<string, number> {
  loaded ??= parseLexicon(readFileSync(configFile('lexicon', 'words.tsv'), 'utf8'));
  return loaded;
}
