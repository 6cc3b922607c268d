/** Remembers the scroll position of each view, so that going back finds the same lines although they load again. */

history.scrollRestoration = 'manual';

/** Maximum wait for a page to become long enough, in milliseconds. */
const patience = 3000;

let stop: (() => void) | null = null;

/** Whether a scroll position is being restored, so that nothing else may scroll the view. */
export const isRestoring = (): boolean => stop !== null;

/** Stores the scroll position in the history entry of the view that is being left. */
export function keepScroll(): void {
  if (!isRestoring()) history.replaceState({ scroll: scrollY }, '');
}

addEventListener('scrollend', keepScroll);

/** Keeps restoring the position in `state` while the view loads, until the reader scrolls. */
export function restoreScroll(state: unknown): void {
  stop?.();
  const goal = (state as { scroll?: number } | null)?.scroll;
  if (goal === undefined) return;
  const growth = new ResizeObserver(() => {
    if (document.documentElement.scrollHeight - innerHeight >= goal) scrollTo(0, goal);
  });
  const ends = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
  const end = () => {
    growth.disconnect();
    clearTimeout(timer);
    for (const name of ends) removeEventListener(name, end);
    stop = null;
  };
  const timer = setTimeout(end, patience);
  stop = end;
  for (const name of ends) addEventListener(name, end, { passive: true });
  growth.observe(document.body);
}
