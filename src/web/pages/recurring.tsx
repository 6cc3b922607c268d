/** The phrases that a report shares with the others of its series. */
import { useRef } from 'preact/hooks';
import { api, body, paragraphsOf, type Recurring } from '../client.ts';
import { useKnown } from '../known.ts';
import { counted, percent } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ReportFrame } from '../parts/report-frame.tsx';
import { paragraphAddress, placeName } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { limitOf } from '../query.ts';
import { say } from '../strings/index.ts';

const orders = {
  longest: 'orderLongest',
  reports: 'orderReports',
  distinctive: 'orderDistinctive',
} as const;
type Order = keyof typeof orders;

const orderOf = ({ order }: Place): Order =>
  order === 'reports' || order === 'distinctive' ? order : 'longest';

/** Without a report named: the newest of the series that can be read. */
export function RecurringPage({ place }: Here) {
  const { value, error, retry } = useKnown();
  if (place.id) return <OfReport place={place} id={place.id} />;
  if (error) return <Failure error={error} retry={retry} />;
  if (!value) return <Loading />;
  const newest = value.reports.findLast((report) => report.year !== null && !report.unreadable);
  return newest ? <OfReport place={place} id={newest.id} /> : <EmptyCollection />;
}

function OfReport({ place, id }: { place: Place; id: string }) {
  const limit = limitOf(place, 50);
  const query = {
    min_words: place.min_words || '4',
    min_reports: place.min_reports || '2',
    order: orderOf(place),
    returns: place.returns === '1' ? ('true' as const) : ('false' as const),
    limit: String(limit),
  };
  const loaded = useLoaded(JSON.stringify([id, query]), () =>
    body(api.reports[':id'].recurring.$get({ param: { id }, query })),
  );
  const printed = useLoaded(
    id,
    async () => new Map((await paragraphsOf(id)).map((one) => [one.id, one.number])),
  );
  return (
    <ReportFrame id={id} view="recurring" content={loaded}>
      {(recurring) => (
        <>
          <p>
            <strong>{percent(recurring.coverage.share)}</strong> {say('recurs')} ·{' '}
            {counted(recurring.total, 'phrase')}
          </p>
          <Choices place={place} />
          {recurring.total === 0 && <p>{say('noRecurring')}</p>}
          <ol class="hits">
            {recurring.phrases.map((phrase) => (
              <Phrase
                key={phrase.tokens.join(' ')}
                phrase={phrase}
                report={recurring.report}
                printed={printed.value}
              />
            ))}
          </ol>
          {recurring.total > limit && limit < 1000 && (
            <a class="more" href={address({ ...place, limit: String(limit + 200) })}>
              {say('more')}
            </a>
          )}
          <ScopeNote scope={recurring.scope} />
        </>
      )}
    </ReportFrame>
  );
}

function Choices({ place }: { place: Place }) {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const data = new FormData(form.current!);
    const given = (name: string) => String(data.get(name) ?? '');
    go({
      page: 'recurring',
      id: place.id ?? '',
      min_words: given('min_words'),
      min_reports: given('min_reports'),
      order: given('order'),
      returns: given('returns'),
    });
  };
  const least = (name: 'min_words' | 'min_reports', word: 'minWords' | 'minReports', value: string) => (
    <label>
      {say(word)}
      <input name={name} type="number" min="1" max="1000" required value={place[name] || value} />
    </label>
  );
  return (
    <form ref={form} class="row choices" onSubmit={submit}>
      {least('min_words', 'minWords', '4')}
      {least('min_reports', 'minReports', '2')}
      <label>
        {say('order')}
        <select name="order" defaultValue={orderOf(place)}>
          {Object.entries(orders).map(([name, word]) => (
            <option key={name} value={name} selected={name === orderOf(place)}>
              {say(word)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input type="checkbox" name="returns" value="1" checked={place.returns === '1'} />
        {say('returnsOnly')}
      </label>
      <button type="submit">{say('show')}</button>
    </form>
  );
}

function Phrase({
  phrase,
  report,
  printed,
}: {
  phrase: Recurring['phrases'][number];
  report: string;
  /** Printed numbers by paragraph id, when they have come. */
  printed: ReadonlyMap<string, number | null> | undefined;
}) {
  return (
    <li>
      <p class="arabic" dir="rtl">
        <a href={address({ page: 'phrase', q: `"${phrase.tokens.join(' ')}"` })}>{phrase.text}</a>
      </p>
      <p class="source">
        {counted(phrase.words, 'word')} · {counted(phrase.report_count, 'report')}:{' '}
        {phrase.reports.map((other) => (
          <a
            key={other.report}
            class={other.report === report ? 'year this' : 'year'}
            href={address({ page: 'report', id: other.report })}
          >
            {other.year ?? other.report}
          </a>
        ))}
        {' · '}
        {phrase.occurrences.slice(0, 5).map((place) => (
          <a key={`${place.paragraph} ${place.start}`} class="year" href={paragraphAddress(place.paragraph)}>
            {placeName(place.paragraph, printed?.get(place.paragraph) ?? null)}
          </a>
        ))}
      </p>
    </li>
  );
}
