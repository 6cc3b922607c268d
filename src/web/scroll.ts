/** How far down each view was read, so that going back finds the same lines although they load anew. */

history.scrollRestoration = 'manual';

/** Longest wait for a page to grow long enough, in milliseconds. */
const patience = 3000;

let stop: (() => void) | null = null;

/** Whether a view is being brought back to where it was left, so that nothing else may scroll it. */
export const isRestoring = (): boolean => stop !== null;

/** Notes in the history entry of the view being left how far down it is. */
export function keepScroll(): void {
  if (!isRestoring()) history.replaceState({ scroll: scrollY }, '');
}

addEventListener('scrollend', keepScroll);

/** Keeps the view where `state` says it was left while it loads; the reader's first move ends that. */
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
