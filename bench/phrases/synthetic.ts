/**
 * Collections of any size for the growth curves: up to the federal collection's own size a random part of its
 * reports, beyond it copies of random reports in which one word in twenty is another random word.
 */

import type { ScannedCollection } from '../../src/phrases/index.ts';
import { paragraphTable } from '../../src/phrases/table.ts';
import type { TokenStream } from '../../src/phrases/token-stream.ts';
import type { Report } from '../../src/report/index.ts';
import { generator } from './timing.ts';

export function collectionOfSize({ table, exact }: ScannedCollection, tokens: number): ScannedCollection {
  const random = generator(5);
  const order = [...table.reports.keys()];
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = random(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const chosen: number[] = [];
  let size = 0;
  for (let i = 0; size < tokens; i += 1) {
    const number = i < order.length ? order[i]! : random(order.length);
    chosen.push(number);
    size += table.reports[number]!.words;
  }
  const paragraphs = chosen.reduce((sum, number) => sum + table.reports[number]!.paragraphs, 0);
  const stream: TokenStream = {
    words: exact.words,
    tokens: new Uint32Array(size + paragraphs),
    tokenStart: new Uint32Array(paragraphs + 1),
  };
  const columns = {
    reportOf: new Uint32Array(paragraphs),
    firstOf: new Uint32Array(chosen.length + 1),
    kindOf: new Uint8Array(paragraphs),
    rowOf: Uint32Array.from({ length: paragraphs }, (_, row) => row),
  };
  const reports: Report[] = [];
  let paragraph = 0;
  let at = 0;
  for (const [i, number] of chosen.entries()) {
    reports.push({ ...table.reports[number]!, id: `R${i}` });
    columns.firstOf[i] = paragraph;
    for (let p = table.firstOf[number]!; p < table.firstOf[number + 1]!; p += 1) {
      columns.reportOf[paragraph] = i;
      for (let from = exact.tokenStart[p]!; from < exact.tokenStart[p + 1]!; from += 1, at += 1) {
        const token = exact.tokens[from]!;
        const altered = token > 0 && i >= order.length && random(20) === 0;
        stream.tokens[at] = altered ? 1 + random(exact.words.length) : token;
      }
      paragraph += 1;
      stream.tokenStart[paragraph] = at;
    }
  }
  columns.firstOf[chosen.length] = paragraph;
  return { table: paragraphTable(1, reports, columns), exact: stream };
}
