/** A phrase in its contexts: every place, the keyword in the middle, what stands before and behind it counted. */
import { api, body, type PhraseAnswer } from '../client.ts';
import { useKnown } from '../known.ts';
import { counted, number } from '../language.ts';
import { useLoaded } from '../load.ts';
import { ActiveFilters, Facets } from '../parts/facets.tsx';
import { KeywordLines } from '../parts/keyword-lines.tsx';
import { matchWords, QueryForm } from '../parts/query-form.tsx';
import { ScopeNote } from '../parts/scope-note.tsx';
import { EmptyCollection, Failure, Loading } from '../parts/state.tsx';
import { ViewTabs } from '../parts/view-tabs.tsx';
import { YearChart } from '../parts/year-chart.tsx';
import { address, go, type Here, type Place } from '../place.ts';
import { asPhrase, filtersOf, limitOf, matchOf, wordingPlace } from '../query.ts';
import { say } from '../strings/index.ts';
import { useTitle } from '../title.ts';

const orders = { year: 'orderYear', before: 'orderBefore', after: 'orderAfter' } as const;
type Order = keyof typeof orders;

export function PhrasePage({ place }: Here) {
  const q = asPhrase(place.q ?? '');
  const limit = limitOf(place, 100);
  const sort: Order = place.order === 'before' || place.order === 'after' ? place.order : 'year';
  useTitle(q === '' ? say('inContext') : `${q} · ${say('inContext')}`);
  const known = useKnown();
  const query = { q, match: matchOf(place), sort, limit: String(limit), ...filtersOf(place) };
  const found = useLoaded(q === '' ? null : JSON.stringify(query), () => body(api.phrases.$get({ query })));
  const { reports = [], series = [] } = known.value ?? {};
  const asked = q !== '';
  const answer = asked ? found.value : undefined;
  const searched = { ...place, page: '', order: '', limit: '' };
  return (
    <>
      <p class="tagline">{say('tagline')}</p>
      <QueryForm place={place} />
      {known.error && <Failure error={known.error} retry={known.retry} />}
      {known.value && reports.length === 0 && <EmptyCollection />}
      {asked && (
        <ViewTabs
          label={say('search')}
          tabs={[
            { label: say('inParagraphs'), place: searched, current: false },
            { label: say('inContext'), place, current: true },
            { label: say('throughYears'), place: wordingPlace(place, q), current: false },
          ]}
        />
      )}
      {found.error && <Failure error={found.error} retry={found.retry} />}
      {asked && !found.error && !known.error && !(answer && known.value) && <Loading />}
      {answer && known.value && (
        <div aria-busy={found.loading}>
          <YearChart place={place} phrase={q} reports={reports} />
          <Count answer={answer} place={place} />
          <ActiveFilters place={place} reports={reports} />
          <div class="with-aside">
            <Facets
              place={place}
              bySeries={{}}
              byReport={Object.fromEntries(answer.by_report.map((row) => [row.report, row.occurrences]))}
              series={series}
              reports={reports}
            />
            <section>
              {answer.occurrences === 0 && <p>{say('noOccurrence')}</p>}
              {answer.occurrences > 0 && (
                <div class="row choices">
                  <Neighbours
                    title={say('wordsBefore')}
                    words={answer.before}
                    place={place}
                    side="before"
                    q={q}
                  />
                  <Neighbours
                    title={say('wordsAfter')}
                    words={answer.after}
                    place={place}
                    side="after"
                    q={q}
                  />
                  <label>
                    {say('order')}
                    <select
                      value={sort}
                      onChange={(event) => go({ ...place, order: event.currentTarget.value })}
                    >
                      {Object.entries(orders).map(([name, word]) => (
                        <option key={name} value={name}>
                          {say(word)}
                        </option>
                      ))}
                    </select>
                  </label>
                </div>
              )}
              <KeywordLines lines={answer.concordance} />
              {answer.occurrences > limit && limit < 1000 && (
                <a class="more" href={address({ ...place, limit: String(limit + 200) })}>
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

function Count({ answer, place }: { answer: PhraseAnswer; place: Place }) {
  const { first, last } = answer;
  const others = (['exact', 'folded', 'stem'] as const).filter((name) => name !== matchOf(place));
  return (
    <p class="count" role="status">
      <span>
        <strong>{counted(answer.occurrences, 'occurrence')}</strong>
        {answer.occurrences > 0 && ` · ${counted(answer.reports, 'report')}`}
        {first?.year != null && ` · ${say('firstIn')} ${first.year}`}
        {last?.year != null && ` · ${say('lastIn')} ${last.year}`}
      </span>
      {others.map((name) => (
        <a key={name} class="also" href={address({ ...place, match: name === 'folded' ? '' : name })}>
          {say(matchWords[name])}: {number(answer.also[name])}
        </a>
      ))}
    </p>
  );
}

/** The commonest words beside the phrase; each leads to the longer phrase. */
function Neighbours({
  title,
  words,
  place,
  side,
  q,
}: {
  title: string;
  words: PhraseAnswer['before'];
  place: Place;
  side: 'before' | 'after';
  q: string;
}) {
  if (words.length === 0) return null;
  return (
    <p class="neighbours">
      {title}
      <span class="arabic" dir="rtl">
        {words.slice(0, 6).map(({ word, count }) => (
          <a
            key={word}
            class="chip"
            href={address({
              ...place,
              q: side === 'before' ? `"${word} ${q}"` : `"${q} ${word}"`,
              limit: '',
            })}
          >
            {word} <span class="amount">{number(count)}</span>
          </a>
        ))}
      </span>
    </p>
  );
}
