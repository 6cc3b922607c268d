/**
 * Pictures of every screen in docs/screens, from the samples: `npx tsx scripts/screens.ts`, with Chromium at
 * CHROMIUM_PATH or on PATH. Arabic in light, English in dark, and some on a phone. With names of screens only theirs are
 * made again.
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
/** As much of a page as is looked at in one go, in CSS pixels. */
const highest = { wide: 1200, phone: 1400 };

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
  // What follows the size, such as a chart, is drawn in the frames after it.
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
await browser.close();
await site.close();
console.info(`${folder}: ${Math.round(bytes / 1000)} kB`);
process.exit(0);
