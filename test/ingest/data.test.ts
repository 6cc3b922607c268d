/** Readers on real texts: decrees line by line, and the same texts in every format. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { blockScore, type TruthBlock, wordErrors } from '../../bench/fidelity/score.ts';
import { IngestError, parseReport } from '../../src/ingest/index.ts';
import { loadCatalogue } from '../../src/settings/index.ts';

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const present = existsSync(data);
if (!present) console.warn('skipped: ../shared/data is missing');

describe.skipIf(!present)('real texts', () => {
  it('keep one paragraph per line in decrees', async () => {
    const folder = `${data}uae-decrees/text/`;
    const names = readdirSync(folder).filter((_, i) => i % 13 === 0);
    for (const name of names) {
      const bytes = readFileSync(folder + name);
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const { paragraphs } = await parseReport(bytes, { file: name });
      expect(paragraphs, name).toHaveLength(lines.length);
    }
  });

  it.each(['html', 'docx', 'odt', 'doc'])('are read without an error from .%s', async (extension) => {
    const folder = `${data}rendered-pairs/`;
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.truth.json'))) {
      const truth = JSON.parse(readFileSync(folder + name, 'utf8')) as { blocks: TruthBlock[] };
      const file = name.replace('truth.json', extension);
      const { paragraphs } = await parseReport(readFileSync(folder + file), { file });
      const read = paragraphs
        .filter((p) => p.kind !== 'title')
        .map(({ kind, number, label, text }) => ({
          kind,
          number,
          text: label !== null && number === null ? `${label} ${text}` : text,
        }));
      expect(blockScore(truth.blocks, read).wrong, file).toEqual([]);
    }
  });
});

describe.skipIf(!present)('a damaged .doc', () => {
  const bytes = present ? readFileSync(`${data}rendered-pairs/cabinet-14-2013.doc`) : Buffer.alloc(0);

  it('truncated anywhere, give an error with a code', async () => {
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const result = await parseReport(bytes.subarray(0, at), { file: 'a.doc' }).catch(
        (error: unknown) => error,
      );
      expect(result).toBeInstanceOf(IngestError);
    }
  });

  it('with bytes changed anywhere, give a report or an error with a code', async () => {
    let seed = 1;
    const next = (limit: number) => {
      seed = (seed * 48271) % 0x7fffffff;
      return seed % limit;
    };
    for (let round = 0; round < 150; round++) {
      const copy = Uint8Array.from(bytes);
      for (let i = 0; i < 20; i++) copy[next(copy.length)] = next(256);
      const result: unknown = await parseReport(copy, { file: 'a.doc' }).catch((error: unknown) => error);
      expect(result instanceof IngestError || 'report' in (result as object)).toBe(true);
    }
  });
});

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

interface SampleTruth {
  id: string;
  symbol: string;
  year: number;
  date: { from: string; to: string };
  file: string;
  title: string;
  numbered: number;
  numbered_in_annexes: number;
  blocks: number;
  variant: string | null;
}

describe('the sample series', () => {
  const { reports } = JSON.parse(readFileSync(`${samples}truth.json`, 'utf8')) as { reports: SampleTruth[] };
  it.each(reports.filter((report) => !/2012/u.test(report.id)))('$id', async (truth) => {
    const { report, paragraphs } = await parseReport(readFileSync(samples + truth.file), {
      file: truth.file,
      catalogue: loadCatalogue(),
    });
    const numbered = paragraphs.filter((p) => p.kind === 'paragraph' && p.number !== null);
    const title = paragraphs.findIndex((p) => p.kind === 'title');
    const { id, symbol, year, date } = truth;
    expect(report).toMatchObject({ id, symbol, year, date, title: truth.title, series: 'shared-rivers' });
    expect(numbered.filter((p) => p.part === 'main').map((p) => p.number)).toEqual(
      Array.from({ length: truth.numbered }, (_, i) => i + 1),
    );
    expect(numbered.filter((p) => p.part !== 'main')).toHaveLength(truth.numbered_in_annexes);
    expect(paragraphs.length - title).toBe(truth.blocks);
  });
});

describe('scores', () => {
  it('count word errors like a plain edit distance', () => {
    const plain = (a: string[], b: string[]): number => {
      if (a.length === 0 || b.length === 0) return a.length + b.length;
      if (a[0] === b[0]) return plain(a.slice(1), b.slice(1));
      return 1 + Math.min(plain(a.slice(1), b.slice(1)), plain(a.slice(1), b), plain(a, b.slice(1)));
    };
    for (const [a, b] of [
      ['ا ب ج د', 'ا ج د ه'],
      ['ا ب ج', ''],
      ['', 'ا'],
      ['ا ب ا ب ا', 'ب ا ب ا ب'],
    ] as const) {
      expect(wordErrors(a, b).errors).toBe(plain(a.split(' ').filter(Boolean), b.split(' ').filter(Boolean)));
    }
  });
});
