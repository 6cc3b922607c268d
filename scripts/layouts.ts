/**
 * Makes the pages of known layout in `test/ingest/pdf/files/layouts` from the samples' texts, with a description of
 * their content: `npx tsx scripts/layouts.ts`. It needs Chromium and LibreOffice; the pages are committed, because few
 * people have both.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { englishTexts } from '../bench/fidelity/english.ts';
import { layoutPage, layoutsOf } from '../bench/fidelity/layout-pages.ts';
import { fileOf, printByChromium, printByOffice } from '../bench/fidelity/print.ts';
import { findChromium } from '../test/browser/chromium.ts';
import { loadReports, plainText } from './samples/source.ts';

const folder = fileURLToPath(new URL('../test/ingest/pdf/files/layouts/', import.meta.url));
const wanted = [
  ['2 columns justified, indents, rule between', 'chromium'],
  ['2 columns ragged, Noto Naskh Arabic 12', 'writer'],
  ['3 columns justified, Noto Naskh Arabic 10', 'writer'],
  ['bilingual, paragraph by paragraph', 'chromium'],
  ['bilingual, each on its own, rule between', 'writer'],
  ['table of 3, rules all', 'chromium'],
  ['table of 2, rules across, narrow', 'writer'],
  ['table of 3, rules none', 'chromium'],
] as const;

const texts = loadReports()
  .slice(0, 3)
  .flatMap((report) =>
    report.blocks
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .map((block) => plainText(report, block)),
  )
  .slice(0, 60);
const scratch = mkdtempSync(join(tmpdir(), 'layouts-'));
try {
  const truth: Record<string, unknown> = {};
  for (const [name, program] of wanted) {
    const layout = layoutsOf().find((one) => one.name === name)!.layout;
    const page = layoutPage(name, layout, 'تقرير عن الآبار والينابيع', texts, englishTexts(24));
    if (program === 'chromium') await printByChromium([page], scratch, findChromium()!);
    else await printByOffice([page], scratch);
    const file = `${fileOf(name)}.${program}.pdf`;
    writeFileSync(join(folder, file), readFileSync(join(scratch, file)));
    truth[file] = { kind: layout.kind, blocks: page.blocks };
  }
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify(truth, null, 1)}\n`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
