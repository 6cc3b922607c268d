/**
 * How true the PDF reader is: word error rate and blocks right in kind and number over the rendered pairs, words
 * known in the gazettes, pages a second. `npx tsx bench/fidelity-pdf.ts [--pairs DIR] [--verbose]`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokenize } from 'arabic-normalizer';
import type { Block } from '../src/ingest/document.ts';
import { readPdf } from '../src/ingest/readers/pdf/index.ts';

interface TruthBlock {
  kind: string;
  number: number | null;
  text: string;
}
interface Truth {
  id: string;
  title: string;
  blocks: TruthBlock[];
}

const verbose = process.argv.includes('--verbose');
const at = process.argv.indexOf('--pairs');
const folder = at > 0 ? process.argv[at + 1]! : '../shared/data/rendered-pairs';

export const words = (text: string): string[] => tokenize(text, 'folded').map((t) => t.text);

/** Least number of words put in, left out or replaced: Levenshtein, two rows. */
export function wordErrors(truth: readonly string[], read: readonly string[]): number {
  let before = Int32Array.from({ length: read.length + 1 }, (_, j) => j);
  let row = new Int32Array(read.length + 1);
  for (let i = 1; i <= truth.length; i++) {
    row[0] = i;
    const word = truth[i - 1];
    for (let j = 1; j <= read.length; j++) {
      const swap = before[j - 1]! + (word === read[j - 1] ? 0 : 1);
      row[j] = Math.min(swap, before[j]! + 1, row[j - 1]! + 1);
    }
    [before, row] = [row, before];
  }
  return before[read.length]!;
}

/** Kind and number of a block as its print shows them, before the structure step has looked at it. */
function printed(block: Block): TruthBlock {
  if (block.kind === 'footnote')
    return { kind: 'footnote', number: block.noteNumber ?? null, text: block.text };
  if (block.emphasis || block.kind === 'heading') return { kind: 'heading', number: null, text: block.text };
  const m = /^\s*([0-9٠-٩]+)\s*[-–]\s*/u.exec(block.text);
  if (!m) return { kind: 'paragraph', number: null, text: block.text };
  return { kind: 'paragraph', number: Number(words(m[1]!)[0]), text: block.text.slice(m[0].length) };
}

const numbered = (b: TruthBlock): string => (b.number === null ? b.text : `${b.number} ${b.text}`);
const sorted = (blocks: readonly TruthBlock[]): TruthBlock[] => [
  ...blocks.filter((b) => b.kind !== 'footnote'),
  ...blocks.filter((b) => b.kind === 'footnote').sort((a, b) => (a.number ?? 0) - (b.number ?? 0)),
];
const sign = (b: TruthBlock): string => `${b.kind}|${b.number}|${words(b.text).slice(0, 3).join(' ')}`;

/** Truth blocks that are there with the same kind, number and first words, in order (longest common run). */
function rightBlocks(
  truth: readonly TruthBlock[],
  read: readonly TruthBlock[],
): { right: number; wrong: string[] } {
  const a = truth.map(sign);
  const b = read.map(sign);
  const table = Array.from({ length: a.length + 1 }, () => new Int32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] =
        a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const wrong: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length) {
    if (j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j < b.length && table[i]![j + 1]! >= table[i + 1]![j]!) j++;
    else wrong.push(a[i++]!);
  }
  return { right: table[0]![0]!, wrong };
}

/** Marks the words that differ, for reading. */
function differences(truth: readonly string[], read: readonly string[]): string[] {
  const out: string[] = [];
  let i = 0;
  let j = 0;
  while (i < truth.length || j < read.length) {
    if (truth[i] === read[j]) {
      i++;
      j++;
      continue;
    }
    let best: [number, number] = [truth.length - i, read.length - j];
    search: for (let d = 1; d < 60; d++) {
      for (let k = 0; k <= d; k++) {
        if (
          truth[i + k] !== undefined &&
          truth[i + k] === read[j + d - k] &&
          truth[i + k + 1] === read[j + d - k + 1]
        ) {
          best = [k, d - k];
          break search;
        }
      }
    }
    out.push(`[${truth.slice(i, i + best[0]).join(' ')}] → [${read.slice(j, j + best[1]).join(' ')}]`);
    i += best[0];
    j += best[1];
  }
  return out;
}

async function pairs(ending: string): Promise<void> {
  let errors = 0;
  let total = 0;
  let right = 0;
  let blocks = 0;
  for (const name of readdirSync(folder).filter((n) => n.endsWith('.truth.json'))) {
    const truth = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth;
    const file = join(folder, name.replace('.truth.json', ending));
    if (!existsSync(file)) continue;
    const doc = await readPdf(new Uint8Array(readFileSync(file)), { layer: 'auto', file });
    let read = doc.blocks.map(printed);
    if (read[0] && words(read[0].text).join(' ') === words(truth.title).join(' ')) read = read.slice(1);
    const trueBlocks = sorted(truth.blocks);
    read = sorted(read);
    const a = trueBlocks.flatMap((b) => words(numbered(b)));
    const b = read.flatMap((block) => words(numbered(block)));
    const wrongWords = wordErrors(a, b);
    const found = rightBlocks(trueBlocks, read);
    errors += wrongWords;
    total += a.length;
    right += found.right;
    blocks += trueBlocks.length;
    if (!verbose) continue;
    console.log(
      `${name}${ending}: ${wrongWords} of ${a.length} words, ${found.right} of ${trueBlocks.length} blocks`,
    );
    for (const d of differences(a, b).slice(0, 40)) console.log('   ', d.slice(0, 300));
    for (const w of found.wrong.slice(0, 20)) console.log('    block', w);
  }
  const rate = ((100 * errors) / total).toFixed(3);
  console.log(
    `*${ending}: word error rate ${rate} % (${errors} of ${total}), blocks right ${((100 * right) / blocks).toFixed(2)} % (${right} of ${blocks})`,
  );
}

if (existsSync(folder)) {
  await pairs('.pdf');
  await pairs('.chrome.pdf');
} else console.log(`no data in ${folder}: skipped`);
