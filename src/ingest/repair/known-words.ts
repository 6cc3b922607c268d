/**
 * Whether recognised text consists of words of the language. Numbers and punctuation count as words; other scripts do
 * not.
 */
import { sharedEvidence } from './pipeline.ts';

const parts = /[\p{L}\p{M}]+|\p{N}+/gu;
const arabic = /^[\u0621-\u065F\u0670]+$/u;

export function knownWords(lexicon: ReadonlyMap<string, number> | undefined): (text: string) => boolean {
  const evidence = sharedEvidence(lexicon ? { lexicon } : {});
  return (text) => {
    const found = text.replace(/ـ/gu, '').match(parts) ?? [];
    const number = found.some((part) => /\p{N}/u.test(part));
    return found.every((part) => {
      if (/\p{N}/u.test(part)) return true;
      if (!arabic.test(part)) return false;
      // A letter next to a number is a label, or an abbreviation such as that of a calendar.
      return part.length > 1 ? evidence.word(part).sound : number || part === 'و';
    });
  };
}
