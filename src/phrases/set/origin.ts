/** What a set of segments was made from. */
import { crc32 } from 'node:zlib';
import { foldWord, type Lexicon, stemWord, words } from 'arabic-normalizer';
import type { CommitPoint } from '../../store/index.ts';
import type { SegmentOrigin } from '../segment/sections.ts';

/** An index made from anything else cannot be used. */
export interface Origin extends CommitPoint, SegmentOrigin {}

const probe = 'أإآٱ ﻻ ـ ؤ ئ ى ی ة ک شئون سيىء وَالْمَسؤولِيَّة بالأسلحة للجنة وكتابها 63/72 ٦٣ ۷ Résumé A/CONF.192';

/** A number that changes if the normaliser or the lexicon would give other words. */
export function rulesOf(lexicon: Lexicon & Iterable<unknown>): number {
  const forms = words(probe, 'exact').flatMap((word) => [
    word,
    foldWord(word),
    stemWord(foldWord(word), lexicon),
  ]);
  let sum = crc32(forms.join(' '));
  for (const entry of lexicon) sum = crc32(String(Array.isArray(entry) ? entry[0] : entry), sum);
  return sum;
}
