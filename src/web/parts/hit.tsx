/** One search result: its place, its words marked, and the other places where it occurs word for word. */
import type { SearchAnswer } from '../client.ts';
import { direction } from '../direction.ts';
import { excerpt, type Mark } from '../marks.ts';
import { say } from '../strings/index.ts';
import { Marked } from './marked.tsx';
import { ParagraphMenu } from './paragraph-menu.tsx';
import { paragraphAddress, placeName, ReportName } from './report-name.tsx';
import { SameText } from './same-text.tsx';

/** A longer paragraph is shortened to the part with the words, in UTF-16 units. */
const longest = 600;

export function Hit({ hit }: { hit: SearchAnswer['hits'][number] }) {
  const { paragraph, report, highlights, places = [] } = hit;
  const { number: printed, label, path, text, id } = paragraph;
  const marks = highlights.map(([start, end]): Mark => ({ start, end, tag: 'mark' }));
  const cut = excerpt(text, marks, longest);
  return (
    <li>
      <div class="source">
        <ReportName report={report} paragraph={id} />
        <ParagraphMenu paragraph={id} label={report.symbol} />
      </div>
      <p class="where">
        {printed !== null ? placeName(id, printed) : label !== null && <bdi>{label}</bdi>}
        {(printed !== null || label !== null) && path.length > 0 && ' · '}
        {path.length > 0 && <bdi>{path.join(' ‹ ')}</bdi>}
      </p>
      <p dir={direction(text)} class="arabic">
        {cut.cutBefore && '… '}
        <Marked text={cut.text} marks={cut.marks} />
        {cut.cutAfter && ' … '}
        {(cut.cutBefore || cut.cutAfter) && (
          <a class="aside" href={paragraphAddress(id)}>
            {say('wholeParagraph')}
          </a>
        )}
      </p>
      <SameText places={places.filter((place) => place.paragraph !== id)} />
    </li>
  );
}
