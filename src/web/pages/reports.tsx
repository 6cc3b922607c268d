/** The series with their meetings, a missing one shown as missing. */
import { all, api, body } from '../client.ts';
import { useLoaded } from '../load.ts';
import { address } from '../place.ts';
import { language, say } from '../strings.ts';

export function ReportsPage() {
  const loaded = useLoaded('series', () => all((query) => body(api.series.$get({ query }))));
  if (loaded.error)
    return (
      <p class="error" role="alert">
        {say('error')} {loaded.error}
      </p>
    );
  const known = (loaded.value ?? []).filter((entry) => entry.reports > 0);
  if (loaded.value && known.length === 0) return <p>{say('empty')}</p>;
  return (
    <>
      {known.map((entry) => (
        <section key={entry.id}>
          <h2>
            {language === 'ar' ? entry.title : (entry.title_en ?? entry.title)}
            {entry.constructed && <small> ({say('constructed')})</small>}
          </h2>
          <ul class="meetings">
            {entry.meetings.map((meeting) => (
              <li key={meeting.key} class={meeting.status}>
                <bdi>{meeting.year}</bdi>{' '}
                {meeting.report ? (
                  <a href={address({ page: 'report', id: meeting.report })}>
                    <bdi dir="ltr">{meeting.symbol}</bdi>
                  </a>
                ) : (
                  <span>
                    <bdi dir="ltr">{meeting.symbol ?? meeting.key}</bdi> — {say('missing')}
                  </span>
                )}
              </li>
            ))}
            {entry.uncatalogued.map((report) => (
              <li key={report.id}>
                <bdi>{report.year ?? ''}</bdi>{' '}
                <a href={address({ page: 'report', id: report.id })}>
                  <bdi dir="ltr">{report.symbol}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
