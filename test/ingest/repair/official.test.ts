/** Thousands of official texts: none is mistaken for a damaged one, and none of their words is changed. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksVisual, repairText } from '../../../src/ingest/repair/index.ts';
import { numbersAsPrinted } from '../../../src/ingest/repair/thousands.ts';

const data = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const present = existsSync(data);
if (!present) console.log('skipped: ../shared/data is missing');

describe.skipIf(!present)('official texts', () => {
  let folder = '';
  const texts: { name: string; text: string }[] = [];
  const gather = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = join(path, entry.name);
      if (entry.isDirectory()) gather(file);
      else if (entry.name.endsWith('.txt'))
        texts.push({ name: entry.name, text: readFileSync(file, 'utf8') });
    }
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'siyagha-clean-'));
    execFileSync('tar', ['-xzf', `${data}uae-federal-all.tar.gz`, '-C', folder]);
    gather(folder);
    const un = readFileSync(`${data}un-unpc-devset/UNv1.0.devset.ar`, 'utf8').split('\n');
    for (let i = 0; i < un.length; i += 40) {
      texts.push({ name: `un ${i}`, text: un.slice(i, i + 40).join('\n') });
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('none of some 5,000 is mistaken for a visual layer', () => {
    expect(texts.length).toBeGreaterThan(4800);
    expect(texts.filter(({ text }) => looksVisual(text)).map(({ name }) => name)).toEqual([]);
  });

  it('no word of one in ten is changed', () => {
    const tenth = texts.filter((_, i) => i % 10 === 0);
    expect(tenth.filter(({ text }) => repairText(text).text !== text).map(({ name }) => name)).toEqual([]);
  });

  it('nothing moves except groups of digits in numbers that are printed in reverse order', () => {
    for (const { name, text } of texts.filter((_, i) => i % 10 === 0)) {
      const blocks = text.split('\n').map((line) => ({ text: line }));
      const [before, after] = [blocks, numbersAsPrinted(blocks)].map((all) =>
        all.flatMap((block) => words(block.text, 'exact')),
      );
      const letters = (all: readonly string[]) => all.join(' ').replace(/[0-9]{1,3}/gu, '#');
      expect(letters(after!), name).toBe(letters(before!));
      expect(after!.join('').match(/[0-9]/gu)?.toSorted(), name).toEqual(
        before!.join('').match(/[0-9]/gu)?.toSorted(),
      );
    }
  });
});
