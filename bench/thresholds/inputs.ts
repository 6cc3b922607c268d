/**
 * What thresholds are measured on: files with a known truth (our samples, rendered pairs, the seed report), texts
 * damaged on purpose, and files for which only changes can be counted.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadReports, plainText, prefix } from '../../scripts/samples/source.ts';
import { damagedReport } from '../damaged-report.ts';
import { onConstructed, privateData } from '../data.ts';
import { cleanTexts } from '../doubt/texts.ts';
import { truthBlocks } from '../fidelity/constructed.ts';
import { pairFormats, renderedPairs } from '../fidelity/pairs.ts';
import type { TruthBlock } from '../fidelity/score.ts';
import { damage } from '../repair-damage.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = join(privateData, '../');

/** What a table of figures gives as its data. */
export const dataOfInputs = onConstructed
  ? 'the samples and constructed reports (scripts/corpus)'
  : 'the samples, rendered pairs of federal texts, the seed report and third-party files';

export interface Truth {
  /** Blocks without the title; null if only the words are known. */
  blocks: TruthBlock[] | null;
  words: string;
  /** The known metadata. */
  metadata: Readonly<Record<string, unknown>>;
}

export interface Input {
  name: string;
  file: string;
  bytes: Buffer;
  layer?: 'visual' | 'logical';
  truth: Truth | null;
}

/** A text damaged on purpose, as clean paragraphs and as a layer. */
export interface Damaged {
  name: string;
  paragraphs: string[];
  layer: string;
  forms?: import('../../src/ingest/repair/evidence-file.ts').Forms;
}

export async function inputs(): Promise<Input[]> {
  return [...samples(), ...(await pairs()), ...damaged(), ...(onConstructed ? [] : others())];
}

function samples(): Input[] {
  return loadReports().map((source) => {
    const blocks = truthBlocks(source);
    const title = source.blocks.find(({ kind }) => kind === 'title')!;
    const { symbol, date, year } = source;
    return {
      name: `samples/${source.file}`,
      file: source.file,
      bytes: readFileSync(`${root}samples/reports/${source.file}`),
      truth: {
        blocks,
        words: blocks.map(({ text }) => text).join('\n'),
        metadata: { symbol, title: plainText(source, title), date, year },
      },
    };
  });
}

async function pairs(): Promise<Input[]> {
  const { all, file } = await renderedPairs();
  return all.flatMap(({ id, blocks, title, symbol }) => {
    const words = blocks.map(({ text }) => text).join('\n');
    return pairFormats
      .flatMap((ending) => file(id, ending) ?? [])
      .map((path) => ({
        name: `pairs/${basename(path)}`,
        file: basename(path),
        bytes: readFileSync(path),
        truth: { blocks, words, metadata: { symbol, title } },
      }));
  });
}

/** A report with a damaged layer, read with and without being told which layer; the damaged sample is among the samples. */
function damaged(): Input[] {
  if (onConstructed) return [];
  const { name, file, damaged: bytes, cleanLines } = damagedReport();
  const truth = { blocks: null, words: cleanLines.join('\n'), metadata: {} };
  return [
    { name: `${name}, visual`, file, bytes, layer: 'visual', truth },
    { name, file, bytes, truth },
  ];
}

/** Files without a truth, few enough to keep a run short. */
function others(): Input[] {
  const folders: [string, RegExp, number][] = [
    ['cases/ingest', /(?<!24-[^/]*)\/[^/]*\.(?:pdf|docx?|html|txt)$/u, 100],
    ['data/pdfs', /\.pdf$/u, 20],
    ['data/egypt-gazette', /\.pdf$/u, 20],
    ['data/damage-pairs', /\.(?:txt|md)$/u, 10],
    ['data/un-instruments-ar', /\.txt$/u, 15],
    ['data/uae-decrees/text', /\.txt$/u, 250],
    ['data/bank-al-maghrib-annual', /\.txt$/u, 6],
  ];
  return folders.flatMap(([folder, pattern, most]) => {
    const all = filesUnder(join(shared, folder)).filter((path) => pattern.test(path));
    // At regular intervals, because neighbours are of one year or kind.
    const step = Math.max(1, all.length / most);
    return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * step)]!).map(
      (path): Input => ({
        name: path.slice(shared.length),
        file: basename(path),
        bytes: path.endsWith('.txt') ? shortened(readFileSync(path)) : readFileSync(path),
        truth: null,
      }),
    );
  });
}

/** Long texts up to their last complete line within this many bytes. */
function shortened(bytes: Buffer, most = 150_000): Buffer {
  return bytes.length <= most ? bytes : bytes.subarray(0, bytes.lastIndexOf('\n', most));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Our own reports damaged, and some of the texts to which doubt was fitted: never those on which it is evaluated. */
export function damagedTexts(): Damaged[] {
  let number = 300;
  const make = (name: string, paragraphs: string[]) => ({
    name,
    paragraphs,
    layer: damage(paragraphs, { seed: number++ }),
  });
  const own = loadReports().map((source) =>
    make(
      `damaged ${source.symbol}`,
      source.blocks.map((block) =>
        [prefix(source, block), plainText(source, block)].filter(Boolean).join(' '),
      ),
    ),
  );
  const counts = new Map<string, number>();
  const tuned = cleanTexts().filter(({ name, set }) => {
    const source = name.split('/')[0]!;
    counts.set(source, (counts.get(source) ?? 0) + (set === 'tuned' ? 1 : 0));
    return set === 'tuned' && counts.get(source)! <= 5;
  });
  return [
    ...own,
    ...tuned.map(({ name, paragraphs, forms }) => ({
      ...make(name, paragraphs.slice(0, 40)),
      ...(forms ? { forms } : {}),
    })),
  ];
}
