/** Test suites in Chromium over a served collection; skipped, with a message, if there is no Chromium. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type Opened, openSamples } from '../collection/sample-collection.ts';
import { findChromium, launch } from './chromium.ts';
import { type Site, serveCollection, type Visit, visit } from './site.ts';

const executable = findChromium();
if (executable === null) console.info('skipped: no Chromium (set CHROMIUM_PATH, or put chromium on PATH)');

export type VisitOptions = Parameters<typeof visit>[2];

export interface Suite {
  site(): Site;
  /** `to`: another site than the suite's. */
  visit(options?: VisitOptions, to?: Site): Promise<Visit>;
  /** A visit that ends by checking that nothing failed on the page and nothing was requested from elsewhere. */
  at(
    path: string,
    act: (page: Page, current: Visit) => Promise<void>,
    options?: VisitOptions & { expected?: RegExp },
  ): Promise<void>;
}

/** @param open the collection that is served */
export function describeInChromium(
  name: string,
  timeout: number,
  tests: (suite: Suite) => void,
  open: () => Promise<Opened> = openSamples,
): void {
  describe.skipIf(executable === null)(name, { timeout }, () => {
    let browser: Browser;
    let site: Site;
    beforeAll(async () => {
      site = await serveCollection(await open());
      browser = await launch(executable!);
    }, 240_000);
    afterAll(async () => {
      await browser?.close();
      await site?.close();
    });
    tests({
      site: () => site,
      visit: (options, to = site) => visit(browser, to, options),
      async at(path, act, options = {}) {
        const current = await visit(browser, site, options);
        try {
          await current.open(path);
          await act(current.page, current);
          expect(current.errors.filter((text) => !options.expected?.test(text))).toEqual([]);
          expect(current.elsewhere).toEqual([]);
        } finally {
          await current.close();
        }
      },
    });
  });
}
