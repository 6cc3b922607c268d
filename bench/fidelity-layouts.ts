/**
 * Pages with columns, two languages side by side and tables, read by their layout: word errors in sequence, and correct
 * blocks. Chromium and LibreOffice make them from the texts of the rendered pairs, without tags. `npx tsx
 * bench/fidelity-layouts.ts [WORD…] [--show] [--keep FOLDER]`: only layouts with these words in their names; pages are
 * kept in the folder and reused. What is not installed is skipped.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from 'arabic-normalizer';
import { parseReport } from '../src/ingest/index.ts';
import type { ParsedReport } from '../src/report/index.ts';
import { findChromium } from '../test/browser/chromium.ts';
import { englishTexts } from './fidelity/english.ts';
import { type LayoutPage, layoutPage, layoutsOf } from './fidelity/layout-pages.ts';
import { hasOffice } from './fidelity/office.ts';
import { type Pair, renderedPairs } from './fidelity/pairs.ts';
import { fileOf, printByChromium, printByOffice } from './fidelity/print.ts';
import { layoutScore } from './fidelity/score.ts';

const args = process.argv.slice(2);
const show = args.includes('--show');
const keep = args.includes('--keep') ? args[args.indexOf('--keep') + 1]! : null;
const asked = args.filter((arg) => !arg.startsWith('--') && arg !== keep);
/** Texts from which every layout is made. */
const documents = 4;

interface Text {
  id: string;
  title: string;
  texts: string[];
}

const textsOf = (pairs: readonly Pair[]): Text[] =>
  pairs
    .map(({ id, title, blocks }) => {
      const texts = blocks.filter(({ kind }) => kind !== 'footnote').map(({ text }) => text);
      return { id, title, texts };
    })
    .filter(({ texts }) => texts.length >= 40);

/** Different texts for different layouts; long ones are cut to a few pages. */
function pagesOf(all: readonly Text[]): LayoutPage[] {
  const english = englishTexts(24);
  return layoutsOf().flatMap(({ name, layout }, l) =>
    Array.from({ length: documents }, (_, i) => {
      const { id, title, texts } = all[(l * 5 + i * 3) % all.length]!;
      return layoutPage(`${name}|${id}`, layout, title, texts.slice(0, 120), english);
    }),
  );
}

interface Sum {
  errors: number;
  words: number;
  right: number;
  total: number;
}
const none = (): Sum => ({ errors: 0, words: 0, right: 0, total: 0 });

const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
const line = (name: string, { errors, words, right, total }: Sum) =>
  `${name.padEnd(56)} words wrong ${share(errors, words)} of ${words}   blocks right ${share(right, total)} of ${total}`;

/** Blocks of the truth that were not read (-), and read blocks that are not in the truth (+), in any position. */
function differences(blocks: LayoutPage['blocks'], { paragraphs }: ParsedReport): string[] {
  const key = (kind: string, text: string) =>
    `${kind === 'table' ? 'table' : 'text'}: ${words(text, 'folded').join(' ')}`;
  const truth = blocks.map(({ kind, text }) => key(kind, text));
  const read = paragraphs.map(({ kind, label, text }) => key(kind, `${label ?? ''} ${text}`));
  const only = (own: readonly string[], other: readonly string[]) =>
    own.filter((text) => !other.includes(text));
  return [
    ...only(truth, read).map((text) => `   - ${text}`),
    ...only(read, truth).map((text) => `   + ${text}`),
  ];
}

async function score(pages: readonly LayoutPage[], program: string, scratch: string): Promise<void> {
  const sums = new Map<string, Sum>();
  for (const { name, layout, blocks } of pages) {
    const file = `${fileOf(name)}.${program}.pdf`;
    const parsed = await parseReport(readFileSync(join(scratch, file)), { file });
    const found = layoutScore(blocks, parsed, layout.kind);
    if (show && found.wrong.length > 0) {
      console.log(`-- ${file}: ${found.errors} words, ${found.wrong.length} blocks wrong`);
      for (const one of differences(blocks, parsed)) console.log(one);
    }
    for (const key of [name.split('|')[0]!, `all: ${layout.kind}`]) {
      const sum = sums.get(key) ?? none();
      sums.set(key, sum);
      sum.errors += found.errors;
      sum.words += found.words;
      sum.right += found.right;
      sum.total += found.total;
    }
  }
  for (const [name, sum] of sums) console.log(line(`${program}: ${name}`, sum));
}

const { data, all } = await renderedPairs();
console.log(`data: ${data}`);
const scratch = keep ?? mkdtempSync(join(tmpdir(), 'siyagha-layouts-'));
mkdirSync(scratch, { recursive: true });
try {
  const pages = pagesOf(textsOf(all)).filter(({ name }) => asked.every((word) => name.includes(word)));
  const chromium = findChromium();
  if (chromium) {
    await printByChromium(pages, scratch, chromium);
    await score(pages, 'chromium', scratch);
  } else console.log('skipped: Chromium is not installed');
  if (hasOffice()) {
    await printByOffice(pages, scratch);
    await score(pages, 'writer', scratch);
  } else console.log('skipped: LibreOffice is not installed');
} finally {
  if (!keep) rmSync(scratch, { recursive: true, force: true });
}
