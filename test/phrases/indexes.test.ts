/** Indexes follow the store: kept, loaded, rebuilt if they cannot be used, and never of two epochs at once. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openIndexes, phraseAnswer, SegmentFileError } from '../../src/phrases/index.ts';
import { openStore } from '../../src/store/index.ts';
import { followTheStore } from './follow-the-store.ts';
import { followedStore, indexFolder, optionsOf, report, segmentsOf } from './followed-store.ts';

const followed = followedStore();
const options = () => optionsOf(followed);
const indexFile = (part: 'segment' | 'set') =>
  join(indexFolder(followed), part === 'set' ? 'set.json' : segmentsOf(followed)[0]!);

describe('built in this thread', () => followTheStore(followed));

describe('a kept set', () => {
  it('is loaded, not built, if nothing changed', async () => {
    await (await openIndexes(followed.store, options())).close();
    const built: unknown[] = [];
    const indexes = await openIndexes(followed.store, { ...options(), progress: (at) => built.push(at) });
    expect(phraseAnswer(indexes.current(), { q: 'ما', match: 'exact' }).occurrences).toBe(2);
    expect([built, followed.notices]).toEqual([[], []]);
    await indexes.close();
  });

  it('of an older epoch is rebuilt without a message', async () => {
    await (await openIndexes(followed.store, options())).close();
    followed.store.put(report('B', 2003, ['البند']));
    const indexes = await openIndexes(followed.store, options());
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(2);
    expect(followed.notices).toEqual([]);
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
  ])('%s is reported and rebuilt', async (_, part, harm, message) => {
    await (await openIndexes(followed.store, options())).close();
    const path = indexFile(part);
    writeFileSync(path, harm(readFileSync(path)));
    const indexes = await openIndexes(followed.store, options());
    expect(followed.notices).toEqual([expect.stringMatching(message)]);
    expect(followed.notices[0]).toContain('rebuilt from the store');
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    await indexes.close();
    expect(segmentsOf(followed)).toHaveLength(1);
    await (await openIndexes(followed.store, options())).close();
    expect(followed.notices).toHaveLength(1);
  });

  it('read by page names the damaged page, and is repaired from the store', async () => {
    followed.store.put(
      report(
        'L',
        2002,
        Array.from({ length: 400 }, (_, i) => `البند ${i} في الفقرة ${i % 7}`),
      ),
    );
    const indexes = await openIndexes(followed.store, { ...options(), memory: 4 * 4096 });
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
    expect(segmentsOf(followed)).toHaveLength(1);
  });

  it('with a segment of another collection in place of its own is repaired', async () => {
    await (await openIndexes(followed.store, options())).close();
    const other = openStore(mkdtempSync(join(tmpdir(), 'phrases-')));
    other.put(report('A', 2001, ['البند البند البند']));
    await (await openIndexes(other, options())).close();
    const [foreign] = readdirSync(join(other.folder, 'phrases')).filter((file) => file.endsWith('.segment'));
    writeFileSync(indexFile('segment'), readFileSync(join(other.folder, 'phrases', foreign!)));
    const indexes = await openIndexes(followed.store, options());
    expect(followed.notices).toEqual([
      expect.stringMatching(/is not the segment that the set names; rebuilt/),
    ]);
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    await indexes.close();
    other.close();
    rmSync(other.folder, { recursive: true, force: true });
  });

  it('without a segment that it names is repaired', async () => {
    await (await openIndexes(followed.store, options())).close();
    rmSync(indexFile('segment'));
    const indexes = await openIndexes(followed.store, options());
    expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
    await indexes.close();
  });

  it('is never read in part: every byte of it is checked', async () => {
    await (await openIndexes(followed.store, options())).close();
    const length = readFileSync(indexFile('segment')).length;
    for (let at = 0; at < length; at += 397) {
      const path = indexFile('segment');
      writeFileSync(path, flipped(at)(readFileSync(path)));
      const indexes = await openIndexes(followed.store, options());
      expect(phraseAnswer(indexes.current(), { q: 'البند' }).occurrences).toBe(1);
      await indexes.close();
    }
  });

  it('leaves no files of killed processes or older versions', async () => {
    await (await openIndexes(followed.store, options())).close();
    const left = [
      '999999999-00ff.segment',
      '999999999-00ff.segment.999999999.tmp',
      'folded.index',
      'set.json.999999999.tmp',
    ];
    for (const file of left) writeFileSync(join(indexFolder(followed), file), 'left');
    await (await openIndexes(followed.store, options())).close();
    expect(readdirSync(indexFolder(followed)).sort()).toEqual([segmentsOf(followed)[0], 'set.json']);
  });

  it('of another collection or lexicon is rebuilt', async () => {
    await (await openIndexes(followed.store, options())).close();
    await (await openIndexes(followed.store, { ...options(), lexicon: new Set(['كتاب']) })).close();
    expect(followed.notices).toEqual([expect.stringMatching(/another lexicon or other rules/)]);
  });

  it('cannot be written for a store opened read-only, which answers all the same', async () => {
    const reading = openStore(followed.folder, { readOnly: true });
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
  // As a later version would, with a first page that is valid.
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 4092)), 4092);
  return bytes;
}

function renumbered(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString().replace('"epoch":1', '"epoch":0'));
}
