/**
 * The wildcard language of phrases: `*` alone any one word, `مسؤول*` any word that begins so, `...` or `…` none to
 * five words, `a|b` either. All other punctuation does not count.
 *
 *     parsePattern('الأسلحة الصغيرة ... الخفيفة', 'folded')
 *     // { elements: [{ type: 'words', words: ['الاسلحه', 'الصغيره'] }, { type: 'gap', max: 5 }, { type: 'words', … }] }
 */
import { foldWord, type Lexicon, type Profile, stemWord, tokenize } from 'arabic-normalizer';
import { PhraseError } from './errors.ts';
import type { Pattern, PatternElement, PrefixElement, WordsElement } from './types.ts';

/** Maximum number of words that `...` stands for. */
export const gapWords = 5;

/**
 * Maximum number of wildcards in a phrase, counting each side of a bar: more would take seconds, and nobody asks that.
 */
export const maxWildcards = 200;

type Word = { type: 'word'; exact: string; begins: boolean; glued: boolean };
type Sign = { type: 'any' | 'gap' | 'bar' };
type Operand = (WordsElement | PrefixElement)[] | null;

/**
 * Reads a phrase. `|` joins what is between spaces (`63/72|64/72` is two runs of two words), and so do several; a bar
 * with nothing on one side is punctuation. Since only the shortest match from each starting token counts, `...` at the
 * end adds nothing, and at the beginning lets a match start at each of the five words before. Throws `PhraseError`:
 * `empty_phrase` without a letter or digit, `only_wildcards`, `too_many_wildcards`, `misplaced_wildcard` for `*` before
 * or inside a word. Time is linear in the length of `q`.
 */
export function parsePattern(
  q: string,
  profile: Profile,
  options: { lexicon?: Lexicon | undefined } = {},
): Pattern {
  const signs = lexemesOf(q);
  const elements: PatternElement[] = [];
  let at = 0;

  /** The operand at `at`: a word and those attached to it; null for `*`. */
  function operand(): Operand {
    const first = signs[at]!;
    at += 1;
    if (first.type !== 'word') return null;
    const run = [first];
    for (let next = signs[at]; next?.type === 'word' && next.glued; next = signs[at]) {
      run.push(next);
      at += 1;
    }
    return run.map((word) => wordElement(word, profile, options.lexicon));
  }

  while (at < signs.length) {
    const { type } = signs[at]!;
    if (type === 'gap') elements.push({ type: 'gap', max: gapWords });
    if (type === 'gap' || type === 'bar') {
      at += 1;
      continue;
    }
    const operands = [operand()];
    for (let next = behindBars(signs, at); next > at; next = behindBars(signs, at)) {
      at = next;
      operands.push(operand());
    }
    const runs = operands.filter((run) => run !== null);
    if (runs.length < operands.length) elements.push({ type: 'any' });
    else if (runs.length === 1) elements.push(...runs[0]!);
    else elements.push({ type: 'alternatives', options: runs.map(joined) });
  }
  const pattern = { elements: joined(elements) };
  if (!pattern.elements.some((element) => element.type !== 'any' && element.type !== 'gap')) {
    if (elements.length === 0)
      throw new PhraseError('empty_phrase', 'the phrase has no letter or digit', 'q');
    throw new PhraseError('only_wildcards', 'the phrase needs at least one word besides its wildcards', 'q');
  }
  if (wildcards(pattern) > maxWildcards) {
    throw new PhraseError('too_many_wildcards', `the phrase has more than ${maxWildcards} wildcards`, 'q');
  }
  return pattern;
}

function wildcards({ elements }: Pattern): number {
  return elements.reduce(
    (sum, element) =>
      sum + (element.type === 'words' ? 0 : element.type === 'alternatives' ? element.options.length : 1),
    0,
  );
}

/** The words of a pattern without wildcards; null for one with. */
export function plainWords(pattern: Pattern): readonly string[] | null {
  const [first, second] = pattern.elements;
  return second === undefined && first?.type === 'words' ? first.words : null;
}

