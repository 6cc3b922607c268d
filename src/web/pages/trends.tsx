/** Up to ten phrases over the years: a chart whose points link to the occurrences, and a table of the figures. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Point } from '../chart/trends.ts';
import { api, body, type Trend } from '../client.ts';
import { type Known, useKnown } from '../known.ts';
import { comma, counted, decimal, number, pageDirection } from '../language.ts';
import { useLoaded } from '../load.ts';
import { Exports } from '../parts/export.tsx';
import { ActiveFilters } from '../parts/facets.tsx';
import { Quoted, Year } from '../parts/isolated.tsx';
import { matchWords } from '../parts/query-words.ts';
import { Question } from '../parts/question.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { seriesTitle } from '../parts/series-title.ts';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { Wide } from '../parts/wide.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { remember } from '../queries.ts';
import { asPhrase, filtersOf, matchOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { sayTrends } from '../strings/trends.ts';
import { useTitle } from '../title.ts';
import '../style/trends.css';

/** The API's maximum. */
const most = 10;
/** Points with fewer occurrences than this show their interval. */
const few = 30;

/** The phrases compared: the query, and those added to it, one per line. */
function phrasesOf({ q = '', also = '' }: Place): string[] {
  const all = [asPhrase(q), ...also.split('\n').map((line) => asPhrase(line))];
  return [...new Set(all.filter((phrase) => phrase !== ''))].slice(0, most);
}

export function TrendsPage({ place }: Here) {
  const phrases = phrasesOf(place);
  useTitle(phrases.length === 0 ? say('throughYears') : `${phrases.join(comma)} · ${say('throughYears')}`);
  const known = useKnown();
  const query = { q: phrases, match: matchOf(place), ...filtersOf(place) };
  const found = useLoaded(phrases.length === 0 ? null : JSON.stringify(query), () =>
    body(api.trends.$get({ query })),
  );
  const answer = phrases.length === 0 ? undefined : found.value;
  useEffect(() => {
    if (answer && place.q) remember(place);
  }, [answer]);
  return (
    <>
      <Question place={place} view="trends" />
      {known.value?.reports.length === 0 && <EmptyCollection />}
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {found.error && <Failure error={found.error} retry={found.retry} />}
      {phrases.length > 0 && <Phrases phrases={phrases} place={place} />}
      {phrases.length > 0 && !found.error && !(answer && known.value) && <Loading />}
      {answer && known.value && (
        <div aria-busy={found.loading}>
          <ActiveFilters place={place} known={known.value} />
          <Answer trends={answer.trends} place={place} known={known.value} />
          <ScopeNote scope={answer.scope} />
        </div>
      )}
    </>
  );
}

