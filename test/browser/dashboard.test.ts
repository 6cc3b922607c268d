/** The dashboard as a reader uses it: in Chromium, on a real server over the sample reports. */
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import type { Visit } from './site.ts';
import { describeInChromium, type VisitOptions } from './suite.ts';

const report = (year: number) => `SRO-C.7-${year}-9`;
const compared = `/?page=compare&base=${report(2014)}&other=${report(2016)}`;

describeInChromium('dashboard', 60_000, (suite) => {
  let current: Visit | undefined;

  async function at(path: string, options: VisitOptions = {}): Promise<Page> {
    current = await suite.visit(options);
    await current.open(path);
    return current.page;
  }
  /** Answers 400 and 404 are logged by the browser itself; a test that provokes one says so. */
  let refused = false;
  afterEach(async () => {
    const { errors, elsewhere, close } = current!;
    await close();
    const expected = refused ? /status of 40[04]/ : /^$/;
    refused = false;
    expect(errors.filter((text) => !expected.test(text))).toEqual([]);
    expect(elsewhere).toEqual([]);
  });

  const marks = (page: Page) => page.locator('.hits mark').allTextContents();

  test('a word in another spelling is found and marked as it is written', async () => {
    const page = await at('/');
    expect(await page.title()).toBe('صياغة');
    await page.locator('input[name="q"]').fill('شئون');
    await page.keyboard.press('Enter');
    await page.locator('.hits mark').first().waitFor();
    // Paragraphs in either spelling are one hit if nothing else differs.
    expect(await marks(page)).toContain('شؤون');
    expect(await page.locator('.hits .same-text').first().textContent()).toMatch(/\d/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('شئون');
    expect(await page.title()).toContain('شئون');
  });

  test('years: a bar for each year with a report, a question mark for each without', async () => {
    const page = await at(`/?q=${encodeURIComponent('"الدول الأعضاء"')}`);
    await page.locator('.bars').waitFor();
    const years = await page
      .locator('.bars li')
      .evaluateAll((items) =>
        items.map((item) => [
          item.getAttribute('data-year'),
          item.querySelector('a') ? 'bar' : item.textContent,
        ]),
      );
    expect(years.map(([year]) => Number(year))).toEqual(
      Array.from({ length: 15 }, (_, index) => 2008 + index),
    );
    for (const [year, shown] of years) {
      if (Number(year) % 2 === 0) expect(shown, year!).toBe('bar');
      else expect(shown, year!).toContain('?');
    }
    await page.locator('.bars li[data-year="2014"] a').click();
    await expect
      .poll(() => page.locator('.hits .report-name strong').allTextContents())
      .not.toContain('2008 ');
    const shown = await page.locator('.hits .report-name strong').allTextContents();
    expect(new Set(shown.map((year) => year.trim()))).toEqual(new Set(['2014']));
  });

  test('a report chosen among the facets narrows the answer, and removing its chip widens it again', async () => {
    const page = await at(`/?q=${encodeURIComponent('المياه')}`);
    const all = await page.locator('.count strong').textContent();
    const one = page.locator('.facets li', { hasText: '2014' });
    const amount = await one.locator('.amount').textContent();
    await one.locator('a').click();
    await expect.poll(() => page.locator('.count strong').textContent()).toContain(amount!);
    await page.locator('.active .chip').click();
    await expect.poll(() => page.locator('.count strong').textContent()).toBe(all);
  });

  test("a hit's link opens the report at its paragraph, and the back button returns to the hits", async () => {
    const page = await at(`/?q=${encodeURIComponent('"مستعملي المياه"')}`);
    const text = (await page.locator('.hits .arabic').last().textContent())!.trim();
    const link = page.locator('.hits .source .report-name').last();
    await link.scrollIntoViewIfNeeded();
    // Recorded at the click itself: results still arriving above the link may move it, and the click scrolls after it.
    await page.evaluate(() => {
      addEventListener('click', () => document.body.setAttribute('data-left', String(scrollY)), {
        capture: true,
      });
    });
    await link.click();
    const left = Number(await page.locator('body').getAttribute('data-left'));
    const here = page.locator('.report .here');
    await here.waitFor();
    expect(await here.textContent()).toContain(text.slice(0, 40));
    await expect
      .poll(() => here.evaluate((element) => element.getBoundingClientRect().top))
      .toBeLessThan(900);
    expect(await page.title()).toContain('SRO/C.7/');
    await page.goBack();
    await page.locator('.hits').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(left);
  });

  test('two reports compared: differences are marked on both sides, with the base on the right', async () => {
    const page = await at(compared);
    const row = page
      .locator('.sides tr.details')
      .filter({ has: page.locator('del') })
      .first();
    const base = row.locator('td.base');
    const other = row.locator('td.other');
    expect(await base.locator('del').count()).toBeGreaterThan(0);
    expect(await other.locator('ins').count()).toBeGreaterThan(0);
    expect(await page.locator('.sides').getAttribute('dir')).toBe('rtl');
    expect((await base.boundingBox())!.x).toBeGreaterThan((await other.boundingBox())!.x);
    const words = (locator: typeof base, tag: string) =>
      locator.locator(tag).evaluateAll((items) => items.map((item) => item.textContent));
    expect(await words(base, 'del')).not.toEqual(await words(other, 'ins'));
  });

  test('marks on single letters do not break the joining of a word', async () => {
    const page = await at(compared);
    const parted = page.locator('.sides del', { has: page.locator('.letters') }).first();
    const widths = await parted.evaluate((element) => {
      const plain = document.createElement('del');
      plain.textContent = element.textContent;
      element.after(plain);
      const pair = [element.getBoundingClientRect().width, plain.getBoundingClientRect().width];
      plain.remove();
      return pair;
    });
    expect(Math.abs(widths[0]! - widths[1]!)).toBeLessThan(1);
  });

  test('a chip shows only its kind of change, and the sides can be swapped', async () => {
    const page = await at(compared);
    const kinds = () =>
      page.locator('.sides tbody tr').evaluateAll((rows) => [...new Set(rows.map((row) => row.className))]);
    expect((await kinds()).length).toBeGreaterThan(3);
    await page.locator('.summary button.added').click();
    await expect.poll(kinds).toEqual(['added']);
    const added = await page.locator('.sides tbody tr').count();
    expect(await page.locator('.summary button.added').getAttribute('aria-pressed')).toBe('true');
    await page.locator('.swap').click();
    await page.locator('.summary button.removed').click();
    await page.locator('.summary button.added').click();
    await expect.poll(kinds).toEqual(['removed']);
    expect(await page.locator('.sides tbody tr').count()).toBe(added);
  });

  test('a phrase in context: keywords are aligned, right to left', async () => {
    const page = await at(`/?page=phrase&q=${encodeURIComponent('"الأنهار المشتركة"')}`);
    const lines = page.locator('.kwic li');
    expect(await lines.count()).toBeGreaterThan(10);
    const edges = await page
      .locator('.kwic mark')
      .evaluateAll((items) => [
        ...new Set(items.map((item) => Math.round(item.getBoundingClientRect().right))),
      ]);
    expect(edges.length).toBe(1);
    const [before, after] = await lines
      .nth(1)
      .evaluate((line) =>
        ['.before', '.after'].map((part) => line.querySelector(part)!.getBoundingClientRect().left),
      );
    expect(before!).toBeGreaterThan(after!);
  });

  test("a paragraph's wording through the years: versions, gaps and what they share", async () => {
    const page = await at(`/?page=report&id=${report(2016)}`);
    const paragraph = page.locator('.report p.paragraph', { hasText: 'مستعملي المياه' }).first();
    await paragraph.locator('.menu-button').focus();
    await page.keyboard.press('Enter');
    await page.locator('.menu').getByRole('link', { name: 'تاريخ الفقرة' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.versions').waitFor();
    expect(await page.locator('.versions li:not(.gap)').count()).toBeGreaterThan(4);
    expect(await page.locator('.versions .gap', { hasText: '2009' }).count()).toBe(1);
    expect(await page.locator('.versions ins').count()).toBeGreaterThan(0);
    expect(await page.locator('.template .slot').count()).toBeGreaterThan(1);
  });

  test('recurring phrases of a report: each with the reports that have it', async () => {
    const page = await at(`/?page=recurring&id=${report(2010)}&min_reports=8`);
    await page.locator('.phrases-list').waitFor();
    expect(await page.locator('.phrases-list > li').first().locator('.stands').count()).toBe(8);
    expect(await page.locator('.phrases-list > li').first().locator('.unknown').count()).toBe(1);
  });

  test('a meeting without a report is listed as missing', async () => {
    const page = await at('/?page=reports', { language: 'en' });
    const missing = page.locator('.catalogue .missing', { hasText: '2009' });
    expect(await missing.textContent()).toContain('missing');
    await page.locator('.catalogue > li', { hasText: '2016' }).getByText('Compare with').click();
    await page.locator('.sides').waitFor();
    expect(new URL(page.url()).searchParams.get('base')).toBe(report(2014));
  });

  test('changing the language keeps the place, and the choice persists', async () => {
    const page = await at(compared);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByRole('button', { name: 'English' }).click();
    // While the page reloads, there is no root element for a moment: a locator waits for one.
    await page.locator('html[dir="ltr"]').waitFor({ state: 'attached' });
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('.sides').waitFor();
    expect(await page.locator('.sides').getAttribute('dir')).toBe('rtl');
    await page.reload();
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
  });

  test('a refusal of the API is shown in its own words', async () => {
    refused = true;
    const page = await at('/?page=report&id=no-such-report', { language: 'en' });
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain('no-such-report');
    await page.goto(`${suite.site().url}/?q=${encodeURIComponent('"؟!"')}`);
    await alert.waitFor();
    expect((await alert.textContent())!.length).toBeGreaterThan(20);
  });

  test('text typed before the series are loaded is kept', async () => {
    current = await suite.visit({ language: 'en' });
    const { page } = current;
    let answer = () => {};
    const asked = new Promise<void>((done) => {
      page.route('**/v1/series**', async (route) => {
        const response = await route.fetch();
        done();
        await new Promise<void>((go) => {
          answer = go;
        });
        await route.fulfill({ response });
      });
    });
    await page.goto(`${suite.site().url}/?page=search&series=shared-rivers`);
    const field = page.locator('input[name="q"]');
    await field.fill('المياه');
    await asked;
    answer();
    await page.waitForLoadState('networkidle');
    expect(await field.inputValue()).toBe('المياه');
  });

  test('a lost server is reported, and a retry continues', async () => {
    const page = await at('/', { language: 'en' });
    await page.route('**/v1/search**', (route) => route.abort());
    await page.locator('input[name="q"]').fill('المياه');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.textContent()).toContain('does not answer');
    await page.unroute('**/v1/search**');
    await alert.getByRole('button').click();
    await page.locator('.hits mark').first().waitFor();
    const { errors } = current!;
    errors.splice(0, errors.length, ...errors.filter((text) => !text.includes('net::ERR_FAILED')));
  });

  test('nothing is wider than a narrow screen', async () => {
    const paths = ['/', `/?q=${encodeURIComponent('المياه')}`, '/?page=reports', compared];
    const more = ['report', 'novelty', 'recurring'].map((name) => `/?page=${name}&id=${report(2022)}`);
    const page = await at('/', { width: 390 });
    for (const path of [...paths, ...more]) {
      await current!.open(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});
