/** Indexes follow the store: kept, loaded, rebuilt when they cannot be used, and never of two epochs at once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type IndexOptions,
  openIndexes,
  type PhraseIndexes,
  phraseAnswer,
  SegmentFileError,
} from '../../src/phrases/index.ts';
import { readSetFile } from '../../src/phrases/set/set-file.ts';
import type { ParsedReport } from '../../src/report/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { makeReport } from '../store/report.ts';

let folder: string;
let store: Store;
let notices: string[];
const options = (inThread?: number): IndexOptions => ({
  lexicon: new Set(['بند']),
  notice: (message) => notices.push(message),
  ...(inThread === undefined ? {} : { inThread }),
});
const indexFolder = () => join(folder, 'phrases');
const segments = () => readdirSync(indexFolder()).filter((file) => file.endsWith('.segment'));
const indexFile = (part: 'segment' | 'set') =>
  join(indexFolder(), part === 'set' ? 'set.json' : segments()[0]!);

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

  it('reads only what changed, also in the time it was closed, and keeps few segments', async () => {
    let read = 0;
    const follow = () =>
      openIndexes(store, {
        ...options(0),
        progress: ({ stage, done }) => {
          if (stage === 'read') read = Math.max(read, done);
        },
      });
    store.put(report('L', 2002, long('البند')));
    store.put(report('M', 2003, long('المادة')));
    const indexes = await follow();
    expect([read, counts(indexes)]).toEqual([102, [100, 1, 1, 0]]);

    read = 0;
    store.put(report('N', 2001, ['البند 3', 'شيء ما']));
    store.remove('A');
    await indexes.refresh();
    expect([read, counts(indexes)]).toEqual([2, [100, 2, 1, 1]]);
    expect(indexes.current().table.reports.map(({ id }) => id)).toEqual(['N', 'L', 'M']);
    await indexes.settled();
    expect(counts(indexes)).toEqual([100, 2, 1, 1]);
    await indexes.close();

    read = 0;
    store.put(report('O', 2004, ['شيء']));
    const again = await follow();
    expect([read, counts(again)]).toEqual([1, [100, 2, 1, 2]]);

    read = 0;
    store.remove('L');
    store.put(report('M', 2003, long('الفصل')));
    await again.refresh();
    expect([read, counts(again)]).toEqual([50, [50, 1, 0, 2]]);
    await again.rebuild();
    expect(counts(again)).toEqual([50, 1, 0, 2]);
    await again.settled();
    expect(segments()).toHaveLength(1);
    await again.close();
    expect(notices).toEqual([]);
  });

  it('after many changes is in a few segments, and as right through a cache of four pages', async () => {
    const indexes = await openIndexes(store, { ...options(), memory: 4 * 4096 });
    for (let i = 0; i < 30; i += 1) {
      store.put(report(`R${i % 12}`, 1990 + i, long(`كلمة${i}`)));
      if (i % 5 === 4) store.remove(`R${i % 12}`);
      await indexes.refresh();
    }
    await indexes.settled();
    const files = segments();
    expect(files.length).toBeLessThan(10);
    const live = indexes.current().table.reports;
    const questions = ['في الفقرة', 'كلمة27 1', 'كلمة1*', 'الفقرة ... 3'];
    const answers = () => questions.map((q) => phraseAnswer(indexes.current(), { q }));
    const paged = answers();
    expect(paged[0]!.occurrences).toBe((live.length - 1) * 50);
    await indexes.close();
    const whole = await openIndexes(store, options());
    expect(questions.map((q) => phraseAnswer(whole.current(), { q }))).toEqual(paged);
    expect(segments().sort()).toEqual(files.sort());
    await whole.close();
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

  it.each<[string, 'segment' | 'set', (bytes: Buffer) => Buffer, RegExp]>([
    ['cut short', 'segment', (bytes) => bytes.subarray(0, bytes.length - 9), /\.segment is damaged/],
    ['cut to nothing', 'segment', () => Buffer.alloc(0), /\.segment is damaged/],
    ['with a flipped byte in its first page', 'segment', flipped(30), /\.segment is damaged/],
    ['with a flipped byte in its middle', 'segment', flipped(5000), /\.segment is damaged/],
    ['with a flipped byte at its end', 'segment', flipped(-8), /\.segment is damaged/],
    ['of another version', 'segment', versioned, /\.segment has version \d+, this program writes \d+/],
    ['of something else', 'segment', () => Buffer.from('x'.repeat(9000)), /\.segment is damaged/],
    ['of a set cut short', 'set', (bytes) => bytes.subarray(0, 20), /set\.json is damaged/],
    ['of a set with another number in it', 'set', renumbered, /set\.json is damaged/],
  ])('%s is named and rebuilt', async (_, part, harm, message) => {
    await (await openIndexes(store, options())).close();
    const path = indexFile(part);
    writeFileSync(path, harm(readFileSync(path)));
    const indexes = await openIndexes(store, options());
    expect(notices).toEqual([expect.stringMatching(message)]);
    expect(notices[0]).toContain('rebuilt from the store');
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    await indexes.close();
    expect(segments()).toHaveLength(1);
    await (await openIndexes(store, options())).close();
    expect(notices).toHaveLength(1);
  });

  it('read by page names the page that turns out damaged, and is mended from the store', async () => {
    store.put(
      report(
        'L',
        2002,
        Array.from({ length: 400 }, (_, i) => `البند ${i} في الفقرة ${i % 7}`),
      ),
    );
    const indexes = await openIndexes(store, { ...options(), memory: 4 * 4096 });
    await indexes.settled();
    const path = indexFile('segment');
    const bytes = readFileSync(path);
    for (let at = 4096; at < bytes.length - 4096; at += 4096) bytes[at]! ^= 1;
    writeFileSync(path, bytes);
    const ask = () => phraseAnswer(indexes.current(), { q: 'البند' }).occurrences;
    let thrown: unknown;
    try {
      ask();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(SegmentFileError);
    expect((thrown as SegmentFileError).message).toMatch(/\.segment is damaged: .*page \d+/);
    expect(indexes.damages()[0]).toMatch(/page \d+ \(.*\) does not match its checksum/);
    expect(indexes.distrust((thrown as SegmentFileError).path)).toBe(true);
    expect(indexes.distrust('another file')).toBe(false);
    await indexes.refresh();
    expect([ask(), indexes.damages()]).toEqual([401, []]);
    await indexes.close();
    expect(segments()).toHaveLength(1);
  });

  it('with a segment of another collection in the place of one is mended', async () => {
    await (await openIndexes(store, options())).close();
    const other = openStore(mkdtempSync(join(tmpdir(), 'phrases-')));
    other.put(report('A', 2001, ['البند البند البند']));
    await (await openIndexes(other, options())).close();
    const [foreign] = readdirSync(join(other.folder, 'phrases')).filter((file) => file.endsWith('.segment'));
    writeFileSync(indexFile('segment'), readFileSync(join(other.folder, 'phrases', foreign!)));
    const indexes = await openIndexes(store, options());
    expect(notices).toEqual([expect.stringMatching(/is not the segment that the set names; rebuilt/)]);
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    await indexes.close();
    other.close();
    rmSync(other.folder, { recursive: true, force: true });
  });

  it('without a segment that it names is mended', async () => {
    await (await openIndexes(store, options())).close();
    rmSync(indexFile('segment'));
    const indexes = await openIndexes(store, options());
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    await indexes.close();
  });

  it('is never half read: every byte of it is checked', async () => {
    await (await openIndexes(store, options())).close();
    const length = readFileSync(indexFile('segment')).length;
    for (let at = 0; at < length; at += 397) {
      const path = indexFile('segment');
      writeFileSync(path, flipped(at)(readFileSync(path)));
      const indexes = await openIndexes(store, options());
      expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
      await indexes.close();
    }
  });

  it('leaves no files of killed processes, nor of older versions', async () => {
    await (await openIndexes(store, options())).close();
    const left = [
      '999999999-00ff.segment',
      '999999999-00ff.segment.999999999.tmp',
      'folded.index',
      'set.json.999999999.tmp',
    ];
    for (const file of left) writeFileSync(join(indexFolder(), file), 'left');
    await (await openIndexes(store, options())).close();
    expect(readdirSync(indexFolder()).sort()).toEqual([segments()[0], 'set.json']);
  });

  it('is all that is left in its folder, closed in the middle of a merge or not', async () => {
    for (const [round, waits] of [false, true].entries()) {
      const indexes = await openIndexes(store, options(0));
      for (let n = 0; n < 4; n += 1) {
        store.put(report(`${round}-${n}`, 2003, ['البند الثاني']));
        await indexes.refresh();
      }
      if (waits) await indexes.settled();
      writeFileSync(join(indexFolder(), '999999999-00ff.segment.999999999.tmp'), 'of a killed process');
      await indexes.close();
      const named = readSetFile(folder).segments.map(({ name }) => `${name}.segment`);
      expect(readdirSync(indexFolder()).sort()).toEqual([...named, 'set.json'].sort());
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
    expect(() => readFileSync(indexFile('set'))).toThrow();
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

function versioned(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(99, 8);
  // As a later version would, with a first page that checks.
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 4092)), 4092);
  return bytes;
}

function renumbered(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString().replace('"epoch":1', '"epoch":0'));
}

function report(id: string, year: number, texts: readonly string[]): ParsedReport {
  return makeReport(id, texts, { year });
}
