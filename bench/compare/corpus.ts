/**
 * Clean texts from which pairs are made: the sample series, and laws of the federal collection or constructed reports.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { words } from 'arabic-normalizer';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import { loadReports, plainText } from '../../scripts/samples/source.ts';
import type { ParagraphKind } from '../../src/report/index.ts';
import { onConstructed, privateData } from '../data.ts';
import { dataName } from '../phrases/collection.ts';
import { Random } from './random.ts';

export interface Line {
  text: string;
  kind: ParagraphKind;
}

export interface CleanText {
  name: string;
  lines: Line[];
}

const federal = `${privateData}uae-federal-all.tar.gz`;
const unpc = `${privateData}un-unpc-devset/UNv1.0.devset.ar`;

export function sampleTexts(): CleanText[] {
  return loadReports().map((report) => ({
    name: report.symbol,
    lines: report.blocks.map((block) => ({ text: plainText(report, block), kind: block.kind })),
  }));
}

/** Runs of lines of the United Nations corpus, without structure or formulas; none if it is missing. */
export function corpusTexts(length: number): CleanText[] {
  if (onConstructed) return [];
  const lines = readFileSync(unpc, 'utf8')
    .split('\n')
    .filter((line) => words(line).length > 0);
  return Array.from({ length: Math.floor(lines.length / length) }, (_, n) => ({
    name: `devset ${n}`,
    lines: lines
      .slice(n * length, (n + 1) * length)
      .map((line) => ({ text: line.trim(), kind: kindOf(line) })),
  }));
}

/**
 * `count` laws of `least` to 400 paragraphs, chosen by the seed; reports of the constructed corpus if the laws are
 * missing.
 */
export function federalTexts(count: number, seed: number, least = 60): CleanText[] {
  console.log(`data: the samples and texts of the ${dataName}`);
  if (onConstructed) return constructedTexts(count, seed);
  const chosen: CleanText[] = [];
  const random = new Random(seed);
  for (const [name, text] of tarFiles(gunzipSync(readFileSync(federal)))) {
    if (!name.endsWith('.txt')) continue;
    const lines = text.split('\n').filter((line) => words(line).length > 0);
    if (lines.length < least || lines.length > 400) continue;
    chosen.push({ name, lines: lines.map((line) => ({ text: line.trim(), kind: kindOf(line) })) });
  }
  chosen.sort((x, y) => (x.name < y.name ? -1 : 1));
  for (let i = chosen.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [chosen[i], chosen[j]] = [chosen[j] as CleanText, chosen[i] as CleanText];
  }
  return chosen.slice(0, count);
}

function constructedTexts(count: number, seed: number): CleanText[] {
  const texts: CleanText[] = [];
  for (const { id, passages } of makeCorpus({ words: 10_000 * count, seed })) {
    if (texts.length === count) break;
    texts.push({ name: id, lines: passages.map(({ text }) => ({ text, kind: kindOf(text) })) });
  }
  return texts;
}

function kindOf(line: string): ParagraphKind {
  if (/^\s*(\d+|[أ-ي])\s*[-–).]/u.test(line)) return 'item';
  return words(line).length <= 6 && !/[.،؛:]\s*$/u.test(line) ? 'heading' : 'paragraph';
}

function* tarFiles(tar: Buffer): Generator<[string, string]> {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const field = (from: number, length: number) =>
      tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8) || 0;
    if (field(156, 1) === '0' || field(156, 1) === '')
      yield [field(0, 100), tar.toString('utf8', at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
