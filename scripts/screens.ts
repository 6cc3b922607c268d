/**
 * Takes pictures of every screen with the samples, for docs/screens, and writes their index: `npx tsx
 * scripts/screens.ts`, with Chromium at CHROMIUM_PATH or on PATH. Arabic is in the light theme, English in the dark
 * one, and some pictures show a phone. With names of screens, only those are renewed.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { findChromium, launch } from '../test/browser/chromium.ts';
import { screens } from '../test/browser/screens.ts';
import { type Site, serveCollection, visit } from '../test/browser/site.ts';
import { openSamples, shippedSamples } from '../test/collection/sample-collection.ts';

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url));
const onPhone = ['home', 'phrase', 'threads', 'report', 'compare'];
/** Maximum height of a picture, in CSS pixels. */
const highest = { wide: 1200, phone: 1400 };

/** What each picture shows, for the index. */
const captions: Readonly<Record<string, string>> = {
  home: 'The series on a timeline, what is new in the newest report, five questions computed from the collection.',
  search: 'Search: equal texts as one result, years, filters with counts.',
  phrase: 'A phrase in context: every occurrence, neighbouring words, sort orders, samples.',
  trends: 'Phrases over the years: count or rate, years without a report, intervals, a table below.',
  threads: 'Threads: each statement with its versions, what changed, and what replaced it.',
  history: 'The history of one paragraph.',
  report:
    'The reader: the age of the wording in colour and on a strip, repaired and uncertain words, contents.',
  novelty: 'Only what is new in a report.',
  compare: 'Two reports side by side, with all changes on a strip.',
  'compare-inline': 'The same comparison as one text with deletions and insertions.',
  'compare-three': 'Three reports in a table, substance only.',
  recurring: 'Recurring phrases of a report.',
  matrix: 'Recurring phrases by report, with returns and gaps.',
  dropped: 'Phrases that the reports before it share and this one has dropped.',
  check: 'The draft check: precedents and nearest wordings of a pasted text.',
  'check-empty': 'The draft check before anything is pasted, with examples from the collection.',
  references: 'What the reports cite, and since when.',
  reports: 'The catalogue of reports.',
  repairs: 'What was repaired in a damaged file, before and after.',
};

interface Look {
  language: 'ar' | 'en';
  theme: 'light' | 'dark';
  width: number;
}

async function picture(browser: Browser, site: Site, path: string, look: Look): Promise<Buffer> {
  const { page, open, close } = await visit(browser, site, look);
  await page.emulateMedia({ colorScheme: look.theme });
  const most = look.width < 600 ? highest.phone : highest.wide;
  await page.setViewportSize({ width: look.width, height: 700 });
  await open(path);
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: look.width, height: Math.min(most, whole) });
  await page.evaluate(() => document.fonts.ready);
  // Charts and everything else that depends on the size are drawn in the next frames.
  await page.waitForTimeout(500);
  await page
    .locator('main')
    .evaluate((main) => (document.activeElement as HTMLElement | null)?.blur() ?? main);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 50 });
  await close();
  return Buffer.from(data, 'base64');
}

const executable = findChromium();
if (executable === null) throw new Error('no Chromium: set CHROMIUM_PATH, or put chromium on PATH');
const site = await serveCollection(await openSamples({}, shippedSamples));
const browser = await launch(executable);
const named = process.argv.slice(2);
if (named.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const unnamed = Object.keys(screens).filter((name) => !(name in captions));
if (unnamed.length > 0) throw new Error(`no caption for ${unnamed.join(', ')}`);
let bytes = 0;
for (const [name, path] of Object.entries(screens)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const looks: ({ file: string } & Look)[] = [
    { file: `${name}-ar`, language: 'ar', theme: 'light', width: 1000 },
    { file: `${name}-en-dark`, language: 'en', theme: 'dark', width: 1000 },
    ...(onPhone.includes(name)
      ? [{ file: `${name}-ar-phone`, language: 'ar' as const, theme: 'light' as const, width: 360 }]
      : []),
  ];
  for (const { file, ...look } of looks) {
    const image = await picture(browser, site, path, look);
    writeFileSync(`${folder}/${file}.webp`, image);
    bytes += image.length;
  }
}
const index = Object.entries(captions).map(([name, caption]) => {
  const phone = onPhone.includes(name) ? ` · [on a phone](${name}-ar-phone.webp)` : '';
  return `## ${caption.slice(0, -1)}\n\n| Arabic${phone} | English |\n| --- | --- |\n| ![${name} in Arabic](${name}-ar.webp) | ![${name} in English](${name}-en-dark.webp) |`;
});
const about =
  'Pictures of the sample series, made by `npx tsx scripts/screens.ts`: Arabic in the light theme, English in the dark one.';
writeFileSync(`${folder}/README.md`, `# Screens of the dashboard\n\n${about}\n\n${index.join('\n\n')}\n`);
await browser.close();
await site.close();
console.info(`${folder}: ${Math.round(bytes / 1000)} kB`);
process.exit(0);
