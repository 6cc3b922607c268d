/**
 * How much of a text can be read. Fonts that do not say which letters they draw leave letters of another script,
 * signs in the middle of words, words in pieces of one or two letters, or words that are none.
 */
import type { Evidence } from './evidence.ts';
import { type LetterDamage, readLetters } from './lam-alef.ts';
import { readableThresholds } from './thresholds.ts';

/** What Arabic words are judged by. */
export interface Judge {
  evidence: Evidence;
  /** The damage that their readings may have come from. */
  letters: LetterDamage;
}

/** Marks that stand around and between words of any text. */
const ORDINARY =
  /[\s.,:;!?()[\]{}<>«»"'/\\|=+*%_\p{Pd}\u060C\u061B\u061F\u066A-\u066D\u0640\u2018-\u201F\u2022\u2026\u00B0\u00D7\u00B7]+/u;
/** Signs that a text has at times by themselves, and a text of codes has everywhere. */
const SIGN = /[#&$@^~`?\u00A1-\u00A9\u00AC-\u00AF\u00B1-\u00B4\u00B6\u00B8\u00BA\u00BC-\u00BF\u02B0-\u02FF]/u;
/** No letter at all: replacement characters, private use, controls. */
const NOTHING = /[\uFFFD\uE000-\uF8FF\u0000-\u0008\u000E-\u001F\u0080-\u009F]/u;
const ARABIC = /[\u0621-\u064A\u066E-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]/u;
const ARABIC_ONLY = /^[\u0621-\u065F\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+$/u;
const DIGITS = /[0-9\u0660-\u0669\u06F0-\u06F9]+/gu;
/** A number, a dash or a bracket: a letter beside it is a label or a unit. */
const FIGURE = /^[0-9\u0660-\u0669\u06F0-\u06F9.,:()/%\p{Pd}\u0640\u060C\u066A-\u066D]+$/u;
const MARKS = /[\u0640\u200B-\u200F\u202A-\u202E\u2066-\u2069\u00AD\uFEFF]/gu;
/** As people write Latin, Greek and Cyrillic: one capital first or none, or capitals alone. */
const WRITTEN = /^(?:(?:Mc|Mac|[\p{L}]['’])?\p{Lu}?[\p{Ll}\p{Lo}\p{M}]+|[\p{Lu}\p{M}]+s?)$/u;
/** Letters that no language of Latin letters has in every word. */
const RARE = /[\u0180-\u024F]/gu;

type Verdict = 'readable' | 'foreign' | 'unknown' | 'unreadable' | 'nothing';

/**
 * Share of the words that can be read, 0 to 1. Unreadable are words that hold signs or letters of a broken encoding,
 * single letters that stand for nothing, and Arabic words unknown in every reading; names and rare words are unknown
 * too, so over nine tenths means little. Words of other languages count as readable only where they are the greater
 * part: a few English lines make no broken text readable.
 *
 * @param arabic null for a text in another language of the Arabic script: none of its words is known.
 */
export function readableShare(texts: readonly string[], arabic: Judge | null): number {
  const { wordsRead, fewWords, mostlyUnknown } = readableThresholds;
  const counts = { readable: 0, foreign: 0, unknown: 0, unreadable: 0, nothing: 0 };
  // Words return: each is judged once.
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

/** Verdicts on what stands between two spaces. */
function judgeChunk(chunk: string, arabic: Judge | null): Verdict[] {
  const plain = chunk.replace(MARKS, '');
  if (plain === '') return [];
  if (NOTHING.test(plain)) return ['unreadable'];
  const parts = plain.split(ORDINARY).filter((part) => part !== '');
  if (!ARABIC.test(plain)) return [judgeForeign(plain, parts)];
  // A sign at the edge may belong to the sentence; between letters, or twice, it stands for a letter.
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
  // A letter with a sign or figure beside it is a label or an abbreviation.
  if (letters.length === 1) return letters === chunk && letters !== 'و' ? 'unreadable' : 'nothing';
  const { evidence, letters: damage } = arabic;
  return evidence.word(readLetters(letters, damage, null, evidence).text).sound ? 'readable' : 'unknown';
}

function judgeForeign(chunk: string, parts: readonly string[]): Verdict {
  if (!/\p{L}/u.test(chunk)) {
    const signs = parts.join('');
    return signs !== '' && !/[\p{N}\p{Sc}\p{So}]/u.test(chunk) ? 'unreadable' : 'nothing';
  }
  // Addresses, symbols and codes.
  if (/[0-9@]|:\/\/|www\./u.test(chunk)) return 'nothing';
  const words = parts.filter((part) => /\p{L}/u.test(part));
  const written = words.every(
    (word) =>
      WRITTEN.test(word) && (word.match(RARE)?.length ?? 0) < readableThresholds.rareLetters * word.length,
  );
  return written ? 'foreign' : 'unreadable';
}
