/**
 * How pages are printed. Pages of known layout are printed with Chromium and LibreOffice, without tags; a page that exists
 * is not printed again.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../test/browser/chromium.ts';
import type { LayoutPage } from './layout-pages.ts';
import { convert, pdf } from './office.ts';

const margin = '1cm';
/** How Chromium prints a page that gives no size or margins of its own. */
export const tagged = {
  format: 'A4',
  margin: { top: margin, right: margin, bottom: margin, left: margin },
  tagged: true,
};

export const fileOf = (name: string) => name.replace(/[^\p{L}\p{N}|.-]+/gu, '-').replace('|', '_');

export async function printByChromium(
  pages: readonly LayoutPage[],
  scratch: string,
  chromium: string,
): Promise<void> {
  const browser = await launch(chromium);
  try {
    const tab = await browser.newPage();
    for (const { name, html } of pages) {
      const path = join(scratch, `${fileOf(name)}.chromium.pdf`);
      if (existsSync(path)) continue;
      await tab.setContent(html);
      await tab.pdf({ path, preferCSSPageSize: true, tagged: false });
    }
  } finally {
    await browser.close();
  }
}

export async function printByOffice(pages: readonly LayoutPage[], scratch: string): Promise<void> {
  const sources: string[] = [];
  for (const { name, docx } of pages) {
    const source = join(scratch, `${fileOf(name)}.writer.docx`);
    if (existsSync(source.replace(/docx$/u, 'pdf'))) continue;
    writeFileSync(source, await docx);
    sources.push(source);
  }
  if (sources.length === 0) return;
  convert(sources, pdf(false), scratch);
}
