/** The query field with its matching and filters; used by the search and the context page. */
import { useEffect, useRef } from 'preact/hooks';
import { go, type Place } from '../place.ts';
import { type Kind, kinds, matches, matchOf } from '../query.ts';
import { say, type Word } from '../strings/index.ts';

const kindWords: Record<Kind, Word> = {
  title: 'kindTitle',
  heading: 'kindHeading',
  paragraph: 'kindParagraph',
  item: 'kindItem',
  footnote: 'kindFootnote',
  table: 'kindTable',
  other: 'kindOther',
};

export const matchWords = { folded: 'matchFolded', exact: 'matchExact', stem: 'matchStem' } as const;
const fields = ['q', 'match', 'kind', 'section', 'year_from', 'year_to'];

export function QueryForm({ place }: { place: Place }) {
  const form = useRef<HTMLFormElement>(null);
  const follow = (names: readonly string[]) => {
    for (const name of names) {
      const field = form.current?.elements.namedItem(name);
      const value = name === 'match' ? matchOf(place) : (place[name] ?? '');
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  };
  // The address may change by other ways than this form: the fields follow it.
  useEffect(() => follow(fields), [place]);
  const submit = (event?: Event) => {
    event?.preventDefault();
    const data = new FormData(form.current!);
    const given = Object.fromEntries(fields.map((name) => [name, String(data.get(name) ?? '').trim()]));
    const { page = '', report = '', order = '' } = place;
    go({
      page: page || 'search',
      report,
      order,
      ...given,
      match: given.match === 'folded' ? '' : given.match!,
    });
  };
  const tuned = () => (place.q ? submit() : undefined);
  // The other filters have a chip of their own above the answer.
  const open = Boolean(place.kind || place.section);
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
          />
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
        </div>
        <details class="filters" open={open}>
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
