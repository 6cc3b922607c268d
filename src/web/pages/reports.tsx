/** The catalogue: each series' meetings with the state of their reports, searchable, sortable and filtered. */
import { useMemo, useState } from 'preact/hooks';
import type { Report, Series } from '../client.ts';
import { findable, found } from '../find.ts';
import { forgetKnown, type Known, symbolOf, useKnown } from '../known.ts';
import { counted, dates, language, percent } from '../language.ts';
import { type Meeting, meetingOf, meetingsOf } from '../meetings.ts';
import { Exports } from '../parts/export.tsx';
import { Growing } from '../parts/growing.tsx';
import { SymbolName, Year } from '../parts/isolated.tsx';
import { Repairs } from '../parts/repairs.tsx';
import { RemoveReport, ReportAdmin } from '../parts/report-admin.tsx';
import { paragraphAddress } from '../parts/report-name.tsx';
import { seriesTitle } from '../parts/series-title.ts';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { WarningMessage } from '../parts/warning-message.tsx';
import { address, amend, everySeries, go, type Here, type Place } from '../place.ts';
import { sayCatalogue } from '../strings/catalogue.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';
import '../style/catalogue.css';

const states = ['ingested', 'missing', 'unreadable', 'warned', 'repaired'] as const;
const sorts = ['byDate', 'byDateDown', 'byLength', 'byWarnings'] as const;

interface Row extends Meeting {
  of: Report | null;
  /** The previous readable report, to compare with. */
  before: string | null;
}

export function ReportsPage({ place }: Here) {
  useTitle(sayCatalogue('title'));
  const [, setChanges] = useState(0);
  const known = useKnown();
  const changed = () => {
    forgetKnown();
    setChanges((count) => count + 1);
  };
  if (known.error) return <Failure error={known.error} retry={known.retry} />;
  if (!known.value) return <Loading />;
  const { repairs = '' } = place;
  if (repairs !== '') return <Repairs id={repairs} report={known.value.byId.get(repairs)} place={place} />;
  return (
    <>
      <h1>{sayCatalogue('title')}</h1>
      <ReportAdmin known={known.value} onChanged={changed} />
      {known.value.reports.length === 0 && <EmptyCollection />}
      {known.value.reports.length > 0 && (
        <>
          <Choices place={place} />
          <Catalogue place={place} known={known.value} onChanged={changed} />
        </>
      )}
    </>
  );
}

