/** What the four views of a query share: the search field with matching and filters, and the tabs. */
import { useEffect, useRef } from 'preact/hooks';
import { address, go, type Place } from '../place.ts';
import { isSaved, save, useQueries } from '../queries.ts';
import { asPhrase, kinds, matches, matchOf } from '../query.ts';
import { say } from '../strings/index.ts';
import { kindWords, matchWords } from './query-words.ts';
import { ViewTabs } from './view-tabs.tsx';

export type View = 'search' | 'phrase' | 'threads' | 'trends';

const views = {
  search: 'inParagraphs',
  phrase: 'inContext',
  threads: 'inThreads',
  trends: 'throughYears',
} as const;

const fields = ['q', 'match', 'kind', 'section', 'year_from', 'year_to'];

export function Question({ place, view }: { place: Place; view: View }) {
  const q = place.q ?? '';
  const {
    series = '',
    report = '',
    match = '',
    kind = '',
    section = '',
    year_from = '',
    year_to = '',
  } = place;
  const kept = { series, report, match, kind, section, year_from, year_to };
  return (
    <>
      <h1 class="unseen">{say(views[view])}</h1>
      <QueryForm place={place} view={view} />
      {q !== '' && (
        <ViewTabs
          label={say('views')}
          tabs={(Object.keys(views) as View[]).map((name) => ({
            label: say(views[name]),
            // Only the first view treats several words separately; the others take one phrase.
            place: name === view ? place : { page: name, q: name === 'search' ? q : quoted(q), ...kept },
            current: name === view,
          }))}
        />
      )}
    </>
  );
}

/** A query as one phrase in quotation marks, so that every view asks the same. */
function quoted(q: string): string {
  const phrase = asPhrase(q);
  return /\s/.test(phrase) ? `"${phrase}"` : phrase;
}

export function QueryForm({ place, view }: { place: Place; view: View }) {
  const form = useRef<HTMLFormElement>(null);
  const list = useQueries();
  const follow = () => {
    for (const name of fields) {
      const field = form.current?.elements.namedItem(name);
      const value = name === 'match' ? matchOf(place) : (place[name] ?? '');
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  };
  // The address may change in other ways than through this form, so the fields follow it.
  useEffect(follow, [place]);
  const submit = (event?: Event) => {
    event?.preventDefault();
    const data = new FormData(form.current!);
    const given = Object.fromEntries(fields.map((name) => [name, String(data.get(name) ?? '').trim()]));
    const { report = '', order = '', also = '', series } = place;
    go({
      page: view,
      ...(series === undefined ? {} : { series }),
      report,
      order,
      also,
      ...given,
      match: given.match === 'folded' ? '' : given.match!,
    });
  };
  const tuned = () => (place.q ? submit() : undefined);
  const saved = isSaved(list, place);
  return (
    <search>
      <form ref={form} class="search" onSubmit={submit}>
        <div class="row">
          <input
            name="q"
            type="search"
            dir="auto"
            placeholder={say('query')}
            aria-label={say('query')}
            aria-keyshortcuts="/"
            autocomplete="off"
            autofocus={!place.q}
            list="queries"
          />
          <datalist id="queries">
            {[...new Set(list.map((one) => one.place.q))].map((q) => (
              <option key={q} value={q} />
            ))}
          </datalist>
          <select name="match" aria-label={say('matching')} onChange={tuned}>
            {matches.map((name) => (
              <option key={name} value={name}>
                {say(matchWords[name])}
              </option>
            ))}
          </select>
          <button type="submit" class="primary">
            {say('search')}
          </button>
          {place.q && (
            <button
              type="button"
              class="star"
              aria-pressed={saved}
              title={say(saved ? 'unsave' : 'save')}
              aria-label={say(saved ? 'unsave' : 'save')}
              onClick={() => save(place, !saved)}
            >
              {saved ? '★' : '☆'}
            </button>
          )}
        </div>
        <details
          class="filters"
          open={Boolean(place.kind || place.section || place.year_from || place.year_to)}
        >
          <summary>{say('filters')}</summary>
          <div class="row choices">
            <label>
              {say('kind')}
              <select name="kind" onChange={tuned}>
                <option value="">{say('anyKind')}</option>
                {kinds.map((name) => (
                  <option key={name} value={name}>
                    {say(kindWords[name])}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {say('section')}
              <input name="section" type="text" dir="auto" />
            </label>
            <label>
              {say('yearFrom')}
              <input name="year_from" type="number" min="0" max="9999" />
            </label>
            <label>
              {say('yearTo')}
              <input name="year_to" type="number" min="0" max="9999" />
            </label>
          </div>
        </details>
      </form>
    </search>
  );
}

/** Recent and saved queries, each as a link. */
export function KeptQueries() {
  const list = useQueries();
  if (list.length === 0) return null;
  const shown = [...list.filter(({ saved }) => saved), ...list.filter(({ saved }) => !saved)];
  return (
    <section class="kept">
      <h2>{say('keptQueries')}</h2>
      <ul>
        {shown.map(({ place, saved }) => (
          <li key={JSON.stringify(place)}>
            <a class="chip" href={address(place)}>
              {saved && <span aria-hidden="true">★ </span>}
              {saved && <span class="unseen">{say('savedQuery')}: </span>}
              <bdi class="arabic">{place.q}</bdi>{' '}
              <small>{say(views[(place.page || 'search') as View] ?? 'search')}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
