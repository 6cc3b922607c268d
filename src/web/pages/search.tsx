/** Search: a query field, hits with the words marked in the original, years as bars, facets as filters. */
import { api, body, type Report, type SearchAnswer } from '../client.ts';
import { useKnown } from '../known.ts';
import { counted, number } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ActiveFilters, Facets } from '../parts/facets.tsx';
import { Hit } from '../parts/hit.tsx';
import { matchWords, QueryForm } from '../parts/query-form.tsx';
import { SearchHelp } from '../parts/search-help.tsx';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { ViewTabs } from '../parts/view-tabs.tsx';
import { YearChart } from '../parts/year-chart.tsx';
import { address, type Place } from '../place.ts';
import { filtersOf, limitOf, matchOf, phraseOf, wordingPlace } from '../query.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';

export function SearchPage({ place }: { place: Place }) {
  const q = place.q ?? '';
  const limit = limitOf(place, 20);
  useTitle(q);
  const known = useKnown();
  const query = {
    q,
    match: matchOf(place),
    group: 'text' as const,
    limit: String(limit),
    ...filtersOf(place),
  };
  const found = useLoaded(q === '' ? null : JSON.stringify(query), () => body(api.search.$get({ query })));
  const { reports = [], series = [] } = known.value ?? {};
  const asked = q !== '';
  const answer = asked ? found.value : undefined;
  return (
    <>
      <p class="tagline">{say('tagline')}</p>
      <QueryForm place={place} />
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {known.value && reports.length === 0 && <EmptyCollection />}
      {!asked && reports.length > 0 && <Start reports={reports} />}
      {asked && (
        <ViewTabs
          label={say('search')}
          tabs={[
            { label: say('inParagraphs'), place, current: true },
            { label: say('inContext'), place: { ...place, page: 'phrase', limit: '' }, current: false },
            { label: say('throughYears'), place: wordingPlace(place, q), current: false },
          ]}
        />
      )}
      {found.error && <Failure error={found.error} retry={found.retry} />}
      {asked && !found.error && !known.error && !(answer && known.value) && <Loading />}
      {answer && known.value && (
        <div aria-busy={found.loading}>
          {answer.also.folded + answer.also.stem + answer.total > 0 && (
            <YearChart place={place} phrase={phraseOf(q)} reports={reports} />
          )}
          <Count answer={answer} place={place} />
          <ActiveFilters place={place} reports={reports} />
          <div class="with-aside">
            <Facets
              place={place}
              bySeries={answer.facets.series}
              byReport={answer.facets.report}
              series={series}
              reports={reports}
            />
            <section>
              {answer.total === 0 && <Nothing answer={answer} place={place} />}
              <ol class="hits">
                {answer.hits.map((hit) => (
                  <Hit key={hit.paragraph.id} hit={hit} />
                ))}
              </ol>
              {(answer.groups ?? answer.total) > limit && limit < 1000 && (
                <a class="more" href={address({ ...place, limit: String(limit + 40) })}>
                  {say('more')}
                </a>
              )}
            </section>
          </div>
        </div>
      )}
    </>
  );
}

/** What there is to search in. */
function Start({ reports }: { reports: readonly Report[] }) {
  const years = reports.flatMap(({ year }) => (year === null ? [] : [year]));
  const words = reports.reduce((sum, report) => sum + report.words, 0);
  return (
    <>
      <p class="quiet">
        <a href={address({ page: 'reports' })}>{counted(reports.length, 'report')}</a>
        {years.length > 0 && ` · ${Math.min(...years)}–${Math.max(...years)}`} · {counted(words, 'word')}
      </p>
      <SearchHelp />
    </>
  );
}

function Count({ answer, place }: { answer: SearchAnswer; place: Place }) {
  const match = answer.query.match;
  const others = (['exact', 'folded', 'stem'] as const).filter((name) => name !== match);
  return (
    <p class="count" role="status">
      <strong>{counted(answer.total, 'paragraph')}</strong>
      {answer.groups !== undefined && answer.groups < answer.total && (
        <span class="quiet">{counted(answer.groups, 'text')}</span>
      )}
      {others.map((name) => (
        <a
          key={name}
          class="also"
          href={address({ ...place, match: name === 'folded' ? '' : name, limit: '' })}
        >
          {say(matchWords[name])}: {number(answer.also[name])}
        </a>
      ))}
      {answer.degraded && <span class="warn">{say('degraded')}</span>}
    </p>
  );
}

function Nothing({ answer, place }: { answer: SearchAnswer; place: Place }) {
  return (
    <p>
      {say('nothing')}
      {answer.suggestions.length > 0 && ` ${say('didYouMean')} `}
      {answer.suggestions.map((text) => (
        <a key={text} class="chip" href={address({ ...place, q: text })}>
          <bdi>{text}</bdi>
        </a>
      ))}
    </p>
  );
}
