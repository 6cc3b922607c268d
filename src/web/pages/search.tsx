/** Search: a query field, hits with the words marked in the original, years as bars. */
import { useRef } from 'preact/hooks';
import { api, body, type SearchAnswer } from '../client.ts';
import { useLoaded } from '../load.ts';
import { Marked } from '../parts/marked.tsx';
import { SeriesPicker } from '../parts/series-picker.tsx';
import { Years } from '../parts/years.tsx';
import { address, go, type Place } from '../place.ts';
import { say } from '../strings.ts';

type Match = 'exact' | 'folded' | 'stem';

export function SearchPage({ place }: { place: Place }) {
  const form = useRef<HTMLFormElement>(null);
  const q = place.q ?? '';
  const match = (place.match ?? 'folded') as Match;
  const limit = Number(place.limit ?? 20);
  const filters = {
    ...(place.series ? { series: place.series } : {}),
    ...(place.year ? { year_from: place.year, year_to: place.year } : {}),
  };
  const key = q === '' ? null : JSON.stringify([q, match, limit, filters]);
  const found = useLoaded(key, () =>
    body(api.search.$get({ query: { q, match, limit: String(limit), ...filters } })),
  );
  const trend = useLoaded(q === '' ? null : JSON.stringify([q, match, place.series]), async () => {
    const phrase = q.replaceAll('"', '').trim();
    const series = place.series ? { series: place.series } : {};
    return (
      (await body(api.trends.$get({ query: { q: [phrase], match, ...series } }))).trends[0]?.points ?? []
    );
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const data = new FormData(form.current!);
    go({
      q: String(data.get('q')),
      match: data.get('match') === 'folded' ? '' : String(data.get('match')),
      series: String(data.get('series') ?? ''),
    });
  };
  return (
    <>
      <form ref={form} class="search" onSubmit={submit} key={`${q} ${match}`}>
        <p class="tagline">{say('tagline')}</p>
        <div class="row">
          <input
            name="q"
            type="search"
            dir="auto"
            value={q}
            placeholder={say('query')}
            aria-label={say('query')}
            autofocus
          />
          <select name="match" aria-label={say('matchFolded')} defaultValue={match}>
            <option value="exact" selected={match === 'exact'}>
              {say('matchExact')}
            </option>
            <option value="folded" selected={match === 'folded'}>
              {say('matchFolded')}
            </option>
            <option value="stem" selected={match === 'stem'}>
              {say('matchStem')}
            </option>
          </select>
          <SeriesPicker value={place.series ?? ''} />
          <button type="submit">{say('search')}</button>
        </div>
      </form>
      {found.error && (
        <p class="error" role="alert">
          {say('error')} {found.error}
        </p>
      )}
      {trend.value && found.value && found.value.total > 0 && (
        <Years points={trend.value} onYear={(year) => go({ ...place, year: String(year) })} />
      )}
      {found.value && key !== null && <Hits answer={found.value} place={place} limit={limit} />}
    </>
  );
}

function Hits({ answer, place, limit }: { answer: SearchAnswer; place: Place; limit: number }) {
  return (
    <section aria-live="polite">
      <p class="count">
        <strong>{answer.total}</strong> {say('hits')}
        <span class="also">
          {say('matchExact')} {answer.also.exact} · {say('matchFolded')} {answer.also.folded} ·{' '}
          {say('matchStem')} {answer.also.stem}
        </span>
        {place.year && (
          <a class="chip" href={address({ ...place, year: '' })}>
            {place.year} ×
          </a>
        )}
        {answer.degraded && <span class="warn">{say('degraded')}</span>}
      </p>
      {answer.total === 0 && (
        <p>
          {say('nothing')} {answer.suggestions.length > 0 && say('didYouMean')}{' '}
          {answer.suggestions.map((text) => (
            <a key={text} class="chip" href={address({ ...place, q: text })}>
              {text}
            </a>
          ))}
        </p>
      )}
      <ol class="hits">
        {answer.hits.map(({ paragraph, report, highlights }) => (
          <li key={paragraph.id}>
            <a class="source" href={address({ page: 'report', id: report.id }, `p${paragraph.ordinal}`)}>
              <bdi>{report.year ?? ''}</bdi> <bdi dir="ltr">{report.symbol}</bdi>
              {paragraph.label && <bdi> · {paragraph.label}</bdi>}
              {paragraph.path.length > 0 && <span class="path"> · {paragraph.path.join(' ‹ ')}</span>}
            </a>
            <p dir="auto" lang="ar" class="arabic">
              <Marked text={paragraph.text} marks={highlights.map(([start, end]) => ({ start, end }))} />
            </p>
          </li>
        ))}
      </ol>
      {answer.total > limit && (
        <a class="more" href={address({ ...place, limit: String(Math.min(1000, limit + 40)) })}>
          {say('more')}
        </a>
      )}
    </section>
  );
}
