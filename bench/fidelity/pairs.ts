/**
 * Reports in several formats, with their truth: the private rendered pairs, or constructed reports, which LibreOffice and
 * Chromium print once for each state of the sources. A report is `ID.truth.json`, `ID.docx` and so on in one folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderDocx } from '../../scripts/samples/docx.ts';
import { renderHtml } from '../../scripts/samples/html.ts';
import { plainText, type SourceReport } from '../../scripts/samples/source.ts';
import { findChromium, launch } from '../../test/browser/chromium.ts';
import { once } from '../../test/once.ts';
import { onConstructed, privateData } from '../data.ts';
import { constructedReports, truthBlocks } from './constructed.ts';
import { convert, hasOffice, pdf } from './office.ts';
import { tagged } from './print.ts';
import type { TruthBlock } from './score.ts';

/** File endings, in the order of the tables. */
export const pairFormats = ['html', 'docx', 'odt', 'doc', 'pdf', 'chrome.pdf'] as const;

export interface Pair {
  id: string;
  title: string;
  symbol: string;
  font: string;
  blocks: TruthBlock[];
}

export interface Pairs {
  /** What a table of figures gives as its data. */
  data: string;
  folder: string;
  all: Pair[];
  /** A report's file; null if there is none, because the program that writes it is not installed or writes it wrongly. */
  file(id: string, ending: string): string | null;
  /** The files of all reports that have this one. */
  files(ending: string): string[];
}

const fonts = ['Noto Naskh Arabic', 'Amiri'];
/** Everything that the files are made from. */
const sources = [
  'bench/fidelity',
  'scripts/corpus',
  'scripts/samples',
  'samples/source',
  'config/lexicon/words.tsv',
];

export async function renderedPairs(): Promise<Pairs> {
  const folder = onConstructed ? await printed() : join(privateData, 'rendered-pairs');
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.truth.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Pair);
  const file = (id: string, ending: string) => {
    const path = join(folder, `${id}.${ending}`);
    return existsSync(path) ? path : null;
  };
  const data = onConstructed
    ? `${all.length} constructed reports (the samples and reports of scripts/corpus), printed here${missingFonts()}`
    : `${all.length} rendered pairs of federal texts`;
  return { data, folder, all, file, files: (ending) => all.flatMap(({ id }) => file(id, ending) ?? []) };
}

/** Makes the files of all constructed reports, as far as the programs are installed. */
async function printed(): Promise<string> {
  const [office, chromium] = [hasOffice(), findChromium()];
  const programs = [office ? 'office' : '', chromium ? 'chromium' : ''].filter(Boolean);
  return once(['pairs', ...programs].join('-'), sources, async (folder) => {
    const reports = constructedReports().map((source, i) => pairOf(source, fonts[(i >> 1) % fonts.length]!));
    for (const { pair, source } of reports) {
      const html = renderHtml(source, pair.font);
      writeFileSync(join(folder, `${pair.id}.truth.json`), JSON.stringify(pair));
      writeFileSync(join(folder, `${pair.id}.html`), html);
      writeFileSync(join(folder, `${pair.id}.docx`), await renderDocx(source, pair.font));
    }
    const files = (ending: string) => reports.map(({ pair }) => join(folder, `${pair.id}.${ending}`));
    if (office) {
      for (const format of ['odt', pdf(false)]) convert(files('docx'), format, folder);
      // In a .doc, LibreOffice gives the first two paragraphs of an automatic list the same number.
      const typed = files('docx').filter((_, i) => reports[i]!.source.format === 'docx');
      convert(typed, 'doc', folder);
    }
    if (!chromium) return;
    const browser = await launch(chromium);
    try {
      const tab = await browser.newPage();
      for (const { pair, source } of reports) {
        await tab.setContent(renderHtml(source, pair.font));
        await tab.pdf({ ...tagged, path: join(folder, `${pair.id}.chrome.pdf`) });
      }
    } finally {
      await browser.close();
    }
  });
}

function pairOf(source: SourceReport, font: string): { pair: Pair; source: SourceReport } {
  const { symbol } = source;
  const title = plainText(source, source.blocks[0]!);
  const id = symbol.replace(/[^A-Za-z0-9.]+/gu, '-');
  return { pair: { id, title, symbol, font, blocks: truthBlocks(source) }, source };
}

/** Without the font, pages look different; only a system with fontconfig tells which fonts it has. */
function missingFonts(): string {
  const { stdout } = spawnSync('fc-list', [':', 'family'], { encoding: 'utf8' });
  const missing = stdout ? fonts.filter((font) => !stdout.includes(font)) : [];
  return missing.length > 0 ? `; not installed and replaced by another font: ${missing.join(', ')}` : '';
}
