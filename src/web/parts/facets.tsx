/** What may narrow an answer: series and reports with their counts, and what narrows it already. */
import type { Report, Series } from '../client.ts';
import { number } from '../language.ts';
import { address, type Place } from '../place.ts';
import { say } from '../strings/index.ts';
import { seriesTitle } from './series-title.ts';

interface Option {
  value: string;
  label: string;
  count: number;
}

/** So many at first; the rest behind "more". */
const shown = 12;

export function Facets({
  place,
  bySeries,
  byReport,
  series,
  reports,
}: {
  place: Place;
  bySeries: Readonly<Record<string, number>>;
  byReport: Readonly<Record<string, number>>;
  series: readonly Series[];
  reports: readonly Report[];
}) {
  const seriesNamed = new Map(series.map((entry) => [entry.id, seriesTitle(entry)]));
  const reportNamed = new Map(reports.map((report) => [report.id, `${report.year ?? ''} ${report.symbol}`]));
  const order = new Map(reports.map((report, index) => [report.id, index]));
  const options = (counts: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): Option[] =>
    Object.entries(counts).map(([value, count]) => ({ value, count, label: names.get(value) ?? value }));
  return (
    <aside class="facets" aria-label={say('filters')}>
      <Facet name="series" title={say('series')} options={options(bySeries, seriesNamed)} place={place} />
      <Facet
        name="report"
        title={say('reports')}
        options={options(byReport, reportNamed).sort(
          (a, b) => (order.get(a.value) ?? 0) - (order.get(b.value) ?? 0),
        )}
        place={place}
      />
    </aside>
  );
}

function Facet({
  name,
  title,
  options,
  place,
}: {
  name: 'series' | 'report';
  title: string;
  options: readonly Option[];
  place: Place;
}) {
  if (options.length < 2) return null;
  const list = (some: readonly Option[]) => (
    <ul>
      {some.map(({ value, label, count }) => (
        <li key={value}>
          <a href={address({ ...place, [name]: value, limit: '' })}>
            <bdi>{label}</bdi>
          </a>
          <span class="amount">{number(count)}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{title}</h2>
      {list(options.slice(0, shown))}
      {options.length > shown && (
        <details>
          <summary>
            {say('more')} ({number(options.length - shown)})
          </summary>
          {list(options.slice(shown))}
        </details>
      )}
    </section>
  );
}

/** The filters in force, each with a way out. */
export function ActiveFilters({ place, reports }: { place: Place; reports: readonly Report[] }) {
  const { year_from: from = '', year_to: to = '' } = place;
  const chips: { names: string[]; label: string }[] = [];
  if (place.report) {
    const report = reports.find(({ id }) => id === place.report);
    chips.push({ names: ['report'], label: report?.symbol ?? place.report });
  }
  if (from || to)
    chips.push({ names: ['year_from', 'year_to'], label: from === to ? from : `${from}–${to}` });
  if (chips.length === 0) return null;
  return (
    <p class="active">
      {chips.map(({ names, label }) => (
        <a
          key={names[0]}
          class="chip"
          href={address({ ...place, ...Object.fromEntries(names.map((name) => [name, ''])) })}
        >
          <bdi>{label}</bdi> <span aria-hidden="true">×</span>
          <span class="unseen">{say('removeFilter')}</span>
        </a>
      ))}
    </p>
  );
}
