/** The theme: light, dark, or as in the system; stored in the browser. */

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export function theme(): Theme {
  try {
    const kept = localStorage.getItem('theme');
    return themes.find((name) => name === kept) ?? 'auto';
  } catch {
    return 'auto';
  }
}

export function setTheme(next: Theme): void {
  try {
    localStorage.setItem('theme', next);
  } catch {
    // The choice then lasts until the page is closed.
  }
  showTheme(next);
}

export function showTheme(chosen: Theme): void {
  if (chosen === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

showTheme(theme());
