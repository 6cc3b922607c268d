/**
 * Where sentences end: at . ؟ ? ! ؛ ; and at a line break, but not at a dot inside a number, a symbol or an
 * abbreviation (٣.٥, A/CONF.192, ص. 5, د. أحمد, أ.د., No. 4).
 */
import type { Token } from 'arabic-normalizer';

/** Tokens of a text, `to` exclusive. */
export interface Sentence {
  from: number;
  to: number;
}

const MARKS = /[.؟?!؛;\n\r\u2028\u2029]/u;
const FINAL = /[؟?!؛;\n\r\u2028\u2029]/u;
/** Up to the last mark and the brackets and quotation marks that close after it. */
const CLOSED = /^.*(?:[.؟?!؛;][)\]}»”’"']*|[\n\r\u2028\u2029])/su;
const UNSEEN = /[\u0640\p{Default_Ignorable_Code_Point}\p{M}]/gu;
const SPACES = /^\s+/u;
const CODE = /^[\p{Script=Latin}\p{N}\p{M}]+$/u;
const NUMBER = /^\p{N}+$/u;
const DIGIT_LAST = /\p{N}$/u;
const DIGIT_FIRST = /^\p{N}/u;
const ARABIC_LETTER = /^(?=\p{L})\p{Script=Arabic}$/u;
/** Folded, as written before a dot that does not end a sentence. Arabic abbreviations of one letter need no list. */
const ABBREVIATIONS = new Set(
  'الخ ال تح مج صص dr mr mrs ms prof st no nos vol vols art arts para paras ed eds cf etc eg ie vs al fig inc ltd co'.split(
    ' ',
  ),
);

/** The sentences of a text with these tokens, in order; none without a token. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !endsBefore(text, tokens, at)) continue;
    sentences.push({ from, to: at });
    from = at;
  }
  return sentences;
}

/**
 * The range of whole sentences, tokens `from` to (not including) `to`, in the text: with their marks, without
 * surrounding spaces.
 */
export function rangeOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): { start: number; end: number } {
  const first = from === 0 ? 0 : cutBefore(text, tokens, from);
  const cut = to === tokens.length ? text.length : cutBefore(text, tokens, to);
  const start = first + (SPACES.exec(text.slice(first, cut))?.[0].length ?? 0);
  return { start, end: text.slice(0, cut).trimEnd().length };
}

function between(text: string, tokens: readonly Token[], at: number): string {
  return text.slice(tokens[at - 1]!.end, tokens[at]!.start);
}

function cutBefore(text: string, tokens: readonly Token[], at: number): number {
  return tokens[at - 1]!.end + CLOSED.exec(between(text, tokens, at))![0].length;
}

/** Whether a sentence ends between token `at` and the previous one. */
function endsBefore(text: string, tokens: readonly Token[], at: number): boolean {
  const gap = between(text, tokens, at);
  if (!MARKS.test(gap)) return false;
  if (FINAL.test(gap)) return true;
  const seen = gap.replace(UNSEEN, '');
  // More than one dot, or one that does not touch the word before it.
  if (!/^\.[^.]*$/u.test(seen)) return true;
  const before = rawOf(text, tokens[at - 1]!);
  const after = rawOf(text, tokens[at]!);
  if (seen === '.') {
    if (CODE.test(before) && CODE.test(after)) return false;
    if (DIGIT_LAST.test(before) && DIGIT_FIRST.test(after)) return false; // also behind a particle: و3.5
    if (ARABIC_LETTER.test(before) || ARABIC_LETTER.test(after)) return false;
  }
  return !isAbbreviation(text, tokens, at - 1, before, after);
}

function rawOf(text: string, { start, end }: Token): string {
  return text.slice(start, end).replace(UNSEEN, '');
}

function isAbbreviation(
  text: string,
  tokens: readonly Token[],
  at: number,
  raw: string,
  next: string,
): boolean {
  if (ABBREVIATIONS.has(tokens[at]!.text)) return true;
  // A single letter, unless it is the era or unit of a number before it (عام 1990 م.).
  if (ARABIC_LETTER.test(raw))
    return !(at > 0 && /\p{N}$/u.test(tokens[at - 1]!.text) && between(text, tokens, at).trim() === '');
  if (!/^\p{Script=Latin}+$/u.test(raw)) return false;
  return raw.length === 1 || NUMBER.test(next) || /^\p{Ll}/u.test(next);
}
