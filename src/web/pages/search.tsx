/** Search: results with the words marked in the original text, equal texts as one, years as bars, facets as filters. */
import { useEffect } from 'preact/hooks';
import { api, body, type SearchAnswer } from '../client.ts';
import { useKnown } from '../known.ts';
import { counted, number } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ActiveFilters, Facets } from '../parts/facets.tsx';
import { Hit } from '../parts/hit.tsx';
import { matchWords } from '../parts/query-words.ts';
import { KeptQueries, Question } from '../parts/question.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { SearchHelp } from '../parts/search-help.tsx';
import { Empty, EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { YearChart } from '../parts/year-chart.tsx';
import { address, type Here, type Place } from '../place.ts';
import { remember } from '../queries.ts';
import { filtersOf, limitOf, matchOf, phraseOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';

export function SearchPage({ place }: Here) {
  const q = place.q ?? '';
  const limit = limitOf(place, 20);
  useTitle(q || say('search'));
  const known = useKnown();
  const query = {
    q,
    match: matchOf(place),
    group: 'text' as const,
    sections: 'true' as const,
    limit: String(limit),
    ...filtersOf(place),
  };
  const found = useLoaded(q === '' ? null : JSON.stringify(query), () => body(api.search.$get({ query })));
  const reports = known.value?.reports ?? [];
  const answer = q === '' ? undefined : found.value;
  useEffect(() => {
    if (answer && answer.total > 0 && answer.query.q === q) remember({ ...place, page: 'search' });
  }, [answer]);
  return (
    <>
      <Question place={place} view="search" />
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {known.value && reports.length === 0 && <EmptyCollection />}
      {q === '' && (
        <>
          <KeptQueries />
          <SearchHelp newest={reports.findLast((report) => report.year !== null && !report.unreadable)} />
        </>
      )}
      {found.error && <Failure error={found.error} retry={found.retry} />}
      {q !== '' && !found.error && !answer && <Loading />}
      {answer && (
        <div aria-busy={found.loading}>
          {answer.also.folded + answer.also.stem + answer.total > 0 && (
            <YearChart place={place} phrase={phraseOf(q)} reports={reports} />
          )}
          <Count answer={answer} place={place} />
          <ActiveFilters place={place} known={known.value} />
          <div class="with-aside">
            <Facets place={place} counts={answer.facets} known={known.value} />
            <section aria-label={say('results')}>
              {answer.total === 0 && <Nothing answer={answer} place={place} />}
              <ol class="hits">
                {answer.hits.map((hit) => (
                  <Hit key={hit.paragraph.id} hit={hit} />
                ))}
              </ol>
              {(answer.groups ?? answer.total) > limit && limit < 1000 && (
                <a class="more" href={address({ ...place, limit: String(Math.min(1000, limit + 40)) })}>
                  {say('more')}
                </a>
              )}
            </section>
          </div>
          <ScopeNote scope={answer.scope} />
        </div>
      )}
    </>
  );
}

function Count({ answer, place }: { answer: SearchAnswer; place: Place }) {
  const match = answer.query.match;
  const others = (['exact', 'folded', 'stem'] as const).filter((name) => name !== match);
  return (
    <p class="count">
      <span role="status">
        <strong>{counted(answer.total, 'paragraph')}</strong>{' '}
        {answer.groups !== undefined && answer.groups < answer.total && (
          <span class="quiet">
            {say('inTexts')} {counted(answer.groups, 'text', 'after')}
          </span>
        )}
      </span>
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
    <Empty title={say('nothing')}>
      {answer.suggestions.length > 0 && (
        <p>
          {say('didYouMean')}{' '}
          {answer.suggestions.map((text) => (
            <a key={text} class="chip" href={address({ ...place, q: text })}>
              <bdi class="arabic">{text}</bdi>
            </a>
          ))}
        </p>
      )}
    </Empty>
  );
}
