/** The frame of the dashboard: heading, navigation, and the page that the address names. */
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { language, setLanguage } from './language.ts';
import { ComparePage } from './pages/compare.tsx';
import { NoveltyPage } from './pages/novelty.tsx';
import { PhrasePage } from './pages/phrase.tsx';
import { RecurringPage } from './pages/recurring.tsx';
import { ReportPage } from './pages/report.tsx';
import { ReportsPage } from './pages/reports.tsx';
import { SearchPage } from './pages/search.tsx';
import { WordingPage } from './pages/wording.tsx';
import { address, type Here, type Place, useHere } from './place.ts';
import { say } from './strings/index.ts';

const pages: Readonly<Record<string, ComponentType<Here>>> = {
  search: SearchPage,
  phrase: PhrasePage,
  compare: ComparePage,
  reports: ReportsPage,
  report: ReportPage,
  novelty: NoveltyPage,
  recurring: RecurringPage,
  wording: WordingPage,
};

/** Which entry of the navigation a page belongs to. */
const sections = {
  search: ['search', 'phrase', 'wording'],
  compare: ['compare'],
  reports: ['reports', 'report', 'novelty', 'recurring'],
} as const;

export function App() {
  const here = useHere();
  const page = here.place.page ?? 'search';
  const Page = Object.hasOwn(pages, page) ? pages[page] : undefined;
  const main = useMovedFocus(here.place);
  useSlash();
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      <header class="top">
        <a class="brand" href="/">
          {say('name')}
        </a>
        <nav aria-label={say('navigation')}>
          {(['search', 'compare', 'reports'] as const).map((name) => (
            <a
              key={name}
              href={address(name === 'search' ? {} : { page: name })}
              aria-current={(sections[name] as readonly string[]).includes(page) ? 'page' : undefined}
            >
              {say(name)}
            </a>
          ))}
          <a href="/docs" target="_blank" rel="noreferrer">
            {say('api')}
          </a>
        </nav>
        <button
          type="button"
          class="plain"
          lang={language === 'ar' ? 'en' : 'ar'}
          onClick={() => setLanguage(language === 'ar' ? 'en' : 'ar')}
        >
          {language === 'ar' ? 'English' : 'العربية'}
        </button>
      </header>
      <main ref={main} id="main" tabIndex={-1}>
        {Page ? <Page {...here} /> : <p role="alert">{say('noPage')}</p>}
      </main>
    </>
  );
}

/** A new page takes the focus, so that a screen reader and the Tab key begin there. */
function useMovedFocus({ page = '', id = '' }: Place) {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [page, id]);
  return main;
}

/** The slash key goes to the query field. */
function useSlash(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element).matches('input, select, textarea')) return;
      const field = document.querySelector<HTMLInputElement>('input[name="q"]');
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
