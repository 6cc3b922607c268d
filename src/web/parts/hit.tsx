/** One paragraph found: where it stands, its words marked, and the ways on from it. */
import type { SearchAnswer } from '../client.ts';
import { direction } from '../direction.ts';
import { excerpt, type Mark } from '../marks.ts';
import { say } from '../strings/index.ts';
import { Marked } from './marked.tsx';
import { ParagraphMenu } from './paragraph-menu.tsx';
import { paragraphAddress, ReportName } from './report-name.tsx';
import { SameText } from './same-text.tsx';

/** A paragraph longer than this is cut to where the words are, in UTF-16 units. */
const longest = 600;

export function Hit({ hit }: { hit: SearchAnswer['hits'][number] }) {
  const { paragraph, report, highlights, places = [] } = hit;
  const marks = highlights.map(([start, end]): Mark => ({ start, end, tag: 'mark' }));
  const cut = excerpt(paragraph.text, marks, longest);
  return (
    <li>
      <p class="source">
        <ParagraphMenu paragraph={paragraph.id} label={report.symbol} />
        <ReportName report={report} paragraph={paragraph.id} />
        {paragraph.label && (
          <>
            {' · '}
            <bdi>{paragraph.label}</bdi>
          </>
        )}
        {paragraph.path.length > 0 && (
          <span class="path">
            {' · '}
            <bdi>{paragraph.path.join(' ‹ ')}</bdi>
          </span>
        )}
      </p>
      <p dir={direction(paragraph.text)} class="arabic">
        {cut.cutBefore && '… '}
        <Marked text={cut.text} marks={cut.marks} />
        {cut.cutAfter && ' … '}
        {(cut.cutBefore || cut.cutAfter) && (
          <a class="aside" href={paragraphAddress(paragraph.id)}>
            {say('wholeParagraph')}
          </a>
        )}
      </p>
      <SameText places={places.filter((place) => place.paragraph !== paragraph.id)} />
    </li>
  );
}
