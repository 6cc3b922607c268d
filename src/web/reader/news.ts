/** What is new in a report: paragraphs with new words under their headings, the others folded. Pure functions. */
import type { Paragraph } from '../client.ts';
import type { Judged } from './reading.ts';
import type { Part } from './report-text.tsx';

export function withNews(
  paragraphs: readonly Paragraph[],
  judged: ReadonlyMap<string, Pick<Judged, 'new_share'>>,
): Part[] {
  const isNew = ({ id }: Paragraph) => (judged.get(id)?.new_share ?? 0) > 0;
  const parts: Part[] = [];
  /** The headings above this place that are not shown yet, outermost first. */
  let above: Paragraph[] = [];
  let folded: Paragraph[] = [];
  const fold = () => {
    if (folded.length > 0) parts.push({ folded });
    folded = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.kind === 'heading') {
      above = above.filter(({ path }) => path.length < paragraph.path.length);
      if (!isNew(paragraph)) {
        above.push(paragraph);
        continue;
      }
    }
    if (!isNew(paragraph)) {
      folded.push(paragraph);
      continue;
    }
    fold();
    parts.push(...above, paragraph);
    above = [];
  }
  fold();
  return parts;
}
