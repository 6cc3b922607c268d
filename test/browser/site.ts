/** A served collection, and visits to it in a browser that record what went wrong on the page. */
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { serve } from '../../src/api/index.ts';
import { builtDashboard } from '../built.ts';
import type { Opened } from '../collection/sample-collection.ts';

export interface Site {
  url: string;
  close(): Promise<void>;
}

export async function serveCollection(opened: Opened): Promise<Site> {
  const options = { ...opened, log: pino({ level: 'silent' }), dashboard: await builtDashboard() };
  const server = await serve(options, { port: 0, host: '127.0.0.1' });
  return {
    url: server.url,
    async close() {
      await server.close();
      await opened.close();
    },
  };
}

export interface Visit {
  page: Page;
  /** Goes to a path and waits until everything is loaded. */
  open(path: string): Promise<void>;
  /** Errors on the console and exceptions, in order. */
  errors: string[];
  /** Addresses requested from any other host. */
  elsewhere: string[];
  close(): Promise<void>;
}

export async function visit(
  browser: Browser,
  site: Site,
  options: { language?: 'ar' | 'en'; width?: number } = {},
): Promise<Visit> {
  const locale = options.language === 'en' ? 'en-GB' : 'ar';
  const context = await browser.newContext({
    locale,
    viewport: { width: options.width ?? 1280, height: 900 },
  });
  const page = await context.newPage();
  const errors: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== site.url) elsewhere.push(request.url());
  });
  return {
    page,
    errors,
    elsewhere,
    async open(path) {
      await page.goto(`${site.url}${path}`);
      await page.waitForFunction(
        () =>
          document.querySelector('main')?.hasChildNodes() &&
          document.querySelector('.loading, [aria-busy="true"]') === null,
      );
    },
    close: () => context.close(),
  };
}
