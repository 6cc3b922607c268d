/**
 * The draft check as a drafter uses it: in Chromium, in both languages, by keyboard, with the back button, and when the
 * API fails.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { draftAddress, screens } from './screens.ts';
import { describeInChromium } from './suite.ts';

const languages = ['ar', 'en'] as const;
const agreed =
  'وافتتحت الدورة السيدة هناء الدباس (الأردن)، رئيسة اللجنة في دورتها السابعة، عملا بالمادة 12 من النظام الداخلي للهيئات الفرعية التابعة للجمعية العامة.';
const changed = 'وينبغي للدول المشاطئة أن تتبادل البيانات';
const unheard = 'زرافة بنفسجية فوق السحاب';

const checked = (page: Page) => page.locator('.checked');

describeInChromium('draft check', 120_000, (suite) => {
  const { at } = suite;
  const failing = /status of 503/;

  test.each(languages)('a pasted sentence: since when, in which series, and what differs (%s)', (language) =>
    at(
      '/?page=check',
      async (page) => {
        await page.keyboard.press('/');
        await page.locator('textarea:focus').waitFor();
        await page.keyboard.insertText(agreed);
        await page.keyboard.press('Control+Enter');
        await checked(page).locator('.precedents').waitFor();
        expect(await checked(page).locator('.verdict.good').textContent()).toContain('2016');
        expect(await checked(page).locator('.in-series').first().textContent()).toContain('SRO/C.7');
        const nearest = page.locator('.precedents > li').first();
        expect(await nearest.locator('.source-line').textContent()).toContain('2012');
        expect(await nearest.locator('p.arabic ins').allTextContents()).toContain('السابعة');
        expect(await nearest.locator('p.arabic del').allTextContents()).toContain('الخامسة');
        await page.goBack();
        await page.locator('.draft-examples').waitFor();
        expect(await page.locator('textarea').inputValue()).toBe('');
        await page.goForward();
        await checked(page).waitFor();
        expect(await page.locator('textarea').inputValue()).toBe(agreed);
      },
      { language },
    ),
  );

  test('a wording opens its place, its history and a comparison side by side', () =>
    at(screens.check!, async (page) => {
      const nearest = checked(page).nth(1).locator('.precedents > li').first();
      await nearest.locator('summary').focus();
      await page.keyboard.press('Enter');
      const sides = nearest.locator('.two-sides section');
      expect(await sides.count()).toBe(2);
      expect(await sides.last().locator('ins').textContent()).toBe('البيانات');
      await nearest.locator('a[href*="page=wording"]').click();
      await page.locator('.versions').waitFor();
      await page.goBack();
      await nearest.locator('.report-name').click();
      await page.locator('.report .here').waitFor();
    }));

  test('several paragraphs are checked one after the other, in order, and counted', () =>
    at(`/?page=check${draftAddress([agreed, changed, unheard].join('\n\n'))}`, async (page) => {
      await expect.poll(() => checked(page).count()).toBe(3);
      expect(
        await checked(page)
          .locator('.verdict')
          .evaluateAll((all) => all.map(({ className }) => className.split(' ').at(-1))),
      ).toEqual(['good', 'middling', 'bad']);
      expect((await page.locator('.sum').allTextContents()).map((text) => text.replace(/\D/g, ''))).toEqual([
        '1',
        '1',
        '1',
      ]);
      const saved = page.waitForEvent('download');
      await page.locator('.check-summary button').click();
      const rows = readFileSync(await (await saved).path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(rows).toHaveLength(4);
      expect(rows[2]).toContain(changed);
    }));

  test('by sentence, each sentence of a paragraph is checked separately; the address says so', () =>
    at(`/?page=check${draftAddress(`${agreed} ${changed}.`)}`, async (page) => {
      await expect.poll(() => checked(page).count()).toBe(1);
      await page.locator('.draft .switch button').nth(1).click();
      await expect.poll(() => checked(page).count()).toBe(2);
      expect(new URL(page.url()).searchParams.get('by')).toBe('sentence');
      await page.goBack();
      await expect.poll(() => checked(page).count()).toBe(1);
    }));

  test('examples of the collection have precedents', () =>
    at('/?page=check', async (page) => {
      await page.locator('.draft-examples button').first().click();
      await checked(page).locator('.verdict.good').waitFor();
    }));

  test('if nothing similar is found, this is said, with what to try', () =>
    at(`/?page=check${draftAddress(unheard)}`, async (page) => {
      await checked(page).locator('.verdict.bad').waitFor();
      expect(await checked(page).locator('.precedents').count()).toBe(0);
      expect(await checked(page).textContent()).toMatch(/جملة جملة/);
    }));

  test('a long draft fits into the address; one that is too long is refused with its length', () =>
    at('/?page=check', async (page) => {
      const long = Array.from({ length: 60 }, (_, index) => `${agreed} (${index})`).join('\n\n');
      await page.locator('textarea').fill(long);
      await page.locator('.draft .primary').click();
      await expect.poll(() => checked(page).count(), { timeout: 60_000 }).toBe(60);
      await page.reload();
      await expect.poll(() => page.locator('textarea').inputValue()).toBe(long);
      const before = page.url();
      await page.locator('textarea').fill('كلمة '.repeat(20_001));
      await page.locator('.draft .primary').click();
      await expect.poll(() => page.locator('#draft-problem').textContent()).toMatch(/100,00\d/);
      expect(page.url()).toBe(before);
    }));

  test('a truncated address is reported', () =>
    at(`/?page=check${draftAddress(agreed).slice(0, 60)}`, async (page) => {
      expect(await page.locator('.empty').textContent()).toMatch(/العنوان/);
    }));

  test.each(languages)(
    'if the API fails, the check stops at that passage, and a retry continues (%s)',
    (language) =>
      at(
        '/?page=check',
        async (page) => {
          let asked = 0;
          await page.route('**/v1/similar', (route) =>
            ++asked === 2
              ? route.fulfill({
                  status: 503,
                  contentType: 'application/problem+json',
                  body: JSON.stringify({ type: 'urn:siyagha:problem:busy', status: 503, detail: 'Busy.' }),
                })
              : route.continue(),
          );
          await page.locator('textarea').fill([agreed, changed, unheard].join('\n\n'));
          await page.locator('.draft .primary').click();
          const failure = page.locator('main .failure');
          await failure.waitFor();
          expect(await checked(page).count()).toBe(1);
          expect(await page.locator('.waiting li').count()).toBe(2);
          expect(/\p{Script=Arabic}/u.test((await failure.textContent())!)).toBe(language === 'ar');
          await failure.getByRole('button').click();
          await expect.poll(() => checked(page).count()).toBe(3);
          expect(asked).toBe(4);
        },
        { language, expected: failing },
      ),
  );

  test('without a network it says so, and it continues when there is one', () =>
    at(
      '/?page=check',
      async (page) => {
        await page.context().setOffline(true);
        await page.locator('textarea').fill(agreed);
        await page.locator('.draft .primary').click();
        await page.locator('main .failure').waitFor();
        await page.context().setOffline(false);
        await checked(page).waitFor();
      },
      { expected: /ERR_INTERNET_DISCONNECTED/ },
    ));

  test('choosing another series keeps the draft', () =>
    at(screens.check!, async (page) => {
      await page.locator('.series-choice select').selectOption('*');
      await expect.poll(() => new URL(page.url()).searchParams.get('series')).toBe('*');
      await expect.poll(() => checked(page).count()).toBe(3);
    }));
});
