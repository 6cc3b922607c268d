/** Two reports side by side, aligned paragraph by paragraph, the words that differ marked. */
import { api, body, type Comparison, type Paragraph, paragraphsOf, type Report } from '../client.ts';
import { useKnown } from '../known.ts';
import { useLoaded } from '../load.ts';
import { ComparisonTable } from '../parts/comparison-table.tsx';
import { KindFilter, shownKinds } from '../parts/kind-filter.tsx';
import { ReportPicker } from '../parts/report-picker.tsx';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { go, type Here, type Place } from '../place.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';

interface Compared {
  comparison: Comparison;
  texts: ReadonlyMap<string, Paragraph>;
}

async function compared(base: string, other: string): Promise<Compared> {
  const [comparison, left, right] = await Promise.all([
    body(api.compare.$get({ query: { base, other } })),
    paragraphsOf(base),
    paragraphsOf(other),
  ]);
  return { comparison, texts: new Map([...left, ...right].map((paragraph) => [paragraph.id, paragraph])) };
}

export function ComparePage({ place }: Here) {
  const { base = '', other = '' } = place;
  const known = useKnown();
  const key = base !== '' && other !== '' ? `${base} ${other}` : null;
  const loaded = useLoaded(key, () => compared(base, other));
  useTitle(key === null ? say('compare') : `${say('compare')}: ${base} · ${other}`);
  if (known.error) return <Failure error={known.error} retry={known.retry} />;
  if (known.value?.reports.length === 0) return <EmptyCollection />;
  return (
    <>
      <h1 class="unseen">{say('compare')}</h1>
      <Choices place={place} reports={known.value?.reports ?? []} />
      {key === null && <p>{say('chooseTwo')}</p>}
      {loaded.error && <Failure error={loaded.error} retry={loaded.retry} />}
      {loaded.loading && !loaded.value && <Loading />}
      {key !== null && loaded.value && (
        <div aria-busy={loaded.loading}>
          <Answer {...loaded.value} place={place} />
        </div>
      )}
    </>
  );
}

function Choices({ place, reports: known }: { place: Place; reports: readonly Report[] }) {
  const { base = '', other = '', hide = '' } = place;
  const choose = (side: 'base' | 'other') => (
    <ReportPicker
      label={say(side)}
      name={side}
      value={place[side] ?? ''}
      reports={known}
      onChoose={(id) => go({ ...place, [side]: id })}
    />
  );
  return (
    <div class="row choices">
      {choose('base')}
      <button
        type="button"
        class="swap"
        title={say('swap')}
        aria-label={say('swap')}
        disabled={base === '' && other === ''}
        onClick={() => go({ ...place, base: other, other: base })}
      >
        ⇄
      </button>
      {choose('other')}
      <label class="check">
        <input
          type="checkbox"
          checked={hide === '1'}
          onChange={(event) => go({ ...place, hide: event.currentTarget.checked ? '1' : '' })}
        />
        {say('hideIdentical')}
      </label>
    </div>
  );
}

function Answer({ comparison, texts, place }: Compared & { place: Place }) {
  const kinds = shownKinds(place);
  const changes = comparison.changes.filter(
    ({ change, moved }) =>
      (place.hide !== '1' || change !== 'identical' || moved) &&
      (kinds.length === 0 || kinds.includes(change) || (moved && kinds.includes('moved'))),
  );
  return (
    <>
      <KindFilter summary={comparison.summary} place={place} />
      {changes.length === 0 && <p>{say('noRows')}</p>}
      {changes.length > 0 && <ComparisonTable comparison={comparison} changes={changes} texts={texts} />}
    </>
  );
}
