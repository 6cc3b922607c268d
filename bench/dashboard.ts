/**
 * The dashboard in Chromium on a constructed collection: when answers are painted, how long reports and comparisons
 * take to open and scroll, and what is downloaded. Each figure is the median of several visits, next to its goal.
 *
 *     npm run bench:dashboard [-- FOLDER]     FOLDER keeps the collection between runs
 */
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Page } from 'playwright-core';
import { serve } from '../src/api/index.ts';
import { openCollection } from '../src/collection/index.ts';
import { loadSettings } from '../src/settings/index.ts';
import { findChromium, launch } from '../test/browser/chromium.ts';
import { builtDashboard } from '../test/built.ts';
import { makeFiles, phrase } from './dashboard/collection.ts';
import { longestTask, median, newPage, scriptOf, scroll, visit } from './dashboard/measure.ts';

const executable = findChromium();
if (executable === null) {
  console.log('skipped: no Chromium (set CHROMIUM_PATH, or put chromium on PATH)');
  process.exit(0);
}
const folder = process.argv[2] ?? join(tmpdir(), 'siyagha-bench-dashboard');
mkdirSync(folder, { recursive: true });
const settings = loadSettings({ SIYAGHA_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' });
const stored = existsSync(join(folder, 'data', 'siyagha.db'));
const collection = await openCollection(settings);
if (!stored) {
  const { long, short, manifest } = makeFiles(folder);
  const paths = [...long.map(({ file }) => file), short];
  const { failed } = await collection.intake.files(paths, { manifest, originals: false });
  if (failed.length > 0) throw new Error(JSON.stringify(failed.slice(0, 3)));
  console.error(`${paths.length} paths read`);
}
const server = await serve(
  { collection, settings, log: pino({ level: 'silent' }), dashboard: await builtDashboard() },
  { port: 0, host: '127.0.0.1' },
);
const browser = await launch(executable);
const context = await browser.newContext({ locale: 'ar', viewport: { width: 1280, height: 900 } });
const page = await newPage(context);
const at = (path: string) => `${server.url}/?${path}`;

const rows: (readonly string[])[] = [];
const ms = (value: number) => `${Math.round(value)} ms`;
const row = (work: string, goal: string, ...figures: string[]) => rows.push([work, goal, figures.join(', ')]);
const times = 5;

async function opened(
  name: string,
  goal: string,
  path: string,
  selector: string,
  all?: number,
): Promise<void> {
  const visits = [];
  // The first visit fills the browser's cache and is reported separately.
  for (let i = 0; i <= times; i++) visits.push(await visit(page, at(path), selector, all));
  const [cold, ...warm] = visits;
  const whole = warm.flatMap((one) => one.all ?? []);
  row(
    name,
    goal,
    `first painted ${ms(median(warm.map(({ first }) => first)))} (${ms(cold!.first)} the first time)`,
    ...(whole.length > 0 ? [`complete ${ms(median(whole))}`] : []),
    `longest task ${ms(median(warm.map(({ task }) => task)))}`,
  );
}

async function scrolled(name: string, on: Page): Promise<void> {
  const { task, gap, late, frames } = await scroll(on);
  row(
    name,
    'no task over 50 ms',
    `longest task ${ms(task)}`,
    `longest frame ${ms(gap)}`,
    `${late} of ${frames} frames over 34 ms`,
  );
}

const q = encodeURIComponent(`"${phrase}"`);
const [base, other] = ['LONG-2020-1', 'LONG-2022-1'];
await opened('home', '≤ 1000 ms', 'series=long', '.home .card');
await opened('home, a series of 5,000 reports', '≤ 1000 ms', 'series=short', '.home .card');
await opened('search', '≤ 1000 ms', `page=search&q=${q}&series=*`, '.hits > li');
await opened('phrase', '≤ 1000 ms', `page=phrase&q=${q}&series=*`, '.kwic > li');
await opened('5,000 reports in a list', '≤ 1000 ms', 'page=reports&series=short', '.catalogue > li');

const typed = await page.evaluate(async () => {
  const field = document.querySelector<HTMLInputElement>('main input[name="q"]')!;
  const from = performance.now();
  field.value = 'SHORT/4321';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  while (document.querySelectorAll('.catalogue > li').length !== 1) await new Promise(requestAnimationFrame);
  return performance.now() - from;
});
row('finding one of them by typing', '≤ 100 ms', ms(typed));

const asked = async <T>(path: string): Promise<T> =>
  (await fetch(`${server.url}/v1/${path}`)).json() as Promise<T>;
const { paragraphs } = await asked<{ paragraphs: number }>(`reports/${other}`);
const { changes } = await asked<{ changes: unknown[] }>(`compare?base=${base}&other=${other}`);
const reading = `page=report&id=${other}&series=long`;
await opened(
  `a report of ${paragraphs} paragraphs`,
  '≤ 1000 ms',
  reading,
  '.report .part .words',
  paragraphs,
);
await page.locator('.report .age, .report .new').first().waitFor();
await page.waitForTimeout(3000);
row('drawing its ages', '', `longest task ${ms(await longestTask(page))}`);
await scrolled('scrolling it', page);

const comparing = `page=compare&base=${base}&other=${other}&series=long`;
await opened(
  `a comparison of ${changes.length} rows`,
  '≤ 1000 ms after the answer',
  comparing,
  '[data-row]',
  changes.length,
);
await scrolled('scrolling it', page);
await opened('the same in line', '', `${comparing}&layout=inline`, '[data-row]', changes.length);
const answered = await page.evaluate(async () => {
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const from = performance.now();
    await (await fetch('/v1/compare?base=LONG-2020-1&other=LONG-2022-1')).json();
    times.push(performance.now() - from);
  }
  return Math.min(...times);
});
row('of which the answer', '', ms(answered));

const first = await scriptOf(browser, at('series=long'), '.home .card');
const chart = await scriptOf(browser, at(`page=trends&q=${q}&series=*`), '.plot svg');
row('script for the first screen, gzipped', '≤ 80 kB', `${(first / 1000).toFixed(1)} kB`);
row('additional script for a chart', '≤ 150 kB', `${((chart - first) / 1000).toFixed(1)} kB`);

await browser.close();
await server.close();
await collection.close();
console.log('| work | goal | measured |\n|---|---|---|');
for (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
process.exit(0);
