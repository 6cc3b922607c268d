/**
 * What a reader does on each screen, in both languages: with the keyboard, with the back button, and when the API
 * fails.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { cleanSamples, openSamples } from '../collection/sample-collection.ts';
import { sideways, violations } from './looks.ts';
import { screens } from './screens.ts';
import { serveCollection, type Visit } from './site.ts';
import { describeInChromium } from './suite.ts';

const languages = ['ar', 'en'] as const;
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

describeInChromium('journeys', 180_000, (suite) => {
  let current: Visit | undefined;
  afterEach(async () => {
    await current?.close();
    current = undefined;
  });

  async function at(path: string, language: 'ar' | 'en' = 'ar'): Promise<Page> {
    current = await suite.visit({ language });
    await current.open(path);
    return current.page;
  }

  test.each(languages)(
    'the series is detected and stays on every link; all series are an explicit choice: %s',
    async (language) => {
      const page = await at('/', language);
      expect(parameter(page, 'series')).toBe('shared-rivers');
      const links = await page
        .locator('nav a[href^="/?"]')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) expect(link).toContain('series=shared-rivers');
      await page.locator('.series-choice select').selectOption('*');
      await expect.poll(() => parameter(page, 'series')).toBe('*');
      await page.locator('nav a').first().click();
      await expect.poll(() => parameter(page, 'page')).toBe('search');
      expect(parameter(page, 'series')).toBe('*');
      await page.goBack();
      await page.goBack();
      await expect.poll(() => parameter(page, 'series')).toBe('shared-rivers');
    },
  );

  test.each(languages)(
    'the first screen: meetings present and missing, what is new, five questions: %s',
    async (language) => {
      const page = await at('/', language);
      await page.locator('.questions li').first().waitFor();
      expect(await page.locator('.timeline a.meeting').count()).toBe(8);
      expect(await page.locator('.timeline .meeting.missing').count()).toBe(2);
      expect(await page.locator('.questions li').count()).toBe(5);
      expect(await page.locator('.passages li').count()).toBeGreaterThan(0);
      // Each question has an answer.
      const hrefs = await page
        .locator('.questions a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
      for (const href of hrefs) {
        await current!.open(href);
        expect(await page.locator('.failure, .empty').count(), href).toBe(0);
      }
    },
  );

  test.each(languages)(
    'a report is picked by typing, without a mouse, and the back button undoes it: %s',
    async (language) => {
      const page = await at(screens.recurring!, language);
      const before = parameter(page, 'id');
      await page.locator('.picker input').focus();
      await page.keyboard.type('2014');
      await page.locator('.options [role="option"]').first().waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => parameter(page, 'id')).toBe('SRO-C.7-2014-9');
      await page.goBack();
      await expect.poll(() => parameter(page, 'id')).toBe(before);
    },
  );

  test.each(languages)("a paragraph's menu opens, cites and closes by keyboard: %s", async (language) => {
    const page = await at(screens.search!, language);
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: suite.site().url });
    const button = page.locator('.hits .menu-button').first();
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.menu .pair').waitFor();
    await page.getByRole('button', { name: 'BibTeX' }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^@techreport\{SRO-C\.7-/);
    await page.keyboard.press('Escape');
    await page.locator('.menu').waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test.each(languages)(
    'a line of the concordance opens its paragraph in place; the order is in the address: %s',
    async (language) => {
      const page = await at(screens.phrase!, language);
      const keyword = page.locator('.kwic button').nth(2);
      await keyword.focus();
      await page.keyboard.press('Enter');
      await page.locator('.kwic .opened mark').waitFor();
      await page.locator('section .choices select').first().selectOption('after2');
      await expect.poll(() => parameter(page, 'order')).toBe('after2');
      await page.goBack();
      await expect.poll(() => parameter(page, 'order')).toBe(null);
    },
  );

  test('on a phone the context is next to its keyword', async () => {
    current = await suite.visit({ width: 320 });
    await current.open(screens.phrase!);
    const boxes = await current.page
      .locator('.kwic > li')
      .nth(3)
      .evaluate((line) =>
        ['.before', 'mark', '.after'].map((part) => {
          const { left, right, top } = line.querySelector(part)!.getBoundingClientRect();
          return { left, right, top };
        }),
      );
    const [before, mark, after] = boxes;
    expect(before!.left).toBeGreaterThanOrEqual(mark!.right - 1);
    expect(mark!.left).toBeGreaterThanOrEqual(after!.right - 1);
  });

  test.each(languages)(
    'trends: a phrase is added, a point opens its places, the chart is saved with its legend: %s',
    async (language) => {
      const page = await at(`/?page=trends&q=${encodeURIComponent('"الدول المشاطئة"')}`, language);
      await page.locator('.plot svg a').first().waitFor();
      await page.locator('input[name="other"]').fill('المياه الجوفية');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.phrases li').count()).toBe(2);
      await expect.poll(() => page.locator('.plot svg a').count()).toBe(16);
      const saved = page.waitForEvent('download');
      await page.locator('.trends').getByRole('button', { name: 'SVG' }).click();
      const text = readFileSync(await (await saved).path(), 'utf8');
      for (const part of ['الدول المشاطئة', 'المياه الجوفية', suite.site().url, '@font-face'])
        expect(text).toContain(part);
      const picture = page.waitForEvent('download');
      await page.locator('.trends').getByRole('button', { name: 'PNG' }).click();
      const bytes = readFileSync(await (await picture).path());
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      await page.locator('.plot svg a').first().click();
      await page.locator('.kwic').waitFor();
      expect(parameter(page, 'year_from')).toBe(parameter(page, 'year_to'));
      await page.goBack();
      await page.locator('.plot svg a').first().waitFor();
    },
  );

  test.each(languages)(
    'threads: what replaced a statement that is gone; gaps are folded: %s',
    async (language) => {
      const page = await at(screens.threads!, language);
      const card = page.locator('.thread').first();
      expect(await card.locator('.strip .stands').count()).toBe(2);
      expect(await card.locator('.strip .unknown').count()).toBe(1);
      expect(await card.locator('.gone ins').count()).toBeGreaterThan(0);
      const gap = card.locator('.versions .gap details');
      expect(await gap.getAttribute('open')).toBe(null);
      await gap.locator('summary').focus();
      await page.keyboard.press('Enter');
      await gap.locator('ins').first().waitFor();
      expect(await gap.locator('.arabic').count()).toBe(6);
    },
  );

  test('a cell of the matrix opens its place, a reference its citations', async () => {
    const page = await at(screens.matrix!);
    await page.locator('.matrix tbody .stands').first().click();
    await page.locator('.report .here, .kwic').first().waitFor();
    await current!.open(screens.references!);
    await page.locator('.references tbody a').first().click();
    await expect.poll(() => page.locator('.hits > li').count()).toBe(8);
  });

  test('a dropped formula was in the previous reports and is not in this one', async () => {
    const page = await at(screens.dropped!);
    const cells = page.locator('.phrases-list > li').first().locator('.strip li');
    expect(await cells.last().locator('.absent').count()).toBe(1);
    expect(
      await cells
        .nth((await cells.count()) - 2)
        .locator('.stands')
        .count(),
    ).toBe(1);
  });

  test.each(languages)(
    'the keyboard shortcuts are listed, and a query is saved and restored: %s',
    async (language) => {
      const page = await at(screens.search!, language);
      await page.locator('main').focus();
      await page.keyboard.press('?');
      await page.locator('dialog[open] kbd').first().waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('q');
      await page.locator('.star').click();
      await current!.open('/?page=search');
      await page.locator('.kept a').first().click();
      await expect.poll(() => parameter(page, 'q')).toBe('المياه الجوفية');
      expect(await page.locator('.star').getAttribute('aria-pressed')).toBe('true');
    },
  );

  const asked = {
    home: 'series',
    search: 'search',
    phrase: 'phrases',
    trends: 'trends',
    threads: 'threads',
    recurring: 'reports/*/recurring',
    references: 'references',
    reports: 'reports',
  } as const;
  test.each(Object.entries(asked).map(([name, path], i) => [name, path, languages[i % 2]!] as const))(
    '%s: a failing API is reported in the reader’s language, and a retry continues',
    async (name, path, language) => {
      current = await suite.visit({ language });
      const { page } = current;
      const pattern = `**/v1/${path}?**`;
      await page.route(pattern, (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'urn:siyagha:problem:busy', status: 503, detail: 'Busy.' }),
        }),
      );
      await page.goto(
        `${suite.site().url}${screens[name]}${screens[name] === '/' ? '?' : '&'}series=shared-rivers`,
      );
      const failure = page.locator('main .failure').first();
      await failure.waitFor();
      const text = (await failure.textContent()) ?? '';
      expect(/\p{Script=Arabic}/u.test(text)).toBe(language === 'ar');
      await page.unroute(pattern);
      await failure.getByRole('button').click();
      await failure.waitFor({ state: 'detached' });
    },
  );

  test('without a network it says so, and it continues when there is one', async () => {
    const page = await at('/?page=search&series=shared-rivers');
    // The screen is fetched when it is first shown.
    await page.locator('[name="q"]').waitFor();
    await page.context().setOffline(true);
    await page.locator('.offline').waitFor();
    await page.locator('[name="q"]').fill('المياه');
    await page.keyboard.press('Enter');
    await page.locator('main .failure').first().waitFor();
    await page.context().setOffline(false);
    await page.locator('.hits mark').first().waitFor();
  });

  test('the first screen fetches at most 80 kB of script, gzipped', async () => {
    current = await suite.visit();
    const scripts: Promise<Buffer>[] = [];
    current.page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.body());
    });
    await current.open('/');
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(80_000);
  });

  test('of five thousand reports only the visible ones are drawn, and typing finds any', async () => {
    current = await suite.visit({ language: 'en' });
    const { page } = current;
    const answer = await (await fetch(`${suite.site().url}/v1/reports?limit=1`)).json();
    const items = Array.from({ length: 5000 }, (_, i) => ({
      ...answer.items[0],
      id: `R-${i}`,
      symbol: `R/${i}`,
      title: `تقرير رقم ${i}`,
      series: null,
      year: 1900 + (i % 120),
    }));
    await page.route('**/v1/reports?**', (route) => {
      const query = new URL(route.request().url()).searchParams;
      const offset = Number(query.get('offset') ?? 0);
      const limit = Number(query.get('limit') ?? 20);
      return route.fulfill({
        json: { total: items.length, limit, offset, items: items.slice(offset, offset + limit) },
      });
    });
    await current.open('/?page=reports&series=*');
    await page.locator('.catalogue > li').first().waitFor();
    expect(await page.locator('.catalogue > li').count()).toBeLessThan(1000);
    await page.locator('[name="q"]').fill('R/4321');
    await expect.poll(() => page.locator('.catalogue > li').count()).toBe(1);
  });

  test('a report is added to a new series by typing its name, and is listed under it', async () => {
    const key = 'a-key-of-enough-letters';
    const own = await serveCollection(
      await openSamples({ SIYAGHA_ADMIN_KEY: key }, cleanSamples.slice(0, 1)),
    );
    try {
      current = await suite.visit({}, own);
      const { page } = current;
      await current.open('/?page=reports&series=*');
      await page.locator('.admin summary').click();
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violations(page)).toEqual([]);
        expect(await sideways(page)).toBe(0);
      }
      await page.locator('[name="key"]').fill(key);
      await page
        .locator('[type="file"]')
        .setInputFiles([
          { name: 'second.txt', mimeType: 'text/plain', buffer: readFileSync(cleanSamples[1]!) },
        ]);
      await page.locator('[name="series"]').fill('سلسلة جديدة');
      await page.locator('.admin .primary').click();
      await page.getByRole('heading', { name: 'سلسلة جديدة' }).waitFor({ timeout: 60_000 });
    } finally {
      await current?.close();
      current = undefined;
      await own.close();
    }
  });

  test('reports are added and removed with the admin key, and failures are reported in the reader’s language', async () => {
    const key = 'a-key-of-enough-letters';
    const own = await serveCollection(
      await openSamples({ SIYAGHA_ADMIN_KEY: key }, cleanSamples.slice(0, 2)),
    );
    try {
      current = await suite.visit({}, own);
      const { page } = current;
      await current.open('/?page=reports');
      const here = page.locator('.catalogue > li:not(.missing)');
      expect(await here.count()).toBe(2);
      await page.locator('.admin summary').click();
      await page.locator('[name="key"]').fill(key);
      await page.locator('[type="file"]').setInputFiles([
        { name: 'third.txt', mimeType: 'text/plain', buffer: readFileSync(cleanSamples[2]!) },
        { name: 'x.docx', mimeType: 'application/x', buffer: Buffer.from('no') },
      ]);
      await page.locator('.admin .primary').click();
      await expect.poll(() => here.count(), { timeout: 60_000 }).toBe(3);
      expect(await page.locator('.sent > li').first().textContent()).toContain('أُضيف');
      await page.locator('.sent .warn').first().waitFor();
      expect(await page.locator('.sent .warn').first().textContent()).toMatch(/^[^A-Za-z]+$/);
      await here.last().getByRole('button', { name: 'حذف' }).click();
      await page.locator('dialog[open]').getByRole('button', { name: 'حذف' }).click();
      await expect.poll(() => here.count(), { timeout: 60_000 }).toBe(2);
    } finally {
      await current?.close();
      current = undefined;
      await own.close();
    }
  });
});
