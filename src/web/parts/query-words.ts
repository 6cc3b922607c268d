/** The names of paragraph kinds and match profiles. */
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
