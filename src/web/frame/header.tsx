/** The header of every screen: name, sections, series, language, theme and shortcuts. */
import { useState } from 'preact/hooks';
import { language, setLanguage } from '../language.ts';
import { address, type Place } from '../place.ts';
import { say, type Word } from '../strings/index.ts';
import { KeysHelp } from './keys.tsx';
import { SeriesChoice } from './series-choice.tsx';
import { setTheme, theme, themes } from './theme.ts';

/** Entries of the navigation, and the screens that belong to each. */
const sections: readonly { name: Word; place: Place; pages: readonly string[] }[] = [
  { name: 'search', place: { page: 'search' }, pages: ['search', 'phrase', 'threads', 'trends'] },
  { name: 'compare', place: { page: 'compare' }, pages: ['compare'] },
  { name: 'recurrence', place: { page: 'recurring' }, pages: ['recurring'] },
  { name: 'check', place: { page: 'check' }, pages: ['check'] },
  { name: 'references', place: { page: 'references' }, pages: ['references'] },
  { name: 'reports', place: { page: 'reports' }, pages: ['reports', 'report', 'novelty', 'wording'] },
];

export function Header({ page, place, known }: { page: string; place: Place; known: readonly string[] }) {
  return (
    <header class="top">
      <a class="brand" href={address({})} aria-current={page === 'home' ? 'page' : undefined}>
        {say('name')}
      </a>
      <nav aria-label={say('navigation')}>
        {sections
          .filter(({ place: { page: name = '' } }) => known.includes(name))
          .map(({ name, place: goal, pages }) => (
            <a key={name} href={address(goal)} aria-current={pages.includes(page) ? 'page' : undefined}>
              {say(name)}
            </a>
          ))}
      </nav>
      <div class="controls">
        <a class="plain" href="/docs" target="_blank" rel="noreferrer">
          {say('api')}
        </a>
        <ThemeButton />
        <button
          type="button"
          class="plain"
          lang={language === 'ar' ? 'en' : 'ar'}
          onClick={() => setLanguage(language === 'ar' ? 'en' : 'ar')}
        >
          {language === 'ar' ? 'English' : 'العربية'}
        </button>
        <KeysHelp />
      </div>
      <SeriesChoice place={place} />
    </header>
  );
}

const themeWords = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const;
const themeSigns = { auto: '◐', light: '☀', dark: '☾' } as const;

/** Each click moves to the next of the three themes. */
function ThemeButton() {
  const [current, setCurrent] = useState(theme);
  const next = themes[(themes.indexOf(current) + 1) % themes.length]!;
  const label = `${say('theme')}: ${say(themeWords[current])}`;
  return (
    <button
      type="button"
      class="plain sign"
      title={label}
      aria-label={label}
      onClick={() => {
        setTheme(next);
        setCurrent(next);
      }}
    >
      {themeSigns[current]}
      {'\uFE0E'}
    </button>
  );
}
