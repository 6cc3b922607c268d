/**
 * The comparison as a reader uses it: in Chromium, in both languages, by mouse and keyboard, and when the API fails.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTemporary } from '../collection/sample-collection.ts';
import { describeInChromium } from './suite.ts';

const report = (year: number) => `SRO-C.7-${year}-9`;
const compared = `/?page=compare&base=${report(2014)}&other=${report(2016)}`;

describeInChromium('comparison', 120_000, (suite) => {
  const { at } = suite;
  const languages = ['ar', 'en'] as const;

  test.each(languages)('the base is chosen on the side where it is shown (%s)', (language) =>
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

  test('substance only leaves out the cover, details and spelling; the back button shows them again', () =>
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

  test('j and k go from change to change; the strip shows each of them', () =>
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

  test.each(languages)('in line: deletions and insertions in one text (%s)', (language) =>
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

  test('Word, HTML and CSV can be downloaded', () =>
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

  test('a comparison that fails to load is reported, and a retry shows it', async () => {
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
    'on a narrow phone and at 200 percent zoom, nothing scrolls sideways (%s)',
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

/** A report with this many numbered paragraphs; every seventh is worded by `word`. */
const long = (count: number, word: string): string =>
  [
    'تقرير طويل',
    ...Array.from(
      { length: count },
      (_, index) =>
        `${index + 1} - ونظرت اللجنة في المسألة رقم ${index * 7919} وأحاطت علما ${index % 7 === 0 ? word : 'بما ورد فيها'} من آراء الدول الأعضاء`,
    ),
  ].join('\n');

describeInChromium(
  'a comparison of a thousand rows',
  120_000,
  ({ at }) => {
    const count = 1000;
    const thousand = '/?page=compare&base=L-1&other=L-2&series=*';

    test.each(['', '&layout=inline'])(
      'is in the page completely, but only the visible rows are drawn (%s)',
      (more) =>
        at(thousand + more, async (page) => {
          const rows = page.locator('[data-row]');
          await expect.poll(() => rows.count()).toBeGreaterThan(count);
          expect(await page.locator('main').textContent()).toContain(`رقم ${(count - 1) * 7919}`);
          const kept = await page
            .locator('.part')
            .evaluateAll((parts) => [
              ...new Set(parts.map((part) => getComputedStyle(part).contentVisibility)),
            ]);
          expect(kept).toEqual(['auto']);
          await page.emulateMedia({ media: 'print' });
          const printed = await page
            .locator('.part')
            .evaluateAll((parts) => [
              ...new Set(parts.map((part) => getComputedStyle(part).contentVisibility)),
            ]);
          expect(printed).toEqual(['visible']);
        }),
    );

    test('the end of the strip leads to the last rows, drawn or not; fast key presses are all counted', () =>
      at(thousand, async (page) => {
        const strip = page.locator('.change-strip svg');
        await strip.waitFor();
        const { width, height } = (await strip.boundingBox())!;
        await strip.click({ position: { x: width / 2, y: height - 2 } });
        const current = page.locator('[data-row][aria-current]');
        await current.waitFor();
        const row = async () => Number(await current.getAttribute('data-row'));
        const end = await row();
        expect(end).toBeGreaterThan(count * 0.95);
        const inSight = () => current.evaluate((one) => one.getBoundingClientRect().top < innerHeight);
        await expect.poll(inSight).toBe(true);
        await page.keyboard.press('k');
        await expect.poll(row).toBeLessThan(end);
        const before = await row();
        // All in one task, so that no frame is drawn between them.
        await page.evaluate(() => {
          for (const key of 'kkkj')
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        });
        await expect.poll(row).toBe(before - 2 * 7);
      }));
  },
  async () => {
    const opened = await openTemporary();
    const files = ['بالآراء الواردة', 'بالمقترحات المقدمة'].map((word, index) => {
      const file = join(opened.folder, `${index + 1}.txt`);
      writeFileSync(file, long(1000, word));
      return file;
    });
    const manifest = join(opened.folder, 'manifest.csv');
    writeFileSync(manifest, 'file,symbol,year\n1.txt,L/1,2010\n2.txt,L/2,2012\n');
    const { failed } = await opened.collection.intake.files(files, { manifest });
    if (failed.length > 0) throw new Error(JSON.stringify(failed));
    return opened;
  },
);
