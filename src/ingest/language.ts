/**
 * The language of a text, as far as this program needs to know: Arabic, another language in Arabic script, or another
 * official language of the United Nations.
 */

import { languageThresholds } from './structure/thresholds.ts';

const stopWords: Record<string, RegExp> = {
  en: /\b(?:the|of|and|to|in|for)\b/giu,
  fr: /\b(?:le|la|les|des|et|du|une|dans)\b/giu,
  es: /\b(?:el|los|las|y|del|una|por|que)\b/giu,
};

/**
 * Languages in Arabic script: letters that Arabic does not have (Persian's, which the others share, last), and words
 * that are in every text of theirs but in no Arabic one.
 */
const neighbours: [string, RegExp, RegExp][] = [
  ['ur', /[\u0679\u0688\u0691\u06BA\u06D2]/gu, /(?<!\p{L})(?:ہے|ہیں|کے|میں|اور|سے|کا|نے)(?!\p{L})/gu],
  ['ps', /[\u067C\u0689\u0693\u0696\u069A\u06BC\u06CD\u06D0]/gu, /(?<!\p{L})(?:چې|په|دې|کې)(?!\p{L})/gu],
  ['ku', /[\u0695\u06B5\u06C6\u06CE\u06D5]/gu, /(?<!\p{L})(?:لە|بۆ|کە|ئەو)(?!\p{L})/gu],
  [
    'fa',
    /[\u067E\u0686\u0698\u06AF]/gu,
    /(?<!\p{L})(?:است|این|اين|که|از|را|برای|براي|های|هاي|شود|بود|می|نمی)(?!\p{L})/gu,
  ],
];

/** True for a language that is written in Arabic letters and is not Arabic. */
export const sharesScript = (language: string): boolean => neighbours.some(([code]) => code === language);

/** Two-letter code by the share of each script's letters, then by common words or letters of its languages. */
export function detectLanguage(texts: readonly string[]): string {
  const sample = texts.join('\n').slice(0, 50000);
  const [best, letters] = countScripts(sample).reduce((a, b) => (b[1] > a[1] ? b : a));
  if (letters === 0) return 'ar';
  if (best === 'ar') return inArabicScript(sample, letters);
  if (best !== 'latin') return best;
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const ranked = Object.entries(stopWords).map(([code, pattern]) => [code, count(pattern)] as const);
  return ranked.reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

function inArabicScript(sample: string, letters: number): string {
  const { neighbourLetters, neighbourWords } = languageThresholds;
  const plain = sample.normalize('NFKC');
  const words = plain.match(/\p{Script=Arabic}+/gu)?.length ?? 0;
  const found = neighbours.find(([, own, common]) => {
    const count = (pattern: RegExp) => plain.match(pattern)?.length ?? 0;
    return count(own) > neighbourLetters * letters || count(common) > neighbourWords * words;
  });
  return found ? found[0] : 'ar';
}

const scriptPatterns = [/\p{Script=Arabic}/u, /\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Han}/u];
/** One more than the index in `scriptPatterns`, by UTF-16 unit; 0 for other scripts, 255 for not looked up yet. */
const scriptOfUnit = new Uint8Array(0x10000).fill(255);
const scriptOf = (character: string) => scriptPatterns.findIndex((pattern) => pattern.test(character)) + 1;

/** Number of letters of each script; a Chinese one counts as four. */
function countScripts(text: string): [string, number][] {
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let script = scriptOfUnit[unit]!;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const character = String.fromCodePoint(text.codePointAt(i)!);
      script = scriptOf(character);
      i += character.length - 1;
    } else if (script === 255) {
      script = scriptOf(text[i]!);
      scriptOfUnit[unit] = script;
    }
    counts[script]!++;
  }
  return [
    ['ar', counts[1]!],
    ['latin', counts[2]!],
    ['ru', counts[3]!],
    ['zh', counts[4]! * languageThresholds.chineseLetters],
  ];
}

/** `.ar`, `.en` … before the extension of a file's name. */
export function languageOfName(file: string): string | null {
  return /\.(ar|en|fr|es|ru|zh|fa|ur)\.[A-Za-z0-9]+$/iu.exec(file)?.[1]?.toLowerCase() ?? null;
}
