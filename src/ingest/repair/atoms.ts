/**
 * One line of a damaged layer, split into atoms: words, numbers, Latin runs, punctuation marks. Kashida is removed from
 * the words and remembered, because a loose kashida shows where the layer was broken.
 */

export type AtomKind = 'word' | 'number' | 'latin' | 'mark' | 'punctuation';

export interface Atom {
  kind: AtomKind;
  /** Without kashida. */
  text: string;
  /** UTF-16 range in the line. */
  from: number;
  to: number;
  /** Number of kashidas before the first and after the last letter. */
  lead: number;
  trail: number;
  /** Number of spaces before this atom. */
  gap: number;
  /** True if kashida was also removed from the middle of the word. */
  stretched: boolean;
  /** Positions in `text` where a long kashida was removed: another piece may have been attached there. */
  long: readonly number[];
  /**
   * True for a later part of a word that was split on trial: it belongs to the previous atom unless the evidence
   * separates them.
   */
  inner: boolean;
}

const TATWEEL = '\u0640';
const LONG = TATWEEL.repeat(2);
const NONE: readonly number[] = [];
const letter = '[\\u0621-\\u064A\\u066E-\\u06D3\\u06D5\\u06FA-\\u06FF]';
const diacritic = '[\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0610-\\u061A]';
const digit = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]';
const pattern = new RegExp(
  [
    `(?<mark>(?<!${letter})${diacritic}+(?=${letter}|\\s|$|[^\\p{L}]))`,
    `(?<word>(?:${letter}|${diacritic})+)`,
    `(?<number>${digit}+(?:[.,/:\\u066A-\\u066C]${digit}+)*%?)`,
    `(?<latin>\\p{Script=Latin}(?:[\\p{Script=Latin}0-9./_&@:'’-]| (?=\\p{Script=Latin}))*(?<![.:]))`,
    '(?<punctuation>\\S)',
  ].join('|'),
  'gu',
);

/** The atoms of a line, left to right as stored, and the number of spaces after the last. */
export function readAtoms(line: string): { atoms: Atom[]; trailing: number } {
  const atoms: Atom[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    const from = match.index;
    const to = from + match[0].length;
    const gap = from - end;
    end = to;
    const kind = kindOf(match.groups!);
    if (kind === 'word') addWord(atoms, match[0], from, gap);
    else
      atoms.push({
        kind,
        text: match[0],
        from,
        to,
        lead: 0,
        trail: 0,
        gap,
        stretched: false,
        long: NONE,
        inner: false,
      });
  }
  return { atoms, trailing: line.length - end };
}

function kindOf(groups: Record<string, string | undefined>): AtomKind {
  if (groups.word !== undefined) return 'word';
  if (groups.number !== undefined) return 'number';
  if (groups.latin !== undefined) return 'latin';
  return groups.mark !== undefined ? 'mark' : 'punctuation';
}

function addWord(atoms: Atom[], raw: string, from: number, gap: number): void {
  let lead = 0;
  while (raw[lead] === TATWEEL) lead++;
  let trail = 0;
  while (lead + trail < raw.length && raw[raw.length - 1 - trail] === TATWEEL) trail++;
  const to = from + raw.length;
  const before = atoms.at(-1);
  if (lead === raw.length) {
    // Kashida on its own: the end of the word before it, if there is one.
    if (before?.kind === 'word') {
      before.trail += lead;
      before.to = to;
    } else
      atoms.push({
        kind: 'punctuation',
        text: '',
        from,
        to,
        lead,
        trail,
        gap,
        stretched: false,
        long: NONE,
        inner: false,
      });
    return;
  }
  const middle = raw.slice(lead, raw.length - trail);
  const text = middle.replaceAll(TATWEEL, '');
  atoms.push({
    kind: 'word',
    text,
    from,
    to,
    lead,
    trail,
    gap,
    stretched: text.length < middle.length,
    long: middle.includes(LONG) ? longPlaces(middle) : NONE,
    inner: false,
  });
}

function longPlaces(stretched: string): number[] {
  const places: number[] = [];
  let taken = 0;
  for (const { index, 0: run } of stretched.matchAll(/\u0640+/gu)) {
    if (run.length > 1) places.push(index - taken);
    taken += run.length;
  }
  return places;
}
