/** The years of a query: how often a phrase occurs, or how many paragraphs match. */
import { api, body, type Report } from '../client.ts';
import { counted, decimal } from '../language.ts';
import { useLoaded } from '../load.ts';
import { address, type Place } from '../place.ts';
import { filtersOf, matchOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { type Bar, Bars } from './bars.tsx';
import { Failure } from './state.tsx';

interface Point {
  year: number;
  count: number | null;
  height: number;
  said: string;
}

/**
 * `phrase`: what to count; null counts paragraphs that match `place.q`. A filter on years narrows the answer, not the
 * chart.
 */
export function YearChart({
  place,
  phrase,
  reports,
}: {
  place: Place;
  phrase: string | null;
  reports: readonly Report[];
}) {
  const q = place.q ?? '';
  const match = matchOf(place);
  const filters = filtersOf(place, { years: false });
  const key = JSON.stringify([q, phrase, match, filters, reports.length]);
  const loaded = useLoaded(key, () =>
    phrase === null
      ? paragraphsAYear({ q, match, ...filters }, reports)
      : timesAYear({ q: [phrase], match, ...filters }),
  );
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  const from = Number(place.year_from || 0);
  const to = Number(place.year_to || 9999);
  const bars = (loaded.value ?? []).map((point): Bar => {
    const year = String(point.year);
    return {
      ...point,
      title: `${year}: ${point.said}`,
      href: address({ ...place, year_from: year, year_to: year, limit: '' }),
      dimmed: point.year < from || point.year > to,
    };
  });
  return (
    <Bars
      bars={bars}
      caption={say(phrase === null ? 'paragraphsByYear' : 'rateByYear')}
      about={phrase ?? q}
    />
  );
}

async function timesAYear(query: Parameters<typeof api.trends.$get>[0]['query']): Promise<Point[]> {
  const { trends } = await body(api.trends.$get({ query }));
  return (trends[0]?.points ?? []).map(({ year, occurrences, per_10k_words }) => ({
    year,
    count: occurrences,
    height: per_10k_words ?? 0,
    said:
      occurrences === null
        ? say('noReport')
        : `${counted(occurrences, 'occurrence')}, ${decimal(per_10k_words ?? 0)} ${say('per10k')}`,
  }));
}

/** Years between the first and the last report; those without a report are unknown. */
async function paragraphsAYear(
  query: Parameters<typeof api.search.$get>[0]['query'],
  reports: readonly Report[],
): Promise<Point[]> {
  const { facets } = await body(api.search.$get({ query: { ...query, limit: '1' } }));
  const known = new Set(
    reports
      .filter((report) => !query.series || report.series === query.series)
      .filter((report) => !query.report || report.id === query.report)
      .flatMap(({ year }) => (year === null ? [] : [year])),
  );
  if (known.size === 0) return [];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => {
    const year = first + index;
    const count = known.has(year) ? (facets.year[String(year)] ?? 0) : null;
    return {
      year,
      count,
      height: count ?? 0,
      said: count === null ? say('noReport') : counted(count, 'paragraph'),
    };
  });
}
