/**
 * Every screen in both languages, light and dark, from 320 pixels to wide: nothing that axe calls serious, no text
 * overflowing its box, no sideways scrolling, no broken year or symbol, no word in the other language, no request to
 * another host.
 */
import { expect, test } from 'vitest';
import { broken, foreign, overflowing, sideways, violations } from './looks.ts';
import { screens, states } from './screens.ts';
import { describeInChromium } from './suite.ts';

/** 640 is a screen of 1280 at 200 % zoom. */
const widths = [320, 640, 1280];

describeInChromium('screens', 240_000, (suite) => {
  const all = Object.entries({ ...screens, ...states });
  test.each(
    all.flatMap(([name, path]) => (['ar', 'en'] as const).map((language) => [name, language, path] as const)),
  )('%s in %s', async (name, language, path) => {
    const { page, open, errors, elsewhere, close } = await suite.visit({ language });
    await open(path);
    await page.evaluate(() => document.fonts.ready);
    const wrong: string[] = [];
    const note = (where: string, found: readonly string[]) =>
      wrong.push(...found.map((text) => `${where}: ${text}`));
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      // Whatever depends on the size, such as a chart, is drawn in the frames after it.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
      );
      const over = await sideways(page);
      note(String(width), over > 0 ? [`scrolls sideways by ${over}`] : []);
      note(`${width} overflow`, await overflowing(page));
      note(`${width} broken`, await broken(page));
      // Each size in one theme: colours do not depend on the size.
      const colorScheme = width === 640 ? 'dark' : 'light';
      await page.emulateMedia({ colorScheme });
      note(`${width} ${colorScheme}`, await violations(page));
    }
    note('language', await foreign(page, language));
    const headings = await page.locator('h1').count();
    expect(headings, 'a heading of the first level').toBeGreaterThan(0);
    expect([...new Set(wrong)]).toEqual([]);
    expect(errors.filter((text) => !/status of 404/.test(text) || name !== 'no such report')).toEqual([]);
    expect(elsewhere).toEqual([]);
    await close();
  });
});
