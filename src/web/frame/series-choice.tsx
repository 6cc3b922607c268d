/** The series that the whole screen is about: chosen once, part of every link, and "all" only on request. */
import { useEffect } from 'preact/hooks';
import { reportOf, type Series } from '../client.ts';
import { allSeries } from '../known.ts';
import { useLoaded } from '../load.ts';
import { seriesTitle } from '../parts/series-title.ts';
import { amend, everySeries, go, type Place } from '../place.ts';
import { say } from '../strings/index.ts';

const storeKey = 'series';

function remembered(): string | null {
  try {
    return localStorage.getItem(storeKey);
  } catch {
    return null;
  }
}

/** The report that a place is about, from its id or a paragraph's id. */
function reportIn({ id = '', other = '', base = '', paragraph = '' }: Place): string {
  return id || other || base || paragraph.slice(0, Math.max(0, paragraph.lastIndexOf(':')));
}

/**
 * The series of the place's report; otherwise the last one chosen, otherwise the one with most reports; all if there is
 * none.
 */
async function seriesFor(place: Place): Promise<string> {
  const report = reportIn(place);
  if (report !== '') {
    const found = await reportOf(report).catch(() => null);
    if (found) return found.series ?? everySeries;
  }
  const filled = (await allSeries()).filter((entry) => entry.reports > 0);
  const last = remembered();
  if (last !== null && (last === everySeries || filled.some(({ id }) => id === last))) return last;
  const [most] = [...filled].sort((a, b) => b.reports - a.reports);
  return most?.id ?? everySeries;
}

/** Whether the address names its series; if not, a series is chosen and added to the address. */
export function useSeries(place: Place) {
  const given = place.series ?? '';
  const key = given === '' ? JSON.stringify([reportIn(place)]) : null;
  const loaded = useLoaded(key, () => seriesFor(place));
  useEffect(() => {
    if (key !== null && !loaded.loading && loaded.value !== undefined)
      amend({ ...place, series: loaded.value });
  }, [key, loaded.loading, loaded.value]);
  return { ready: given !== '', error: loaded.error, retry: loaded.retry };
}

/** Views of one report or paragraph belong to one series; switching to another series goes to the first screen. */
const elsewhere = (place: Place, series: string): Place => {
  const { page = '', q = '' } = place;
  const wide = ['', 'search', 'phrase', 'threads', 'trends', 'references', 'reports', 'recurring'];
  if (page === 'check') return { page, by: place.by ?? '', series };
  return wide.includes(page) ? { page, q, series } : { series };
};

export function SeriesChoice({ place }: { place: Place }) {
  const { value: all = [] } = useLoaded('series', allSeries);
  const filled = all.filter((entry) => entry.reports > 0);
  const current = place.series ?? '';
  const unknown = current !== '' && current !== everySeries && !filled.some(({ id }) => id === current);
  const choose = (id: string) => {
    try {
      localStorage.setItem(storeKey, id);
    } catch {
      // The series is in the address in any case.
    }
    go(elsewhere(place, id), place.page === 'check' ? location.hash.slice(1) : '');
  };
  return (
    <label class="series-choice">
      <span>{say('series')}</span>
      <select value={current} onChange={(event) => choose(event.currentTarget.value)}>
        {current === '' && <option value="">…</option>}
        {unknown && <option value={current}>{named(all, current)}</option>}
        {filled.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {seriesTitle(entry)}
          </option>
        ))}
        <option value={everySeries}>{say('allSeries')}</option>
      </select>
    </label>
  );
}

function named(all: readonly Series[], id: string): string {
  const entry = all.find((one) => one.id === id);
  return entry ? seriesTitle(entry) : id;
}
