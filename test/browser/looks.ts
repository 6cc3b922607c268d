/** Finds what is wrong with how a page looks: checks that run inside it, each naming what it found. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core calls serious or critical. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      id: string;
      impact: string;
      nodes: { html: string; failureSummary: string }[];
    }
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary.slice(0, 300)}`),
      );
  });
}

/** How far the page scrolls sideways, in CSS pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/** Texts that overflow the box they belong to, unless they are cut off or can be scrolled. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || !parent || parent.closest('script, style, option, svg, dialog:not([open])'))
        continue;
      let box: HTMLElement | null = parent;
      while (box && getComputedStyle(box).display.startsWith('inline')) box = box.parentElement;
      if (!box || box.closest('.unseen, .skip')) continue;
      let cut = false;
      for (
        let above: HTMLElement | null = parent;
        above && above !== document.body;
        above = above.parentElement
      ) {
        if (getComputedStyle(above).overflowX !== 'visible') cut = true;
      }
      if (cut) continue;
      const edge = box.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (line.width > 0 && (line.left < edge.left - 1.5 || line.right > edge.right + 1.5)) {
          found.push(`"${text.slice(0, 60)}" in <${box.tagName.toLowerCase()} class="${box.className}">`);
          break;
        }
      }
    }
    return found;
  });

/** Words of the interface in the other language; text from reports is isolated, and so left out. */
export const foreign = (page: Page, language: 'ar' | 'en'): Promise<string[]> =>
  page.evaluate((here) => {
    const other = here === 'ar' ? /\p{Script=Latin}{2,}/u : /\p{Script=Arabic}/u;
    const names = /^(CSV|HTML|SVG|PNG|BibTeX|RIS|Esc|Word|siyagha ingest PATH)$/;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (!other.test(text) || names.test(text) || !parent) continue;
      if (parent.closest('script, style, svg, bdi, .arabic, option, datalist, .report, .contents, kbd'))
        continue;
      const lang = parent.closest('[lang]')?.getAttribute('lang');
      if (lang !== here) continue;
      found.push(text.slice(0, 100));
    }
    return found;
  }, language);

/** Years, numbers and symbols that are broken over several lines. */
export const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.whole')]
      .filter((element) => element.getClientRects().length > 1)
      .map((element) => element.textContent ?? ''),
  );
