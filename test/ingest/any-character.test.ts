/** Every possible character is read, once alone in a text: no reader may rely on the characters it knows. */
import { describe, expect, it } from 'vitest';
import { findReferences, parseReport } from '../../src/ingest/index.ts';
import { amount } from '../amount.ts';
import { bytesOf } from './make.ts';

// Arabic, spaces and dashes, presentation forms; in the long tests all planes that have characters.
const quick = [
  [0x20, 0x780],
  [0x2000, 0x2070],
  [0xfb50, 0x10000],
];
const codes = amount(quick, [
  [0x20, 0xd800],
  [0xe000, 0x30000],
]).flatMap(([from, to]) => Array.from({ length: to! - from! }, (_, i) => from! + i));

describe('any character', () => {
  it('may be next to a reference and inside it', () => {
    for (const code of codes) {
      const character = String.fromCodePoint(code);
      const text = `القرار ${character}63/72${character} والفقرة 5`;
      for (const { start, end } of findReferences(text)) {
        expect(start, character).toBeLessThan(end);
        expect(end, character).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('may be in a report', async () => {
    const step = 512;
    for (let at = 0; at < codes.length; at += step) {
      const lines = ['تقرير الاجتماع السادس للدول'];
      for (let from = at; from < Math.min(at + step, codes.length); from += 16) {
        const words = codes.slice(from, from + 16).map((code) => {
          const character = String.fromCodePoint(code);
          return `وأكدت الدول ${character} أن${character}ها`;
        });
        lines.push(`${(from - at) / 16 + 1} - ${words.join(' ')}`);
      }
      const { paragraphs } = await parseReport(bytesOf(lines.join('\n\n')), { file: 'a.txt' });
      expect(paragraphs.length, codes[at]!.toString(16)).toBeGreaterThan(0);
    }
  });
});
