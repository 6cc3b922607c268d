/** Filters for an answer, each choice with its count, and the filters in force. */
import { useState } from 'preact/hooks';
import { type Known, symbolOf } from '../known.ts';
import { number } from '../language.ts';
import { address, everySeries, type Place } from '../place.ts';
import { type Kind, kinds } from '../query.ts';
import { say } from '../strings/index.ts';
import { SymbolName, Year, Years } from './isolated.tsx';
import { kindWords } from './query-words.ts';
import { seriesTitle } from './series-title.ts';

type Counts = Readonly<Record<string, number>>;
type Name = 'series' | 'report' | 'kind' | 'section';

interface Option {
  value: string;
  label: preact.ComponentChildren;
  count: number;
}

/** Number of choices shown at first; the rest is behind "more". */
const shown = 8;

export interface FacetCounts {
  series?: Counts;
  report?: Counts;
  kind?: Counts;
  section?: Counts;
}

export function Facets({
  place,
  counts,
  known,
}: {
  place: Place;
  counts: FacetCounts;
  known: Known | undefined;
}) {
  const wide = matchMedia('(min-width: 60rem)').matches;
  const options = (values: Counts = {}, label: (value: string) => preact.ComponentChildren): Option[] =>
    Object.entries(values).map(([value, count]) => ({ value, count, label: label(value) }));
  const order = new Map(known?.reports.map(({ id }, index) => [id, index]));
  const reportLabel = (id: string) => {
    const report = known?.byId.get(id);
    if (!report) return <SymbolName text={symbolOf(id)} />;
    return (
      <span title={report.title}>
        {report.year !== null && (
          <strong>
            <Year year={report.year} />{' '}
          </strong>
        )}
        <bdi>{report.title}</bdi>
      </span>
    );
  };
  const seriesLabel = (id: string) => {
    const found = known?.series.find((entry) => entry.id === id);
    return <bdi>{found ? seriesTitle(found) : id}</bdi>;
  };
  const all: [Name, Option[]][] = [
    ['series', place.series === everySeries ? options(counts.series, seriesLabel) : []],
    [
      'report',
      options(counts.report, reportLabel).sort(
        (a, b) => (order.get(a.value) ?? 0) - (order.get(b.value) ?? 0),
      ),
    ],
    ['section', options(counts.section, (heading) => <bdi>{heading}</bdi>)],
    [
      'kind',
      options(counts.kind, (kind) => say(kindWords[kind as Kind] ?? 'kindOther')).sort(
        (a, b) => kinds.indexOf(a.value as Kind) - kinds.indexOf(b.value as Kind),
      ),
    ],
  ];
  const some = all.filter(
    ([name, list]) => list.length > 1 && !place[name as string]?.replace(everySeries, ''),
  );
  if (some.length === 0) return <aside />;
  return (
    <aside class="facets" aria-label={say('narrow')}>
      <details open={wide}>
        <summary>{say('narrow')}</summary>
        {some.map(([name, list]) => (
          <Facet key={name} name={name} options={list} place={place} />
        ))}
      </details>
    </aside>
  );
}

const titles = { series: 'series', report: 'reports', section: 'underHeading', kind: 'kind' } as const;

function Facet({ name, options, place }: { name: Name; options: readonly Option[]; place: Place }) {
  const [all, setAll] = useState(false);
  const list = all || options.length <= shown + 2 ? options : options.slice(0, shown);
  return (
    <section>
      <h2>{say(titles[name])}</h2>
      <ul>
        {list.map(({ value, label, count }) => (
          <li key={value}>
            <a href={address({ ...place, [name]: value, limit: '' })}>{label}</a>
            <span class="amount">{number(count)}</span>
          </li>
        ))}
      </ul>
      {list.length < options.length && (
        <button type="button" class="plain" onClick={() => setAll(true)}>
          {say('more')} ({number(options.length - list.length)})
        </button>
      )}
    </section>
  );
}

/** The filters in force, each with a button to remove it. */
export function ActiveFilters({ place, known }: { place: Place; known: Known | undefined }) {
  const { year_from: from = '', year_to: to = '', report = '', kind = '', section = '' } = place;
  const chips: { names: string[]; label: preact.ComponentChildren }[] = [];
  if (report !== '') {
    const found = known?.byId.get(report);
    chips.push({
      names: ['report'],
      label: found ? (
        <bdi>{[found.year ?? '', found.title].join(' ').trim()}</bdi>
      ) : (
        <SymbolName text={report} />
      ),
    });
  }
  if (from || to) {
    const label =
      from && to ? (
        <Years from={from} to={to} />
      ) : (
        <>
          {say(from ? 'yearFrom' : 'yearTo')} <Year year={from || to} />
        </>
      );
    chips.push({ names: ['year_from', 'year_to'], label });
  }
  if (kinds.includes(kind as Kind)) chips.push({ names: ['kind'], label: say(kindWords[kind as Kind]) });
  if (section !== '') chips.push({ names: ['section'], label: <bdi>{section}</bdi> });
  if (chips.length === 0) return null;
  return (
    <p class="active">
      {chips.map(({ names, label }) => (
        <a
          key={names[0]}
          class="chip"
          href={address({ ...place, ...Object.fromEntries(names.map((name) => [name, ''])) })}
        >
          {label} <span aria-hidden="true">×</span>
          <span class="unseen">{say('removeFilter')}</span>
        </a>
      ))}
    </p>
  );
}