/** The chart's legend, where phrases are removed and added. */
function Phrases({ phrases, place }: { phrases: readonly string[]; place: Place }) {
  const show = ([q = '', ...also]: readonly string[]) =>
    go({ ...place, q: /\s/.test(q) ? `"${q}"` : q, also: also.join('\n') });
  return (
    <div class="phrases row">
      <ul aria-label={sayTrends('compared')}>
        {phrases.map((phrase, index) => (
          <li key={phrase} class="chip" style={{ '--hue': `var(--hue-${index + 1})` }}>
            <i class={`shape shape-${index + 1}`} aria-hidden="true" />
            <Quoted text={phrase} />
            {phrases.length > 1 && (
              <button
                type="button"
                aria-label={`${sayTrends('remove')}: ${phrase}`}
                onClick={() => show(phrases.filter((other) => other !== phrase))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {phrases.length < most ? (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            const field = event.currentTarget.elements.namedItem('other') as HTMLInputElement;
            const added = asPhrase(field.value);
            field.value = '';
            if (added !== '') show([...phrases, added]);
          }}
        >
          <input
            name="other"
            type="text"
            dir="auto"
            placeholder={sayTrends('addLabel')}
            aria-label={sayTrends('addLabel')}
          />
          <button type="submit">{sayTrends('add')}</button>
        </form>
      ) : (
        <p class="quiet">{sayTrends('atMost')}</p>
      )}
    </div>
  );
}

/** Years with only unreadable reports. */
function unreadableYears({ reports }: Known): ReadonlySet<number> {
  const readable = new Set(reports.filter((report) => !report.unreadable).map(({ year }) => year));
  return new Set(reports.flatMap(({ year }) => (year === null || readable.has(year) ? [] : [year])));
}

function Answer({ trends, place, known }: { trends: readonly Trend[]; place: Place; known: Known }) {
  const counts = place.measure === 'count';
  const unreadable = unreadableYears(known);
  const label = sayTrends(counts ? 'count' : 'rate');
  const about = [
    known.chosen ? seriesTitle(known.chosen) : say('allSeries'),
    say(matchWords[matchOf(place)]),
    label,
  ].join(' · ');
  const points = trends.flatMap(({ phrase, points: all }, index) =>
    all.map((point) => pointOf(phrase.text, index, point, counts, place, unreadable)),
  );
  return (
    <>
      <fieldset class="switch">
        <legend class="unseen">{sayTrends('measure')}</legend>
        {([false, true] as const).map((count) => (
          <button
            key={String(count)}
            type="button"
            aria-pressed={counts === count}
            onClick={() => go({ ...place, measure: count ? 'count' : '' })}
          >
            {sayTrends(count ? 'count' : 'rate')}
          </button>
        ))}
      </fieldset>
      <Chart points={points} trends={trends} label={label} about={about} />
      <p class="quiet hint">{sayTrends('hint')}</p>
      <Figures trends={trends} place={place} unreadable={unreadable} />
      {trends.map(
        ({ phrase, undated }) =>
          undated.occurrences > 0 && (
            <p key={phrase.text} class="quiet">
              <Quoted text={phrase.text} /> — {sayTrends('undated')}{' '}
              {counted(undated.occurrences, 'occurrence')}
            </p>
          ),
      )}
    </>
  );
}

const placeOf = (place: Place, phrase: string, year: number): Place => ({
  page: 'phrase',
  q: /\s/.test(phrase) ? `"${phrase}"` : phrase,
  series: place.series ?? '',
  match: place.match ?? '',
  kind: place.kind ?? '',
  section: place.section ?? '',
  report: place.report ?? '',
  year_from: String(year),
  year_to: String(year),
});

function pointOf(
  phrase: string,
  index: number,
  point: Trend['points'][number],
  counts: boolean,
  place: Place,
  unreadable: ReadonlySet<number>,
): Point {
  const { year, occurrences, per_10k_words: rate, interval, words } = point;
  const scale = counts ? words / 10_000 : 1;
  const known =
    occurrences === null
      ? unreadable.has(year)
        ? sayTrends('unreadable')
        : say('noReport')
      : `${counted(occurrences, 'occurrence')}${comma}${decimal(rate ?? 0)} ${say('per10k')}`;
  return {
    phrase: index,
    year,
    value: occurrences === null ? null : counts ? occurrences : (rate ?? 0),
    interval:
      interval && occurrences !== null && occurrences < few
        ? [interval[0]! * scale, interval[1]! * scale]
        : null,
    href: address(placeOf(place, phrase, year)),
    said: `${phrase} · ${year}: ${known}`,
  };
}

function Chart({
  points,
  trends,
  label,
  about,
}: {
  points: readonly Point[];
  trends: readonly Trend[];
  label: string;
  about: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const plot = useLoaded('plot', () => import('../chart/trends.ts'));
  const title = trends.map(({ phrase }) => phrase.text).join(comma);
  useEffect(() => {
    const size = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    if (box.current) size.observe(box.current);
    return () => size.disconnect();
  }, []);
  useEffect(() => {
    if (!plot.value || width === 0 || !box.current || points.length === 0) return;
    const known = new Set(points.filter(({ value }) => value !== null).map(({ year }) => year));
    const unknown = [...new Set(points.map(({ year }) => year))].filter((year) => !known.has(year));
    box.current.replaceChildren(
      plot.value.trendsChart({
        points,
        unknown,
        width,
        label,
        rightToLeft: pageDirection === 'rtl',
        title: sayTrends('chart'),
      }),
    );
  }, [plot.value, points, width, label]);
  if (plot.error) return <Failure error={plot.error} retry={plot.retry} />;
  return (
    <figure class="trends card">
      {!plot.value && <Loading />}
      <div ref={box} class="plot" dir="ltr" />
      <Exports
        name={title}
        chart={{
          title,
          about,
          legend: trends.map(({ phrase }, index) => ({
            text: phrase.text,
            color: `var(--hue-${index + 1})`,
          })),
          svg: () => box.current?.querySelector('svg') ?? null,
        }}
      />
    </figure>
  );
}

function Figures({
  trends,
  place,
  unreadable,
}: {
  trends: readonly Trend[];
  place: Place;
  unreadable: ReadonlySet<number>;
}) {
  const years = trends[0]?.points ?? [];
  return (
    <section>
      <h2>{sayTrends('table')}</h2>
      <Wide label={sayTrends('table')}>
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">{say('year')}</th>
              {trends.map(({ phrase }) => (
                <th key={phrase.text} scope="col">
                  <Quoted text={phrase.text} />
                </th>
              ))}
              <th scope="col">{sayTrends('words')}</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, occurrences, words }, row) => (
              <tr key={year} class={occurrences === null ? 'missing' : ''}>
                <th scope="row">
                  <Year year={year} />
                </th>
                {trends.map(({ phrase, points }) => {
                  const point = points[row];
                  if (point?.occurrences == null) {
                    return (
                      <td key={phrase.text}>
                        {unreadable.has(year) ? sayTrends('unreadable') : say('noReport')}
                      </td>
                    );
                  }
                  return (
                    <td key={phrase.text}>
                      {point.occurrences === 0 ? (
                        number(0)
                      ) : (
                        <a href={address(placeOf(place, phrase.text, year))}>{number(point.occurrences)}</a>
                      )}{' '}
                      <small class="quiet">{decimal(point.per_10k_words ?? 0)}</small>
                    </td>
                  );
                })}
                <td>{occurrences === null ? '' : number(words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <Exports name={trends.map(({ phrase }) => phrase.text).join(' ')} rows={() => rowsOf(trends)} />
    </section>
  );
}

function rowsOf(trends: readonly Trend[]) {
  const header = [
    say('year'),
    sayTrends('words'),
    ...trends.flatMap(({ phrase: { text } }) => [
      `${text} (${sayTrends('count')})`,
      `${text} (${sayTrends('rate')})`,
      `${text} (${sayTrends('interval')})`,
    ]),
  ];
  const years = trends[0]?.points ?? [];
  return [
    header,
    ...years.map(({ year, words }, row) => [
      year,
      words,
      ...trends.flatMap(({ points }) => {
        const point = points[row];
        const interval = point?.interval?.map((end) => end.toFixed(2)).join('–') ?? null;
        return [point?.occurrences ?? null, point?.per_10k_words ?? null, interval];
      }),
    ]),
  ];
}