/** A pattern as a list to show: its words, `*`, `...`, `مسءول*` and `a|b`. */
export function patternTokens(pattern: Pattern): string[] {
  return pattern.elements.flatMap(shown);
}

function shown(element: PatternElement): readonly string[] {
  switch (element.type) {
    case 'words':
      return element.words;
    case 'prefix':
      return [`${element.prefix}*`];
    case 'any':
      return ['*'];
    case 'gap':
      return ['...'];
    case 'alternatives':
      return [element.options.map((run) => run.flatMap(shown).join(' ')).join('|')];
  }
}

/** Of the phrase read last: a question needs it under several profiles. */
let last: { q: string; signs: readonly (Word | Sign)[] } = { q: '', signs: [] };

function lexemesOf(q: string): readonly (Word | Sign)[] {
  if (last.q !== q) last = { q, signs: lexemes(q) };
  return last.signs;
}

function lexemes(q: string): (Word | Sign)[] {
  const found: (Word | Sign)[] = [];
  let end = 0;
  let word: Word | null = null;
  for (const token of [...tokenize(q, 'exact'), null]) {
    const between = q.slice(end, token?.start ?? q.length);
    for (const { 0: sign, index } of between.matchAll(/\*+|\.{3,}|…+|\|/g)) {
      if (sign.startsWith('*')) {
        const touchesNext = token !== null && index + sign.length === between.length;
        if (touchesNext) {
          throw new PhraseError(
            'misplaced_wildcard',
            'use * on its own for any word, or at the end of a word; not before or inside one',
            'q',
          );
        }
        if (word && index === 0) word.begins = true;
        else found.push({ type: 'any' });
      } else found.push({ type: sign === '|' ? 'bar' : 'gap' });
    }
    if (token === null) break;
    const glued: boolean = word !== null && !word.begins && !/[\s|…]|\.{3}/u.test(between);
    word = { type: 'word', exact: token.text, begins: false, glued };
    found.push(word);
    end = token.end;
  }
  return found;
}

/** The position of the operand after one or more bars; `at` if there is no bar, or nothing after it. */
function behindBars(signs: readonly (Word | Sign)[], at: number): number {
  let next = at;
  while (signs[next]?.type === 'bar') next += 1;
  return startsOperand(signs[next]) ? next : at;
}

function startsOperand(sign: Word | Sign | undefined): boolean {
  return sign?.type === 'word' || sign?.type === 'any';
}

function wordElement(
  word: Word,
  profile: Profile,
  lexicon: Lexicon | undefined,
): WordsElement | PrefixElement {
  const whole = form(word.exact, profile, lexicon);
  if (!word.begins) return { type: 'words', words: [whole] };
  const prefix = prefixForm(word.exact, profile, lexicon);
  return whole.startsWith(prefix) ? { type: 'prefix', prefix } : { type: 'prefix', prefix, word: whole };
}

function form(exact: string, profile: Profile, lexicon: Lexicon | undefined): string {
  if (profile === 'exact') return exact;
  const folded = foldWord(exact);
  return profile === 'folded' ? folded : stemWord(folded, lexicon);
}

/**
 * A word's prefix under a profile. Rules for word endings must not affect it, so it is folded and stemmed with letters
 * appended that no such rule removes; they are then cut off. A prefix that stemming would empty (`ال*`) stays folded.
 */
function prefixForm(exact: string, profile: Profile, lexicon: Lexicon | undefined): string {
  if (profile === 'exact') return exact;
  const folded = foldWord(`${exact}ا`).slice(0, -1);
  if (profile === 'folded') return folded;
  return stemWord(`${folded}ققق`, lexicon).slice(0, -3) || folded;
}

/** Merges adjacent runs of words. */
function joined<Element extends PatternElement>(elements: readonly Element[]): Element[] {
  const result: Element[] = [];
  let run: string[] | null = null;
  for (const element of elements) {
    if (element.type !== 'words') {
      run = null;
      result.push(element);
    } else if (run === null) {
      run = [...element.words];
      result.push({ ...element, words: run });
    } else for (const word of element.words) run.push(word);
  }
  return result;
}