function Choices({ place }: { place: Place }) {
  return (
    <div class="row choices">
      <label class="wide">
        {sayCatalogue('find')}
        <input
          name="q"
          type="search"
          dir="auto"
          value={place.find ?? ''}
          onInput={(event) => amend({ ...place, find: event.currentTarget.value })}
        />
      </label>
      <label>
        {sayCatalogue('state')}
        <select
          value={place.state ?? ''}
          onChange={(event) => go({ ...place, state: event.currentTarget.value })}
        >
          <option value="">{sayCatalogue('anyState')}</option>
          {states.map((name) => (
            <option key={name} value={name}>
              {sayCatalogue(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {sayCatalogue('sort')}
        <select
          value={place.sort ?? 'byDate'}
          onChange={(event) => go({ ...place, sort: event.currentTarget.value })}
        >
          {sorts.map((name) => (
            <option key={name} value={name}>
              {sayCatalogue(name)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface Section {
  id: string;
  series: Series | null;
  rows: Row[];
}

/** Each series that has reports, then the reports without a series. */
function sectionsOf({ series, reports, byId }: Known, chosen: string): Section[] {
  const rows = (meetings: readonly Meeting[], related: boolean): Row[] => {
    let last: string | null = null;
    return meetings.map((meeting) => {
      const before = related ? last : null;
      if (meeting.status === 'ingested') last = meeting.report;
      return { ...meeting, of: (meeting.report && byId.get(meeting.report)) || null, before };
    });
  };
  const sections = series
    .filter((entry) => (chosen === everySeries ? entry.reports > 0 : entry.id === chosen))
    .map((entry): Section => ({ id: entry.id, series: entry, rows: rows(meetingsOf(entry, byId), true) }));
  const outside = reports.filter((report) => report.series === null);
  if (outside.length > 0) sections.push({ id: '', series: null, rows: rows(outside.map(meetingOf), false) });
  return sections;
}

function Catalogue({ place, known, onChanged }: { place: Place; known: Known; onChanged: () => void }) {
  const sections = useMemo(() => sectionsOf(known, place.series ?? everySeries), [known, place.series]);
  const lists = useMemo(
    () =>
      sections.map(({ rows }) =>
        findable(rows, ({ year, symbol, of, place: at }) => [year, symbol, of?.title, at].join(' ')),
      ),
    [sections],
  );
  const shown = sections.map((section, index) => ({
    ...section,
    rows: sorted(found(lists[index]!, place.find ?? '').filter(inState(place.state)), place.sort),
  }));
  if (shown.every(({ rows }) => rows.length === 0)) return <Empty title={sayCatalogue('none')} />;
  return (
    <>
      {shown
        .filter(({ rows }) => rows.length > 0)
        .map(({ id, series, rows }) => (
          <section key={id}>
            <h2>{series ? <bdi>{seriesTitle(series)}</bdi> : sayCatalogue('otherReports')}</h2>
            <p class="quiet">
              {counted(rows.filter(({ report }) => report !== null).length, 'report')}
              {series?.constructed && ` · ${sayCatalogue('constructed')}`}
            </p>
            <Growing items={rows} of={`${id} ${place.find} ${place.state} ${place.sort}`}>
              {(some) => (
                <ol class="catalogue">
                  {some.map((row) => (
                    <OneReport key={row.key} row={row} onChanged={onChanged} />
                  ))}
                </ol>
              )}
            </Growing>
            <Exports
              name={series ? seriesTitle(series) : sayCatalogue('otherReports')}
              rows={() => rowsOf(rows)}
            />
          </section>
        ))}
    </>
  );
}

function inState(state: string | undefined): (row: Row) => boolean {
  if (state === 'warned') return ({ of }) => (of?.warnings.length ?? 0) > 0;
  if (state === 'repaired') return ({ of }) => (of?.repairs.words ?? 0) > 0;
  return ({ status }) => !state || status === state;
}

function sorted(rows: Row[], sort: string | undefined): Row[] {
  const size = (row: Row) => (sort === 'byLength' ? (row.of?.words ?? -1) : (row.of?.warnings.length ?? -1));
  if (sort === 'byDateDown') return rows.reverse();
  return sort === 'byLength' || sort === 'byWarnings' ? rows.sort((a, b) => size(b) - size(a)) : rows;
}

function rowsOf(rows: readonly Row[]) {
  return [
    [
      say('year'),
      say('symbol'),
      sayCatalogue('titleField'),
      sayCatalogue('meeting'),
      sayCatalogue('state'),
      sayCatalogue('length'),
    ],
    ...rows.map(({ year, symbol, of, date, place, status }) => [
      year,
      symbol,
      of?.title ?? null,
      [date ? dates(date) : '', place ?? ''].filter((part) => part !== '').join(' · '),
      sayCatalogue(status),
      of?.words ?? null,
    ]),
  ];
}

function OneReport({ row, onChanged }: { row: Row; onChanged: () => void }) {
  const { of, year, symbol, date, place, unconfirmed, status, before } = row;
  // A place name exists in one language only.
  const named = place !== null && (language === 'en' || /\p{Script=Arabic}/u.test(place)) ? place : '';
  return (
    <li class={status}>
      <span class="year">{year === null ? sayCatalogue('undated') : <Year year={year} />}</span>
      <div>
        <p>
          {of ? (
            <a href={address({ page: 'report', id: of.id })}>
              <bdi>{of.title}</bdi>
            </a>
          ) : (
            <span>{sayCatalogue('missing')}</span>
          )}{' '}
          {symbol !== null && (
            <small class="quiet">
              <SymbolName text={symbol} />
            </small>
          )}
        </p>
        <p class="quiet facts-of">
          {date && <span>{dates(date)}</span>}
          {named !== '' && <bdi>{named}</bdi>}
          {unconfirmed && !of && <span>{sayCatalogue('unconfirmed')}</span>}
          {of && <span>{counted(of.words, 'word')}</span>}
          {status === 'unreadable' && <span class="kind removed">{sayCatalogue('unreadable')}</span>}
          {of && of.readable < 0.95 && <span>{sayCatalogue('readableShare')(percent(of.readable))}</span>}
          {of?.source.layer === 'ocr' && <span>{sayCatalogue('recognised')}</span>}
          {of && of.repairs.words > 0 && (
            <a href={address({ page: 'reports', repairs: of.id })}>
              {sayCatalogue('repairedWords')(of.repairs.words)}
            </a>
          )}
          {of && of.repairs.doubtful > 0 && <span>{sayCatalogue('doubtfulWords')(of.repairs.doubtful)}</span>}
          {of?.duplicate_of.map((other) => (
            <span key={other}>
              {sayCatalogue('duplicate')}{' '}
              <a href={address({ page: 'report', id: other })}>
                <SymbolName text={symbolOf(other)} />
              </a>
            </span>
          ))}
        </p>
        {of && of.warnings.length > 0 && <Warnings report={of} />}
      </div>
      {of && (
        <p class="ways">
          {before && status === 'ingested' && (
            <a href={address({ page: 'compare', base: before, other: of.id })}>
              {sayCatalogue('compareBefore')}
            </a>
          )}
          <a href={`/v1/reports/${encodeURIComponent(of.id)}/original`} download>
            {sayCatalogue('original')}
          </a>
          <RemoveReport report={of} onChanged={onChanged} />
        </p>
      )}
    </li>
  );
}

function Warnings({ report }: { report: Report }) {
  return (
    <details class="warnings-of">
      <summary>{counted(report.warnings.length, 'note')}</summary>
      <ul>
        {report.warnings.map((warning, index) => (
          <li key={index}>
            <WarningMessage warning={warning} />{' '}
            {warning.paragraph && <a href={paragraphAddress(warning.paragraph)}>{sayCatalogue('place')}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}
