/** The names of kinds of paragraph and of ways to match. */
import type { Kind } from '../query.ts';
import type { Word } from '../strings/index.ts';

export const kindWords: Record<Kind, Word> = {
  title: 'kindTitle',
  heading: 'kindHeading',
  paragraph: 'kindParagraph',
  item: 'kindItem',
  footnote: 'kindFootnote',
  table: 'kindTable',
  other: 'kindOther',
};

export const matchWords = { folded: 'matchFolded', exact: 'matchExact', stem: 'matchStem' } as const;
