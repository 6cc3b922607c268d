/** The comparison as a reader uses it: in Chromium, in both languages, by mouse and keyboard, and when the API fails. */
import { expect, test } from 'vitest';
import { describeInChromium } from './suite.ts';

const report = (year: number) => `SRO-C.7-${year}-9`;
const compared = `/?page=compare&base=${report(2014)}&other=${report(2016)}`;

describeInChromium('comparison', 120_000, (suite) => {
  const { at } = suite;
  const languages = ['ar', 'en'] as const;

  test.each(languages)('the base is chosen on the side on which it stands (%s)', (language) =>
    at(
      compared,
      async (page) => {
        const side = async (selector: string) => (await page.locator(selector).first().boundingBox())!.x;
        const chosen = (await side('input[name="base"]')) - (await side('input[name="other"]'));
        const shown = (await side('td.base')) - (await side('td.other'));
        expect(Math.sign(chosen)).toBe(Math.sign(shown));
      },
      { language },
    ),
  );

  test('substance only leaves out the cover, details and spelling; the way back shows them again', () =>
    at(compared, async (page) => {
      const kinds = () =>
        page
          .locator('.sides tbody tr:not(:has(.moved))')
          .evaluateAll((rows) => [...new Set(rows.map((row) => row.className))]);
      await expect.poll(kinds).toContain('details');
      await page.locator('.shown .switch').first().locator('button').nth(2).click();
      await expect.poll(kinds).not.toContain('details');
      expect(await kinds()).not.toContain('orthographic');
      expect(await page.locator('.sides').textContent()).not.toContain('Distr.');
      await page.goBack();
      await expect.poll(kinds).toContain('details');
    }));

  test('j and k go from change to change, the strip has each of them', () =>
    at(compared, async (page) => {
      await page.locator('.sides').waitFor();
      const current = page.locator('.sides tr[aria-current]');
      const row = async () => Number(await current.getAttribute('data-row'));
      await page.keyboard.press('j');
      await current.waitFor();
      const first = await row();
      await page.keyboard.press('j');
      await expect.poll(row).toBeGreaterThan(first);
      await page.keyboard.press('k');
      await expect.poll(row).toBe(first);
      const differing = await page.locator('.sides tbody tr:not(.identical)').count();
      const shapes = await page
        .locator('.change-strip path')
        .evaluateAll((paths) => paths.flatMap((path) => path.getAttribute('d')!.match(/M/g) ?? []).length);
      expect(shapes).toBeGreaterThanOrEqual(differing);
    }));

  test.each(languages)('in line: what went and what came in one text (%s)', (language) =>
    at(
      `${compared}&layout=inline&show=changes`,
      async (page) => {
        await page.locator('.inline-rows').waitFor();
        expect(await page.locator('.inline-rows del').count()).toBeGreaterThan(3);
        expect(await page.locator('.inline-rows ins').count()).toBeGreaterThan(3);
        expect(await page.locator('.inline-rows > div:not(:has(.kinds))').count()).toBe(0);
      },
      { language },
    ),
  );

  test('Word, HTML and CSV are there to keep', () =>
    at(compared, async (page) => {
      const links = await page
        .locator('.shown .exports a')
        .evaluateAll((items) => items.map((item) => (item as HTMLAnchorElement).href));
      const types = await Promise.all(
        links.map(async (link) => (await page.request.get(link)).headers()['content-type']),
      );
      expect(types).toEqual([
        expect.stringContaining('wordprocessingml'),
        expect.stringContaining('text/html'),
        expect.stringContaining('text/csv'),
      ]);
    }));

  test.each(languages)('three reports are a table with a column each (%s)', (language) =>
    at(
      `${compared}&more=${report(2018)}`,
      async (page) => {
        await page.locator('.collated').waitFor();
        expect(await page.locator('.collated thead th').count()).toBe(3);
        expect(await page.locator('.collated ins').count()).toBeGreaterThan(5);
        expect(await page.locator('.collated .nothing').count()).toBeGreaterThan(0);
        await page.locator('.third .chip button').click();
        await page.locator('.sides').waitFor();
      },
      { language },
    ),
  );

  test('a comparison that does not come is said, and a second try shows it', async () => {
    const current = await suite.visit({ language: 'ar' });
    try {
      const { page } = current;
      await page.route('**/v1/compare**', (route) => route.abort());
      await current.open(compared);
      const alert = page.getByRole('alert').first();
      await alert.waitFor();
      await page.unroute('**/v1/compare**');
      await alert.getByRole('button').click();
      await page.locator('.sides').waitFor();
    } finally {
      await current.close();
    }
  });

  test.each(languages)(
    'on a narrow phone and at 200 percent zoom nothing scrolls sideways (%s)',
    async (language) => {
      for (const width of [320, 640]) {
        for (const more of ['', '&layout=inline', `&more=${report(2018)}`]) {
          await at(
            compared + more,
            async (page) =>
              expect(
                await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
              ).toBeLessThanOrEqual(0),
            { language, width },
          );
        }
      }
    },
  );
});
