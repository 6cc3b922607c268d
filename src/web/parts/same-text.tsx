/** Where else a paragraph stands word for word. */
import type { SearchAnswer } from '../client.ts';
import { counted } from '../language.ts';
import { say } from '../strings/index.ts';
import { placeName, ReportName } from './report-name.tsx';

type Place = NonNullable<SearchAnswer['hits'][number]['places']>[number];

/** So many are shown at once; more are folded. */
const shown = 4;

export function SameText({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null;
  const list = places.map(({ paragraph, report, number }, i) => (
    <span key={paragraph}>
      {i > 0 && ' · '}
      <ReportName report={report} paragraph={paragraph} /> {placeName(paragraph, number)}
    </span>
  ));
  const title = say('sameText');
  if (places.length <= shown) {
    return (
      <p class="same-text">
        {title} {list}
      </p>
    );
  }
  return (
    <details class="same-text">
      <summary>
        {title} {counted(places.length, 'paragraph')}
      </summary>
      {list}
    </details>
  );
}
