/**
 * Meetings on a timeline, one cell for each year: present, missing or unreadable; years without a meeting stay empty.
 */
import { titleOf } from '../known.ts';
import type { Meeting } from '../meetings.ts';
import { address } from '../place.ts';
import { sayHome } from '../strings/home.ts';
import { Year } from './isolated.tsx';

/** With more years than this, those without a meeting are left out. */
const mostYears = 70;
/** Maximum number of marks in one year; the rest is shown as a number. */
const mostMarks = 4;

export function Timeline({ meetings }: { meetings: readonly Meeting[] }) {
  const byYear = new Map<number, Meeting[]>();
  for (const meeting of meetings) {
    if (meeting.year !== null) byYear.set(meeting.year, [...(byYear.get(meeting.year) ?? []), meeting]);
  }
  const known = [...byYear.keys()].sort((a, b) => a - b);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return null;
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const years = all.length > mostYears ? known : all;
  const used = new Set(meetings.map(({ status }) => status));
  return (
    <>
      <ol class="timeline" aria-label={sayHome('timeline')}>
        {years.map((year) => {
          const here = byYear.get(year) ?? [];
          return (
            <li key={year} class={here.length === 0 ? 'empty-year' : ''}>
              <span class="marks-of">
                {here.slice(0, mostMarks).map((meeting) => (
                  <Mark key={meeting.key} meeting={meeting} />
                ))}
                {here.length > mostMarks && (
                  <a href={address({ page: 'reports', find: String(year) })}>+{here.length - mostMarks}</a>
                )}
              </span>
              <Year year={year} />
            </li>
          );
        })}
      </ol>
      <p class="legend quiet">
        {(['ingested', 'missing', 'unreadable'] as const)
          .filter((status) => used.has(status))
          .map((status) => (
            <span key={status}>
              <i class={`meeting ${status}`} aria-hidden="true" /> {sayHome(words[status])}
            </span>
          ))}
      </p>
    </>
  );
}

const words = { ingested: 'present', missing: 'missing', unreadable: 'unreadable' } as const;

function Mark({ meeting }: { meeting: Meeting }) {
  const { status, report, symbol, year } = meeting;
  const named = (report && titleOf(report)) || (symbol ?? '');
  const said = [year, named, sayHome(words[status])].filter((part) => part !== '').join(' · ');
  const spoken = (
    <span class="unseen">
      {year} · {named !== '' && <bdi>{named}</bdi>} · {sayHome(words[status])}
    </span>
  );
  return report === null ? (
    <span class={`meeting ${status}`} title={said}>
      {spoken}
    </span>
  ) : (
    <a class={`meeting ${status}`} href={address({ page: 'report', id: report })} title={said}>
      {spoken}
    </a>
  );
}
