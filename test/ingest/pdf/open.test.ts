/** What is skipped when a PDF is opened: nothing is drawn, so no glyph outlines are built. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openPdf } from '../../../src/ingest/readers/pdf/open/open.ts';

it('no glyph outlines are built', async () => {
  const bytes = new Uint8Array(readFileSync(new URL('files/naskh.chromium.pdf', import.meta.url)));
  const { doc, close } = await openPdf(bytes, 'naskh.chromium.pdf');
  try {
    const page = await doc.getPage(1);
    await page.getOperatorList();
    const names = [...(page.commonObjs as unknown as Iterable<[string, unknown]>)].map(([name]) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => name.includes('_path_'))).toEqual([]);
  } finally {
    await close();
  }
});
