/** How much of a text is no language: letters of a broken font encoding, replacement characters, unknown words. */
import type { Warning } from '../../report/index.ts';
import type { Evidence } from './evidence.ts';
import { type LetterDamage, readLetters } from './lam-alef.ts';

const TOKEN = /[\p{L}\p{M}\uFFFD]+(?:[?«*¹²³¼½¾ÆØ°·]+[\p{L}\p{M}]+)*/gu;
const ARABIC = /^[\u0621-\u065F\u0670-\u06D3\uFB50-\uFDFF\uFE70-\uFEFC]+$/u;
/** Letters that Arabic documents do not hold: what an encoding without a map comes out as. */
const ALIEN = /[\u00A1-\u00BF\u00C0-\u024F\uE000-\uF8FF\uFFFD]/u;
const MOST = 20_000;

/**
 * Share of words that cannot be read, 0–1. A word is unreadable when it holds letters of a broken encoding, or is
 * Arabic and unknown in every reading. Names and rare words are unknown too: under a tenth means little.
 */
export function unreadableShare(texts: readonly string[], evidence: Evidence, damage: LetterDamage): number {
  let all = 0;
  let unreadable = 0;
  // Words return: each is judged once.
  const verdicts = new Map<string, Verdict>();
  for (const text of texts) {
    if (all >= MOST) break;
    for (const word of text.match(TOKEN) ?? []) {
      if (word.length < 3) continue;
      let verdict = verdicts.get(word);
      if (verdict === undefined) {
        verdict = judge(word, evidence, damage);
        verdicts.set(word, verdict);
      }
      if (verdict === 'foreign') continue;
      all++;
      if (verdict === 'unreadable') unreadable++;
    }
  }
  return all < 50 ? 0 : unreadable / all;
}

type Verdict = 'sound' | 'unreadable' | 'foreign';

function judge(word: string, evidence: Evidence, damage: LetterDamage): Verdict {
  if (!ARABIC.test(word)) return ALIEN.test(word) ? 'unreadable' : 'foreign';
  const plain = word.normalize('NFKC').replaceAll('\u0640', '');
  return evidence.word(readLetters(plain, damage, null, evidence).text).sound ? 'sound' : 'unreadable';
}

/** The warning for a text of which more than a third cannot be read; null for others. */
export function unreadableWarning(
  texts: readonly string[],
  evidence: Evidence,
  damage: LetterDamage,
): Warning | null {
  const share = unreadableShare(texts, evidence, damage);
  if (share < 0.35) return null;
  return {
    code: 'unreadable_text',
    message: `${Math.round(share * 100)} % of the words cannot be read: the file's font encoding is broken; take another copy of it or recognise its pages`,
  };
}
