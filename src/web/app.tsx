/** The frame of the dashboard: heading, navigation, and the page that the address names. */
import { ComparePage } from './pages/compare.tsx';
import { ReportPage } from './pages/report.tsx';
import { ReportsPage } from './pages/reports.tsx';
import { SearchPage } from './pages/search.tsx';
import { address, usePlace } from './place.ts';
import { language, say, setLanguage } from './strings.ts';

export function App() {
  const place = usePlace();
  const page = place.page ?? 'search';
  const link = (name: 'search' | 'compare' | 'reports') => (
    <a
      href={address(name === 'search' ? {} : { page: name })}
      aria-current={page === name ? 'page' : undefined}
    >
      {say(name)}
    </a>
  );
  return (
    <>
      <header class="top">
        <a class="brand" href="/">
          {say('name')}
        </a>
        <nav>
          {link('search')}
          {link('compare')}
          {link('reports')}
          <a href="/docs" target="_blank" rel="noreferrer">
            {say('api')}
          </a>
        </nav>
        <button type="button" class="quiet" onClick={() => setLanguage(language === 'ar' ? 'en' : 'ar')}>
          {language === 'ar' ? 'English' : 'العربية'}
        </button>
      </header>
      <main>
        {page === 'compare' ? (
          <ComparePage place={place} />
        ) : page === 'reports' ? (
          <ReportsPage />
        ) : page === 'report' ? (
          <ReportPage id={place.id ?? ''} />
        ) : (
          <SearchPage place={place} />
        )}
      </main>
    </>
  );
}
