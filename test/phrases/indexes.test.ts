/** Indexes follow the store: kept, loaded, rebuilt when they cannot be used, and never of two epochs at once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from 'arabic-normalizer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IndexOptions, openIndexes, type PhraseIndexes, phraseAnswer } from '../../src/phrases/index.ts';
import { fileVersion } from '../../src/phrases/persist/index-file.ts';
import { type ParsedReport, paragraphId } from '../../src/report/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

let folder: string;
let store: Store;
let notices: string[];
const options = (inThread?: number): IndexOptions => ({
  lexicon: new Set(['بند']),
  notice: (message) => notices.push(message),
  ...(inThread === undefined ? {} : { inThread }),
});
const indexFile = (part: string) => join(folder, 'phrases', `${part}.index`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phrases-'));
  store = openStore(folder);
  notices = [];
  store.put(report('A', 2001, ['البند الأول', 'ما ما']));
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each([
  ['in this thread', 200_000],
  ['in a worker', 0],
])('built %s', (_, inThread) => {
  it('answers of the epoch before until the next is whole, then of that', async () => {
    const indexes = await openIndexes(store, options(inThread));
    const count = () => phraseAnswer(indexes.current(), { q: 'البند' }).occurrences;
    const before = indexes.current();
    const release = before.hold();
    expect([before.epoch, count()]).toEqual([1, 1]);

    store.put(report('B', 2003, ['البند الثاني', '']));
    expect(count()).toBe(1);
    await indexes.refresh();
    expect([indexes.current().epoch, count()]).toEqual([2, 2]);
    expect(phraseAnswer(before, { q: 'البند' }).concordance).toHaveLength(1);
    release();

    store.put(report('A', 2001, ['لا شيء']));
    store.remove('B');
    await indexes.refresh();
    expect([indexes.current().epoch, count()]).toEqual([4, 0]);
    await indexes.close();
    expect(notices).toEqual([]);
  });

  it('takes up what was committed while it was building', async () => {
    const indexes = await openIndexes(store, options(inThread));
    store.put(report('B', 2003, ['البند']));
    const refreshed = indexes.refresh();
    store.put(report('C', 2004, ['البند']));
    await Promise.all([refreshed, indexes.refresh()]);
    expect([indexes.current().epoch, indexes.current().table.reports.length]).toEqual([3, 3]);
    await indexes.close();
  });

  it('stops when it is closed in the middle', async () => {
    const indexes = await openIndexes(store, options(inThread));
    store.put(report('B', 2003, ['البند']));
    const refreshed = indexes.refresh();
    await indexes.close();
    await refreshed;
    expect(() => indexes.current()).toThrow(/closed/);
  });
});

describe('a large set', () => {
  const long = (word: string) => Array.from({ length: 50 }, (_, i) => `${word} ${i} في الفقرة ${i % 7}`);
  const counts = (indexes: PhraseIndexes) =>
    ['في الفقرة', 'البند 3', 'المادة 3 في', 'شيء'].map(
      (q) => phraseAnswer(indexes.current(), { q }).occurrences,
    );
  const follow = (progress: IndexOptions['progress']) =>
    openIndexes(store, { ...options(0), progress: progress! });

  it('follows changes without reading what stayed, also those of the time it was closed', async () => {
    const stages = new Set<string>();
    store.put(report('L', 2002, long('البند')));
    store.put(report('M', 2003, long('المادة')));
    const indexes = await follow(({ stage }) => stages.add(stage));
    expect([[...stages], counts(indexes)]).toEqual([
      ['read', 'index'],
      [100, 1, 1, 0],
    ]);

    stages.clear();
    store.put(report('N', 2001, ['البند 3', 'شيء ما']));
    store.remove('A');
    await indexes.refresh();
    expect([[...stages], counts(indexes)]).toEqual([['index'], [100, 2, 1, 1]]);
    expect(indexes.current().table.reports.map(({ id }) => id)).toEqual(['N', 'L', 'M']);
    await indexes.close();

    stages.clear();
    store.put(report('O', 2004, ['شيء']));
    const again = await follow(({ stage }) => stages.add(stage));
    expect([[...stages], counts(again)]).toEqual([['index'], [100, 2, 1, 2]]);

    stages.clear();
    store.remove('L');
    store.put(report('M', 2003, long('الفصل')));
    await again.refresh();
    expect([[...stages], counts(again)]).toEqual([
      ['read', 'index'],
      [50, 1, 0, 2],
    ]);
    await again.rebuild();
    expect(counts(again)).toEqual([50, 1, 0, 2]);
    await again.close();
    expect(notices).toEqual([]);
  });
});

describe('a kept set', () => {
  it('is loaded, not built, when nothing changed', async () => {
    await (await openIndexes(store, options())).close();
    const built: unknown[] = [];
    const indexes = await openIndexes(store, { ...options(), progress: (at) => built.push(at) });
    expect(phraseAnswer(indexes.current(), { q: 'ما', match: 'exact' }).occurrences).toBe(2);
    expect([built, notices]).toEqual([[], []]);
    await indexes.close();
  });

  it('of an older epoch is rebuilt without a word', async () => {
    await (await openIndexes(store, options())).close();
    store.put(report('B', 2003, ['البند']));
    const indexes = await openIndexes(store, options());
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(2);
    expect(notices).toEqual([]);
    await indexes.close();
  });

  it.each<[string, string, (bytes: Buffer) => Buffer, RegExp]>([
    [
      'cut short',
      'folded',
      (bytes) => bytes.subarray(0, bytes.length - 9),
      /folded\.index is damaged: it is cut short/,
    ],
    ['cut to nothing', 'exact', () => Buffer.alloc(0), /exact\.index is damaged: it is cut short/],
    ['with a flipped byte in its header', 'stem', flipped(30), /stem\.index is damaged: its header/],
    ['with a flipped byte at its end', 'paragraphs', flipped(-8), /paragraphs\.index is damaged: tokenStart/],
    [
      'of a newer version',
      'folded',
      versioned(fileVersion + 1),
      /folded\.index has version \d+, this program writes \d+/,
    ],
    ['of an older version', 'folded', versioned(0), /folded\.index has version 0/],
    [
      'of something else',
      'folded',
      () => Buffer.from('x'.repeat(100)),
      /folded\.index is damaged: not a phrase index/,
    ],
  ])('%s is named and rebuilt', async (_, part, harm, message) => {
    await (await openIndexes(store, options())).close();
    const whole = readFileSync(indexFile(part));
    writeFileSync(indexFile(part), harm(Buffer.from(whole)));
    const indexes = await openIndexes(store, options());
    expect(notices).toEqual([expect.stringMatching(message)]);
    expect(notices[0]).toContain('rebuilt from the store');
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    expect(readFileSync(indexFile(part)).equals(whole)).toBe(true);
    await indexes.close();
  });

  it('is never half read: every byte of it is checked', async () => {
    await (await openIndexes(store, options())).close();
    const whole = readFileSync(indexFile('folded'));
    for (let at = 0; at < whole.length; at += 41) {
      writeFileSync(indexFile('folded'), flipped(at)(Buffer.from(whole)));
      const indexes = await openIndexes(store, options());
      expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
      await indexes.close();
    }
  });

  it('of another collection or lexicon is rebuilt', async () => {
    await (await openIndexes(store, options())).close();
    await (await openIndexes(store, { ...options(), lexicon: new Set(['كتاب']) })).close();
    expect(notices).toEqual([expect.stringMatching(/another lexicon or other rules/)]);
  });

  it('cannot be written to a store opened for reading, which answers all the same', async () => {
    const reading = openStore(folder, { readOnly: true });
    const indexes = await openIndexes(reading, options());
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    expect(() => readFileSync(indexFile('folded'))).toThrow();
    await indexes.close();
    reading.close();
  });
});

function flipped(at: number): (bytes: Buffer) => Buffer {
  return (bytes) => {
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = bytes[place]! ^ 0x10;
    return bytes;
  };
}

function versioned(version: number): (bytes: Buffer) => Buffer {
  return (bytes) => {
    bytes.writeUInt32LE(version, 8);
    return bytes;
  };
}

function report(id: string, year: number, texts: readonly string[]): ParsedReport {
  const paragraphs = texts.map((text, i) => ({
    id: paragraphId(id, i + 1),
    report: id,
    ordinal: i + 1,
    kind: 'paragraph' as const,
    number: null,
    label: null,
    part: 'main',
    path: [],
    parent: null,
    page: null,
    doubts: [],
    text,
    words: words(text).length,
    references: [],
  }));
  return {
    report: {
      id,
      symbol: id,
      title: id,
      series: null,
      body: null,
      year,
      date: null,
      session: null,
      language: 'ar',
      paragraphs: texts.length,
      words: paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0),
      source: { file: `${id}.txt`, format: 'txt', sha256: id, layer: 'logical', reader: 0 },
      repairs: { words: 0, doubtful: 0 },
      readable: 1,
      unreadable: false,
      duplicate_of: [],
      warnings: [],
      ingested_at: '2020-01-01T00:00:00.000Z',
    },
    paragraphs,
    repairs: [],
    symbolGiven: true,
  };
}
