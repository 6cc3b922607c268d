/**
 * A report with a damaged text layer and its clean text: the private seed report, which has both in one file, or the sample
 * of 2012.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseReport } from '../src/ingest/index.ts';
import { findLayers } from '../src/ingest/readers/text/layers.ts';
import { looksVisual } from '../src/ingest/repair/index.ts';
import { loadLexicon } from '../src/settings/index.ts';
import { onConstructed, privateData } from './data.ts';

export interface DamagedReport {
  name: string;
  /** Of a text file. */
  file: string;
  /** The same bytes if one file has both layers. */
  clean: Buffer;
  damaged: Buffer;
  cleanLines: string[];
  damagedLines: string[];
  /** A note, which is at the foot of the damaged page but after its paragraph in the clean text. */
  isNote: (text: string) => boolean;
  /** Whether the cover lines have the same order in both. */
  coverInOrder: boolean;
  /** Paragraphs of the other reports of its series, which help the program to read it. */
  siblings: () => Promise<string[]>;
}

const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const linesOf = (bytes: Buffer) => bytes.toString('utf8').split('\n');

export function sampleOf2012(): DamagedReport {
  const file = 'SRO-C.7-2012-9.txt';
  const [clean, damaged] = [`${samples}clean/${file}`, `${samples}reports/${file}`].map((path) =>
    readFileSync(path),
  ) as [Buffer, Buffer];
  return {
    name: 'sample of 2012',
    file,
    clean,
    damaged,
    cleanLines: linesOf(clean),
    damagedLines: linesOf(damaged),
    isNote: (text) => text.includes('أثر ضار ذو شأن'),
    coverInOrder: true,
    siblings: async () => {
      const others = readdirSync(`${samples}reports`).filter((name) => name !== file);
      const parsed = others.map((name) =>
        parseReport(readFileSync(`${samples}reports/${name}`), { file: name, lexicon: loadLexicon() }),
      );
      return (await Promise.all(parsed)).flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
    },
  };
}

export function damagedReport(): DamagedReport {
  if (onConstructed) return sampleOf2012();
  const file = 'A-CONF.192-MGE-2011-1.ar.txt';
  const bytes = readFileSync(`${privateData}seed-report/${file}`);
  const { logical, visual } = findLayers(linesOf(bytes), looksVisual);
  return {
    name: 'seed report',
    file,
    clean: bytes,
    damaged: bytes,
    cleanLines: logical.filter((line) => line.trim() !== ''),
    damagedLines: visual,
    isNote: () => false,
    coverInOrder: false,
    siblings: async () => [],
  };
}
