/** The other places where a paragraph occurs word for word. */
import type { SearchAnswer } from '../client.ts';
import { counted } from '../language.ts';
import { say } from '../strings/index.ts';
import { placeName, ReportName } from './report-name.tsx';

type Place = NonNullable<SearchAnswer['hits'][number]['places']>[number];

/** Number of places shown at first; the rest are folded. */
const shown = 4;

export function SameText({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  const list = (
    <ul>
      {places.map(({ paragraph, report, number }) => (
        <li key={paragraph}>
          <ReportName report={report} paragraph={paragraph} short />{' '}
          <span class="quiet">{placeName(paragraph, number)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <details class="same-text" open={places.length <= shown}>
      <summary>
        {say('sameText')} {counted(places.length, 'place', 'after')}
      </summary>
      {list}
    </details>
  );
}
