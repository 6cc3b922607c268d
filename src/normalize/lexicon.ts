/**
 * The lexicon's file format: a header line `# arabic-normalizer lexicon 1`, further lines beginning with #, then one
 * word per line in folded form, a tab, and its number of occurrences in the texts it was counted in.
 */

const HEADER = /^\uFEFF?# arabic-normalizer lexicon (\d+)\b/;

/**
 * Reads a lexicon file's text into words with their counts.
 * @throws SyntaxError if the header is missing, the version is not 1, or a line is neither a word nor a comment
 */
export function parseLexicon(text: string): Map<string, number> {
  const version = HEADER.exec(text)?.[1];
  if (version === undefined)
    throw new SyntaxError('not a lexicon: line 1 must be "# arabic-normalizer lexicon 1"');
  if (version !== '1')
    throw new SyntaxError(`lexicon version ${version} is not supported: only version 1 is`);
  const lexicon = new Map<string, number>();
  let number = 0;
  for (const line of text.split(/\r?\n/)) {
    number++;
    if (line === '' || number === 1 || line.startsWith('#')) continue;
    const match = /^(\S+)\t(\d+)$/.exec(line);
    if (!match) throw new SyntaxError(`lexicon line ${number}: expected a word, a tab and a count`);
    lexicon.set(match[1]!, Number(match[2]));
  }
  return lexicon;
}
