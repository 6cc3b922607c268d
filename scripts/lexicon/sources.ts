/** The source texts of the lexicon, as counts of folded words of Arabic letters. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { words } from 'arabic-normalizer';

export const ARABIC_WORD = /^[\u0621-\u063A\u0641-\u064A]+$/;

/** Adds those words of `text` to `counts` that `take` accepts. */
export function count(
  text: string,
  counts: Map<string, number>,
  take: (word: string) => boolean = () => true,
): void {
  for (const word of words(text)) {
    if (ARABIC_WORD.test(word) && take(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
}

/** The UTF-8 files of a .tar.gz, one after the other (POSIX ustar; only names and sizes are read). */
export function* filesOfTar(path: string): Generator<{ name: string; text: string }> {
  const tar = gunzipSync(readFileSync(path));
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0;
    const isFile = tar[at + 156] === 0 || tar[at + 156] === 0x30;
    if (isFile && name.endsWith('.txt'))
      yield { name, text: tar.toString('utf8', at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The texts of a folder's files with this extension. */
export function* filesOfFolder(folder: string, ending: string): Generator<{ name: string; text: string }> {
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith(ending)) yield { name, text: readFileSync(join(folder, name), 'utf8') };
  }
}

/**
 * Whether a word of a PDF's text layer cannot have suffered the usual damage, in which لا becomes ال: it has neither,
 * except an article at its beginning.
 */
export function isUndamaged(word: string): boolean {
  const rest = word.replace(/^[وف]?[بك]?ال(?=..)/, '');
  return !/لا|ال|اا/.test(rest);
}
