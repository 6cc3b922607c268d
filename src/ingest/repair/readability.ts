/**
 * How much of a text can be read. Fonts that do not map their letters leave letters of another script, symbols in the
 * middle of words, words in pieces of one or two letters, or things that are not words.
 */
import type { Evidence } from './evidence.ts';
import { type LetterDamage, readLetters } from './lam-alef.ts';
import { readableThresholds } from './thresholds.ts';

/** How Arabic words are judged. */
export interface Judge {
  evidence: Evidence;
  /** The damage that may explain their spelling. */
  letters: LetterDamage;
}

/** Punctuation around and between words in any text. */
const ORDINARY =
  /[\s.,:;!?()[\]{}<>«»"'/\\|=+*%_\p{Pd}\u060C\u061B\u061F\u066A-\u066D\u0640\u2018-\u201F\u2022\u2026\u00B0\u00D7\u00B7]+/u;
/** Symbols that occur on their own now and then in normal text, and everywhere in unmapped text. */
const SIGN = /[#&$@^~`?\u00A1-\u00A9\u00AC-\u00AF\u00B1-\u00B4\u00B6\u00B8\u00BA\u00BC-\u00BF\u02B0-\u02FF]/u;
/** Not letters at all: replacement characters, private use, controls. */
const NOTHING = /[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F\u0080-\u009F]/u;
const ARABIC = /[\u0621-\u064A\u066E-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]/u;
const ARABIC_ONLY = /^[\u0621-\u065F\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+$/u;
const DIGITS = /[0-9\u0660-\u0669\u06F0-\u06F9]+/gu;
/** A number, a dash or a bracket: a letter next to it is a label or a unit. */
const FIGURE = /^[0-9\u0660-\u0669\u06F0-\u06F9.,:()/%\p{Pd}\u0640\u060C\u066A-\u066D]+$/u;
const MARKS = /[\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/gu;
/** As people write Latin, Greek and Cyrillic: at most one capital, at the beginning, or all capitals. */
const WRITTEN = /^(?:(?:Mc|Mac|[\p{L}]['’])?\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|[\p{Lu}\p{M}]+s?)$/u;
/** Letters that no language in Latin script has in every word. */
const RARE = /[\u0180-\u024F]/gu;

type Verdict = 'readable' | 'foreign' | 'unknown' | 'unreadable' | 'nothing';

/**
 * Share of the words that can be read, 0 to 1. Unreadable are words with characters of a broken encoding, single
 * letters without a function, and Arabic words unknown in every reading; names and rare words are unknown too, so
 * values above nine tenths differ little. Words of other languages count as readable only if they are the larger part:
 * a few English lines do not make a broken text readable.
 * @param arabic null for a text in another language in Arabic script: none of its words is known
 */
export function readableShare(texts: readonly string[], arabic: Judge | null): number {
  const { wordsRead, fewWords, mostlyUnknown } = readableThresholds;
  const counts = { readable: 0, foreign: 0, unknown: 0, unreadable: 0, nothing: 0 };
  // Words repeat, so each is judged once.
  const verdicts = new Map<string, Verdict[]>();
  let all = 0;
  for (const text of texts) {
    if (all >= wordsRead) break;
    const chunks = text.split(/\s+/u);
    for (const [i, chunk] of chunks.entries()) {
      if (chunk.length === 1 && (FIGURE.test(chunks[i - 1] ?? '') || FIGURE.test(chunks[i + 1] ?? '')))
        continue;
      let found = verdicts.get(chunk);
      if (!found) {
        found = judgeChunk(chunk, arabic);
        verdicts.set(chunk, found);
      }
      for (const verdict of found) {
        counts[verdict]++;
        if (verdict !== 'nothing') all++;
      }
    }
  }
  const { readable, foreign, unknown, unreadable } = counts;
  const judged = readable + unknown + unreadable;
  const said = judged >= fewWords || unknown > mostlyUnknown * judged ? unknown : 0;
  const bad = unreadable + said;
  const of = foreign > judged ? judged + foreign : judged;
  return of === 0 ? 1 : 1 - bad / of;
}

/** Verdicts on what is between two spaces. */
function judgeChunk(chunk: string, arabic: Judge | null): Verdict[] {
  const plain = chunk.replace(MARKS, '');
  if (plain === '') return [];
  if (NOTHING.test(plain)) return ['unreadable'];
  const parts = plain.split(ORDINARY).filter((part) => part !== '');
  if (!ARABIC.test(plain)) return [judgeForeign(plain, parts)];
  // A sign at the edge may belong to the sentence; between letters, or twice, it replaces a letter.
  const core = plain.replace(/^[#@]|\?+$/gu, '');
  if (core.split(ORDINARY).some((part) => SIGN.test(part) && ARABIC.test(part))) return ['unreadable'];
  return parts.flatMap((part) =>
    part
      .split(DIGITS)
      .filter((word) => word !== '' && word !== '#')
      .map((word) => judgeArabic(word, plain, arabic)),
  );
}

function judgeArabic(word: string, chunk: string, arabic: Judge | null): Verdict {
  if (!ARABIC_ONLY.test(word)) return ARABIC.test(word) ? 'unreadable' : 'nothing';
  if (!arabic) return 'foreign';
  const letters = word.normalize('NFKC');
  // A letter with a sign or number next to it is a label or an abbreviation.
  if (letters.length === 1) return letters === chunk && letters !== 'و' ? 'unreadable' : 'nothing';
  const { evidence, letters: damage } = arabic;
  return evidence.word(readLetters(letters, damage, null, evidence).text).sound ? 'readable' : 'unknown';
}

function judgeForeign(chunk: string, parts: readonly string[]): Verdict {
  if (!/\p{L}/u.test(chunk)) {
    const signs = parts.join('');
    return signs !== '' && !/[\p{N}\p{Sc}\p{So}]/u.test(chunk) ? 'unreadable' : 'nothing';
  }
  // URLs, symbols and codes.
  if (/[0-9@]|:\/\/|www\./u.test(chunk)) return 'nothing';
  const words = parts.filter((part) => /\p{L}/u.test(part));
  const written = words.every(
    (word) =>
      WRITTEN.test(word) && (word.match(RARE)?.length ?? 0) < readableThresholds.rareLetters * word.length,
  );
  return written ? 'foreign' : 'unreadable';
}
