/** The reader as a user sees it: in Chromium, in both languages, by mouse and keyboard, and when the API fails. */
import { expect, test } from 'vitest';
import { openSamples, shippedSamples } from '../collection/sample-collection.ts';
import { describeInChromium } from './suite.ts';

const report = (year: number) => `SRO-C.7-${year}-9`;
const reading = (year: number, more = '') => `/?page=report&id=${report(year)}${more}`;

// The shipped files: the report of 2012 has a damaged text layer, whose words were repaired.
describeInChromium(
  'reader',
  120_000,
  (suite) => {
    const { at } = suite;
    const languages = ['ar', 'en'] as const;

    test.each(languages)('age has a legend from the first year to new words, and a strip (%s)', (language) =>
      at(
        reading(2014),
        async (page) => {
          await page.locator('.report .age').first().waitFor();
          const legend = await page.locator('.legend ul').first().locator('li').allTextContents();
          expect(legend.slice(1).map((text) => text.trim().split(/\s/)[0])).toEqual([
            '2008',
            '2010',
            '2012',
            language === 'ar' ? 'جديد' : 'new',
          ]);
          expect(await page.locator('.report ins.new').count()).toBeGreaterThan(5);
          expect(await page.locator('.age-strip rect').count()).toBeGreaterThan(20);
          expect(await page.locator('.report sup').count()).toBe(0);
        },
        { language },
      ),
    );

    test('a switch turns colours off and on, and the back button undoes it', () =>
      at(reading(2014), async (page) => {
        const coloured = page.locator('.report .age');
        await coloured.first().waitFor();
        await page.locator('.reader-tools .toggle').first().focus();
        await page.keyboard.press('Enter');
        await expect.poll(() => coloured.count()).toBe(0);
        expect(new URL(page.url()).searchParams.get('age')).toBe('0');
        await page.goBack();
        await coloured.first().waitFor();
      }));

    test('only what is new: shown paragraphs have new words, skipped ones are counted', () =>
      at(reading(2014, '&only=new'), async (page) => {
        await page.locator('.report .folded').first().waitFor();
        const shown = page.locator('.report p:is(.paragraph, .item)');
        expect(await shown.count()).toBe(await shown.filter({ has: page.locator('ins.new') }).count());
        expect(await page.locator('.report .folded').first().textContent()).toMatch(/لا جديد/);
      }));

    test('the former address of "what is new" still works', () =>
      at(`/?page=novelty&id=${report(2014)}`, async (page) => {
        await page.locator('.report .folded').first().waitFor();
        expect(new URL(page.url()).searchParams.get('page')).toBe('report');
      }));

    test('the first report of its series says that its age cannot be told', () =>
      at(reading(2008), async (page) => {
        await page.locator('.novelty-note .warn').first().waitFor();
        expect(await page.locator('.novelty-note').textContent()).toContain('أسبق');
        expect(await page.locator('.age-strip').count()).toBe(0);
        expect(await page.locator('.report .age, .report ins').count()).toBe(0);
      }));

    test('j and k go from one new passage to the next and back, however fast they are pressed', () =>
      at(reading(2022), async (page) => {
        await page.locator('.report ins.new').first().waitFor();
        const top = () => page.evaluate(() => scrollY);
        // All in one task, so that no frame is drawn between them.
        const press = (keys: string) =>
          page.evaluate((pressed) => {
            for (const key of pressed)
              document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          }, keys);
        await press('j');
        const first = await top();
        expect(first).toBeGreaterThan(0);
        await press('j');
        const second = await top();
        expect(second).toBeGreaterThan(first);
        await press('kj');
        expect(await top()).toBe(second);
        await press('k');
        expect(await top()).toBe(first);
        await press('jj');
        expect(await top()).toBeGreaterThan(second);
      }));

    test.each(languages)(
      'pressing a passage shows since when it has been said, and its history (%s)',
      (language) =>
        at(
          reading(2016),
          async (page) => {
            const passage = page.locator('.report p.paragraph .age.shade-0').first();
            await passage.waitFor();
            await passage.click({ position: { x: 8, y: 8 } });
            const panel = page.locator('.passage');
            await panel.locator('.strip').waitFor();
            expect(await panel.textContent()).toContain('2008');
            expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true);
            await panel.locator('a[href*="page=wording"]').click();
            await page.locator('.versions').waitFor();
            await page.goBack();
            await page.locator('.report .age').first().waitFor();
          },
          { language },
        ),
    );

    test('a repaired word shows what the file had; Escape closes it and returns the focus', () =>
      at(reading(2012), async (page) => {
        const word = page.locator('.report .repaired', { hasText: 'الجمعية' }).first();
        await word.waitFor();
        await word.click();
        const panel = page.locator('.passage');
        await panel.locator('.word').waitFor();
        const given = await panel.locator('.word dd').allTextContents();
        expect(given[0]).toContain('الجمعية');
        expect(given[1]).toMatch(/ـ/);
        await page.keyboard.press('Escape');
        await expect.poll(() => panel.count()).toBe(0);
        expect(await page.evaluate(() => document.activeElement?.className)).toContain('menu-button');
      }));

    test('doubtful words are marked, and the switch removes the marks', () =>
      at(reading(2012), async (page) => {
        await page.locator('.report .doubtful').first().waitFor();
        await page.locator('.reader-tools .toggle').nth(1).click();
        await expect.poll(() => page.locator('.report :is(.doubtful, .repaired)').count()).toBe(0);
      }));

    test('a reference opens the report if it is in the collection, otherwise the list of reports that cite it', () =>
      at(reading(2016), async (page) => {
        const links = page.locator('.report a.reference');
        await links.first().waitFor();
        const goals = await links.evaluateAll((items) =>
          items.map((item) => new URL((item as HTMLAnchorElement).href).searchParams.get('page')),
        );
        expect(goals).toContain('references');
        expect(new Set(goals).size).toBeGreaterThan(0);
        await page.locator('.report a.reference[href*="page=references"]').first().click();
        await expect.poll(() => new URL(page.url()).searchParams.get('page')).toBe('references');
        await page.goBack();
        await links.first().waitFor();
      }));

    test('an entry of the contents leads to its heading, every time', () =>
      at(reading(2016), async (page) => {
        const entry = page.locator('.contents a').nth(8);
        const goal = (await entry.getAttribute('href'))!;
        const top = () => page.locator(goal).evaluate((element) => element.getBoundingClientRect().top);
        await entry.click();
        await expect.poll(top).toBeLessThan(100);
        await page.evaluate(() => scrollTo(0, 0));
        await expect.poll(top).toBeGreaterThan(100);
        await entry.click();
        await expect.poll(top).toBeLessThan(100);
      }));

    test('an address with a printed number shows the paragraph marked', () =>
      at(reading(2016, '&number=20'), async (page) => {
        const here = page.locator('.report .here');
        await here.waitFor();
        expect(await here.locator('.label').textContent()).toBe('20');
        await expect
          .poll(() => here.evaluate((element) => element.getBoundingClientRect().top))
          .toBeLessThan(900);
      }));

    test('if the ages are not available, the text is shown all the same, with a note', async () => {
      const current = await suite.visit({ language: 'en' });
      try {
        await current.page.route('**/novelty**', (route) =>
          route.fulfill({
            status: 422,
            contentType: 'application/problem+json',
            body: JSON.stringify({ type: 'urn:siyagha:problem:unreadable_report', status: 422, detail: 'x' }),
          }),
        );
        await current.open(reading(2016));
        await current.page.getByText('The age of its wording is not known').waitFor();
        expect(await current.page.locator('.report p').count()).toBeGreaterThan(50);
        expect(current.errors.filter((text) => !/status of 422/.test(text))).toEqual([]);
      } finally {
        await current.close();
      }
    });

    test('a text that fails to load is reported, and a retry shows it', async () => {
      const current = await suite.visit({ language: 'ar' });
      try {
        const { page } = current;
        await page.route('**/v1/reports/*?paragraphs=true', (route) => route.abort());
        await current.open(reading(2016));
        const alert = page.getByRole('alert').first();
        await alert.waitFor();
        await page.unroute('**/v1/reports/*?paragraphs=true');
        await alert.getByRole('button').click();
        await page.locator('.report p').first().waitFor();
      } finally {
        await current.close();
      }
    });

    test.each(languages)(
      'on a narrow phone and at 200 percent zoom, nothing scrolls sideways (%s)',
      async (language) => {
        for (const width of [320, 640]) {
          await at(
            reading(2012),
            async (page) => {
              await page.locator('.report .age').first().waitFor();
              expect(
                await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
              ).toBeLessThanOrEqual(0);
            },
            { language, width },
          );
        }
      },
    );

    test('the printed text is complete, without interactive elements', () =>
      at(reading(2014), async (page) => {
        await page.locator('.report .age').first().waitFor();
        await page.emulateMedia({ media: 'print' });
        expect(
          await page
            .locator('.report .part')
            .evaluateAll((items) => [
              ...new Set(items.map((item) => getComputedStyle(item).contentVisibility)),
            ]),
        ).toEqual(['visible']);
        for (const hidden of ['.age-strip', '.reader-tools', '.contents'])
          expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
        expect(await page.locator('.legend').isVisible()).toBe(true);
      }));
  },
  () => openSamples({}, shippedSamples),
);
