/** The series with their meetings, a missing one shown as missing; reports outside the series after them. */
import { reports as allReports, series as allSeries, type Report, type Series } from '../client.ts';
import { counted, dates } from '../language.ts';
import { useLoaded } from '../load.ts';
import { seriesTitle } from '../parts/series-title.ts';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { address, type Here } from '../place.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';

interface Row {
  key: string;
  year: number | null;
  symbol: string | null;
  date: { from: string; to: string } | null;
  /** Where it met, or what a report outside the series is called. */
  place: string | null;
  unconfirmed: boolean;
  /** Null: not ingested. */
  report: Report | null;
}

export function ReportsPage(_: Here) {
  useTitle(say('reports'));
  const loaded = useLoaded('reports', async () => ({
    series: await allSeries(),
    reports: await allReports(),
  }));
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { series, reports } = loaded.value;
  if (reports.length === 0) return <EmptyCollection />;
  const byId = new Map(reports.map((report) => [report.id, report]));
  const outside = reports.filter((report) => report.series === null);
  return (
    <>
      <h1 class="unseen">{say('reports')}</h1>
      {series
        .filter((entry) => entry.reports > 0)
        .map((entry) => (
          <section key={entry.id}>
            <h2>{seriesTitle(entry)}</h2>
            <p class="quiet">
              {counted(entry.reports, 'report')}
              {entry.missing > 0 && ` · ${say('missing')}: ${entry.missing}`}
              {entry.constructed && ` · ${say('constructed')}`}
            </p>
            <Meetings rows={rowsOf(entry, byId)} related />
          </section>
        ))}
      {outside.length > 0 && (
        <section>
          <h2>{say('otherReports')}</h2>
          <Meetings
            rows={outside.map((report) => ({ ...rowOf(report), place: report.title }))}
            related={false}
          />
        </section>
      )}
    </>
  );
}

function rowOf(report: Report): Row {
  const { id, year, symbol, date } = report;
  return { key: id, year, symbol, date, place: null, unconfirmed: false, report };
}

function rowsOf(entry: Series, reports: ReadonlyMap<string, Report>): Row[] {
  const meetings = entry.meetings.map((meeting): Row => {
    const report = (meeting.report && reports.get(meeting.report)) || null;
    const date = report?.date ?? (meeting.from && meeting.to ? { from: meeting.from, to: meeting.to } : null);
    return {
      key: meeting.key,
      year: meeting.year,
      symbol: meeting.symbol ?? meeting.key,
      date,
      place: meeting.place,
      unconfirmed: meeting.unconfirmed.length > 0,
      report,
    };
  });
  const others = entry.uncatalogued.flatMap(({ id }) => {
    const report = reports.get(id);
    return report ? [rowOf(report)] : [];
  });
  return [...meetings, ...others].sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
}

/** `related`: each may be compared with the one before it. */
function Meetings({ rows, related }: { rows: readonly Row[]; related: boolean }) {
  let previous: Report | null = null;
  return (
    <div class="scroll">
      <table class="meetings">
        <thead>
          <tr>
            <th scope="col">{say('year')}</th>
            <th scope="col">{say('symbol')}</th>
            <th scope="col">{say('meeting')}</th>
            <th scope="col">{say('length')}</th>
            <th scope="col">
              <span class="unseen">{say('compare')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const before = previous;
            previous = row.report ?? previous;
            return <Meeting key={row.key} row={row} before={related ? before : null} />;
          })}
        </tbody>
      </table>
    </div>
  );
}

function Meeting({ row, before }: { row: Row; before: Report | null }) {
  const { report, year, symbol, date, place, unconfirmed } = row;
  return (
    <tr class={report ? '' : 'missing'}>
      <th scope="row">{year ?? ''}</th>
      <td>
        {report ? (
          <a href={address({ page: 'report', id: report.id })}>
            <bdi dir="ltr">{symbol}</bdi>
          </a>
        ) : (
          <bdi dir="ltr">{symbol}</bdi>
        )}
      </td>
      <td>
        {date && dates(date)}
        {place && (
          <>
            {date && ' · '}
            <bdi>{place}</bdi>
          </>
        )}
        {unconfirmed && !report && <span class="quiet"> ({say('unconfirmed')})</span>}
      </td>
      <td>
        {report ? counted(report.words, 'word') : <span title={say('missingHint')}>{say('missing')}</span>}
      </td>
      <td>
        {report && before && (
          <a href={address({ page: 'compare', base: before.id, other: report.id })}>{say('compareBefore')}</a>
        )}
      </td>
    </tr>
  );
}
