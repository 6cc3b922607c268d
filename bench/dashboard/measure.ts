/** Measures a visit to a page, inside the page: when elements are painted, long tasks, gaps between frames. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Runs in the page before anything else does. */
function watch(): void {
  const seen = window as unknown as Watched;
  seen.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.longTasks.push({ from: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  seen.painted = (selector, least) =>
    new Promise((done) => {
      const look = () => {
        if (document.querySelectorAll(selector).length < least) return false;
        observer.disconnect();
        // After the frame that paints it.
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
        return true;
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, attributes: true });
      look();
    });
}

interface Watched {
  longTasks: { from: number; ms: number }[];
  painted(selector: string, least: number): Promise<number>;
}

export interface Visited {
  /** Milliseconds from the navigation until this many elements were painted. */
  first: number;
  all: number | null;
  /** The longest task until then. */
  task: number;
}

export const newPage = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  // The benchmarks' compiler adds calls of this function to name functions.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(watch);
  return page;
};

/** Maximum time to wait for what a page shows, in milliseconds. */
const patience = 60_000;

/** Opens an address and waits for the selector; `all`: for this many elements. */
export async function visit(page: Page, url: string, selector: string, all?: number): Promise<Visited> {
  await page.goto(url, { waitUntil: 'commit' });
  const at = async (least: number): Promise<number> => {
    const painted = page.evaluate(
      ([wanted, count]) => (window as unknown as Watched).painted(wanted as string, count as number),
      [selector, least] as const,
    );
    const late = new Promise<never>((_, failed) =>
      setTimeout(() => failed(new Error(`${url}: ${least} of ${selector} did not appear`)), patience).unref(),
    );
    return Promise.race([painted, late]);
  };
  const first = await at(1);
  const whole = all === undefined ? null : await at(all);
  await page.waitForLoadState('networkidle');
  const task = await longestTask(page);
  return { first, all: whole, task };
}

export const longestTask = (page: Page, since = 0): Promise<number> =>
  page.evaluate(
    (from) =>
      Math.max(
        0,
        ...(window as unknown as Watched).longTasks.filter((task) => task.from >= from).map(({ ms }) => ms),
      ),
    since,
  );

export interface Scrolled {
  task: number;
  /** The longest gap between two frames, and how many frames came later than at 30 per second. */
  gap: number;
  late: number;
  frames: number;
}

/** Scrolls from top to bottom and back in the steps of a mouse wheel. */
export async function scroll(page: Page, steps = 150): Promise<Scrolled> {
  const since = await page.evaluate(() => performance.now());
  const frames = await page.evaluate(async (count) => {
    const gaps: number[] = [];
    let before = performance.now();
    const step = Math.min(3000, document.documentElement.scrollHeight / count);
    for (let i = 0; i < 2 * count; i++) {
      scrollBy(0, i < count ? step : -step);
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      gaps.push(now - before);
      before = now;
    }
    return gaps;
  }, steps);
  return {
    task: await longestTask(page, since),
    gap: Math.max(...frames),
    late: frames.filter((ms) => ms > 34).length,
    frames: frames.length,
  };
}

/** Bytes of script, gzipped, that a browser with an empty cache fetches for an address. */
export async function scriptOf(browser: Browser, url: string, selector: string): Promise<number> {
  const context = await browser.newContext({ locale: 'ar' });
  const page = await newPage(context);
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  await visit(page, url, selector);
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
