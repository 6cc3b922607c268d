/**
 * What thresholds are measured on: files with a known truth (our samples, the rendered pairs, the seed report), texts
 * damaged on purpose, and files for which only changes can be detected.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadReports, plainText, prefix } from '../../scripts/samples/source.ts';
import { findLayers } from '../../src/ingest/readers/text/layers.ts';
import { looksVisual } from '../../src/ingest/repair/index.ts';
import { cleanTexts } from '../doubt/texts.ts';
import type { TruthBlock } from '../fidelity/score.ts';
import { damage } from '../repair-damage.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

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

export function inputs(): Input[] {
  return [...samples(), ...pairs(), ...seed(), ...others()];
}

function samples(): Input[] {
  return loadReports().map((source) => {
    const blocks = source.blocks
      .filter(({ kind }) => kind !== 'title')
      .map((block): TruthBlock => {
        const text = plainText(source, block);
        const number = block.number ?? (block.kind === 'footnote' ? Number(block.label) : null);
        return { kind: block.kind, number, text: labelled(block.kind, block.label, text) };
      });
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

/** As outcomes write it: the label of headings and items is part of the text. */
const labelled = (kind: string, label: string | undefined, text: string) =>
  label !== undefined && kind !== 'footnote' && kind !== 'paragraph' ? `${label} ${text}` : text;

function pairs(): Input[] {
  const folder = `${shared}data/rendered-pairs/`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:pdf|docx?|odt|html)$/u.test(name))
    .map((name) => {
      const { blocks, title, symbol } = JSON.parse(
        readFileSync(`${folder}${name.split('.')[0]}.truth.json`, 'utf8'),
      ) as { blocks: TruthBlock[]; title: string; symbol: string };
      const words = blocks.map(({ text }) => text).join('\n');
      return {
        name: `pairs/${name}`,
        file: name,
        bytes: readFileSync(folder + name),
        truth: { blocks, words, metadata: { symbol, title } },
      };
    });
}

function seed(): Input[] {
  const file = 'A-CONF.192-MGE-2011-1.ar.txt';
  const path = `${shared}data/seed-report/${file}`;
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const { logical } = findLayers(bytes.toString('utf8').split('\n'), looksVisual);
  const words = logical.join('\n');
  return [
    { name: 'seed visual', file, bytes, layer: 'visual', truth: { blocks: null, words, metadata: {} } },
    { name: 'seed', file, bytes, truth: { blocks: null, words, metadata: {} } },
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
  if (!existsSync(`${shared}data`)) return own;
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
