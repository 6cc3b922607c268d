/** Word lists of `config/`, read once. */
import { readFileSync } from 'node:fs';
import { parseLexicon } from 'arabic-normalizer';
import { configFile } from './root.ts';
import { SettingsError } from './settings.ts';

let loaded: Map<string, number> | undefined;

/** The bundled lexicon (`config/lexicon/words.tsv`): words in folded form and their counts. */
export function loadLexicon(): Map<string, number> {
  const file = configFile('lexicon', 'words.tsv');
  try {
    loaded ??= parseLexicon(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SettingsError(`lexicon ${file}: ${(error as Error).message}`);
  }
  return loaded;
}

/** A JSON file of `config/`, as written there; its reader checks it. */
export function loadConfig(name: string): unknown {
  const file = configFile(name);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SettingsError(`${file}: ${(error as Error).message}`);
  }
}
