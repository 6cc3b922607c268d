/**
 * The frame and the table of screens. A screen is a component in `pages/`, loaded when it is first shown, that gets the
 * address as `place`; it is reached by `?page=NAME`. Shared code:
 *
 * - `known.ts`: the series and the chosen series' reports; `load.ts`: loads an answer of the API; `client.ts`: its
 *   types
 * - `isolated.tsx`: symbols, years, ranges and quoted words; `language.ts`: numbers and counted nouns
 * - `report-picker.tsx`: choosing a report by typing; `growing.tsx`: long lists; `export.tsx`: CSV, SVG, PNG
 * - `paragraph-menu.tsx`: a paragraph's menu (copy, cite, link, history)
 * - `state.tsx`: loading, failure, nothing found; `frame/keys.tsx`: the shortcuts that `?` lists
 *
 * A screen's strings are in `strings/NAME.ts` (`words()` of `strings/words.ts`), its style is in `style/NAME.css`; the
 * screen imports both, so that they load with it.
 */
import { useEffect, useRef } from 'preact/hooks';
import { Header } from './frame/header.tsx';
import { Lazy, type Screen } from './frame/lazy.tsx';
import { Offline } from './frame/offline.tsx';
import { useSeries } from './frame/series-choice.tsx';
import { ParagraphMenuHost } from './parts/paragraph-menu.tsx';
import { Failure, Loading } from './parts/state.tsx';
import { type Place, useHere } from './place.ts';
import { say } from './strings/index.ts';

const screens: Readonly<Record<string, Screen>> = {
  home: () => import('./pages/home.tsx').then((module) => module.HomePage),
  search: () => import('./pages/search.tsx').then((module) => module.SearchPage),
  trends: () => import('./pages/trends.tsx').then((module) => module.TrendsPage),
  phrase: () => import('./pages/phrase.tsx').then((module) => module.PhrasePage),
  threads: () => import('./pages/threads.tsx').then((module) => module.ThreadsPage),
  wording: () => import('./pages/wording.tsx').then((module) => module.WordingPage),
  compare: () => import('./pages/compare.tsx').then((module) => module.ComparePage),
  references: () => import('./pages/references.tsx').then((module) => module.ReferencesPage),
  check: () => import('./pages/check.tsx').then((module) => module.CheckPage),
  recurring: () => import('./pages/recurring.tsx').then((module) => module.RecurringPage),
  reports: () => import('./pages/reports.tsx').then((module) => module.ReportsPage),
  report: () => import('./pages/report.tsx').then((module) => module.ReportPage),
  novelty: () => import('./pages/report.tsx').then((module) => module.NoveltyPage),
};

/** Without a page: a search if there is a query, otherwise the first screen. */
const pageOf = ({ page = '', q = '' }: Place): string => page || (q === '' ? 'home' : 'search');

export function App() {
  const here = useHere();
  const page = pageOf(here.place);
  const screen = Object.hasOwn(screens, page) ? screens[page] : undefined;
  const series = useSeries(here.place);
  const main = useMovedFocus(page, here.place);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      <Header page={page} place={here.place} known={Object.keys(screens)} />
      <Offline />
      <main ref={main} id="main" tabIndex={-1}>
        {!screen && <h1>{say('noPage')}</h1>}
        {screen && series.error && <Failure error={series.error} retry={series.retry} />}
        {screen && !series.ready && !series.error && <Loading />}
        {screen && series.ready && <Lazy name={page} screen={screen} here={here} />}
      </main>
      <ParagraphMenuHost />
    </>
  );
}

/** A new page takes the focus, so that screen readers and the Tab key start there. */
function useMovedFocus(page: string, { id = '' }: Place) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [page, id]);
  return main;
}
