/** One wording through the years: each report's version with what changed, the gaps, and what all versions share. */
import { series as allSeries, api, body, type Series, type Wording } from '../client.ts';
import { direction } from '../direction.ts';
import { counted } from '../language.ts';
import { useLoaded } from '../load.ts';
import { paragraphAddress } from '../parts/report-name.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { Failure, Loading } from '../parts/state.tsx';
import { Template } from '../parts/template.tsx';
import { Versions } from '../parts/versions.tsx';
import { address, type Here } from '../place.ts';
import { asPhrase, filtersOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';

export function WordingPage({ place }: Here) {
  const { paragraph = '' } = place;
  const q = asPhrase(place.q ?? '');
  const { kind: _, section: __, ...scope } = filtersOf(place);
  const query = { ...(paragraph !== '' ? { paragraph } : { q }), ...scope };
  const loaded = useLoaded(JSON.stringify(query), async () => {
    const [wording, series] = await Promise.all([body(api.wording.$get({ query })), allSeries()]);
    return { wording, missing: missingMeetings(wording, series), symbols: symbolsOf(series) };
  });
  useTitle(`${q || paragraph} · ${say('wording')}`);
  if (loaded.error) return <Failure error={loaded.error} retry={loaded.retry} />;
  if (!loaded.value) return <Loading />;
  const { wording, missing, symbols } = loaded.value;
  const { anchor, versions, template } = wording;
  const found = versions.filter((version) => version.paragraph !== null).length;
  return (
    <div aria-busy={loaded.loading}>
      <h1>{say('wording')}</h1>
      <blockquote class="anchor arabic" dir={direction(anchor.text)}>
        {anchor.text}
      </blockquote>
      <p class="ways">
        {anchor.paragraph === null ? (
          <>
            <a href={address({ q: `"${anchor.text}"` })}>{say('inParagraphs')}</a>
            <a href={address({ page: 'phrase', q: `"${anchor.text}"` })}>{say('inContext')}</a>
          </>
        ) : (
          <a href={paragraphAddress(anchor.paragraph)}>{say('ofParagraph')}</a>
        )}
      </p>
      {found === 0 ? (
        <p>{say('noVersions')}</p>
      ) : (
        <>
          <p class="quiet">
            {counted(found, 'version')}. {say('versionsHint')}
          </p>
          <Versions wording={wording} missing={missing} symbols={symbols} />
          {found > 1 && <Template template={template} versions={versions} />}
        </>
      )}
      <ScopeNote scope={wording.scope} />
    </div>
  );
}

/** The reports' symbols by their ids. */
const symbolsOf = (series: readonly Series[]): Map<string, string> =>
  new Map(
    series.flatMap(({ meetings, uncatalogued }) => [
      ...meetings.flatMap(({ report, symbol }): [string, string][] =>
        report && symbol ? [[report, symbol]] : [],
      ),
      ...uncatalogued.map(({ id, symbol }): [string, string] => [id, symbol]),
    ]),
  );

/** Meetings of the versions' series whose reports are not in the collection. */
function missingMeetings(wording: Wording, series: readonly Series[]): Series['meetings'] {
  const reports = new Set(wording.versions.map((version) => version.report));
  const concerned = series.filter(({ meetings }) =>
    meetings.some(({ report }) => report && reports.has(report)),
  );
  // Several series beside each other have no one row of meetings.
  return concerned.length === 1 ? concerned[0]!.meetings.filter(({ report }) => report === null) : [];
}
