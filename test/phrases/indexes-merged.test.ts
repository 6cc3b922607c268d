/** Indexes that follow the store in a worker: segments are added, merged and removed correctly. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openIndexes, type PhraseIndexes, phraseAnswer } from '../../src/phrases/index.ts';
import { readSetFile } from '../../src/phrases/set/set-file.ts';
import { followTheStore } from './follow-the-store.ts';
import { followedStore, indexFolder, optionsOf, report, segmentsOf } from './followed-store.ts';

const followed = followedStore();
const options = (inThread?: number) => optionsOf(followed, inThread);

describe('built in a worker', () => followTheStore(followed, 0));

describe('a large set', () => {
  const long = (word: string) => Array.from({ length: 50 }, (_, i) => `${word} ${i} في الفقرة ${i % 7}`);
  const counts = (indexes: PhraseIndexes) =>
    ['في الفقرة', 'البند 3', 'المادة 3 في', 'شيء'].map(
      (q) => phraseAnswer(indexes.current(), { q }).occurrences,
    );

  it('reads only what changed, also while it was closed, and keeps few segments', async () => {
    let read = 0;
    const follow = () =>
      openIndexes(followed.store, {
        ...options(0),
        progress: ({ stage, done }) => {
          if (stage === 'read') read = Math.max(read, done);
        },
      });
    followed.store.put(report('L', 2002, long('البند')));
    followed.store.put(report('M', 2003, long('المادة')));
    const indexes = await follow();
    expect([read, counts(indexes)]).toEqual([102, [100, 1, 1, 0]]);

    read = 0;
    followed.store.put(report('N', 2001, ['البند 3', 'شيء ما']));
    followed.store.remove('A');
    await indexes.refresh();
    expect([read, counts(indexes)]).toEqual([2, [100, 2, 1, 1]]);
    expect(indexes.current().table.reports.map(({ id }) => id)).toEqual(['N', 'L', 'M']);
    await indexes.settled();
    expect(counts(indexes)).toEqual([100, 2, 1, 1]);
    await indexes.close();

    read = 0;
    followed.store.put(report('O', 2004, ['شيء']));
    const again = await follow();
    expect([read, counts(again)]).toEqual([1, [100, 2, 1, 2]]);

    read = 0;
    followed.store.remove('L');
    followed.store.put(report('M', 2003, long('الفصل')));
    await again.refresh();
    expect([read, counts(again)]).toEqual([50, [50, 1, 0, 2]]);
    await again.rebuild();
    expect(counts(again)).toEqual([50, 1, 0, 2]);
    await again.settled();
    expect(segmentsOf(followed)).toHaveLength(1);
    await again.close();
    expect(followed.notices).toEqual([]);
  });

  it('after many changes has few segments, and is also correct with a cache of four pages', async () => {
    const indexes = await openIndexes(followed.store, { ...options(), memory: 4 * 4096 });
    for (let i = 0; i < 30; i += 1) {
      followed.store.put(report(`R${i % 12}`, 1990 + i, long(`كلمة${i}`)));
      if (i % 5 === 4) followed.store.remove(`R${i % 12}`);
      await indexes.refresh();
    }
    await indexes.settled();
    const files = segmentsOf(followed);
    expect(files.length).toBeLessThan(10);
    const live = indexes.current().table.reports;
    const questions = ['في الفقرة', 'كلمة27 1', 'كلمة1*', 'الفقرة ... 3'];
    const answers = () => questions.map((q) => phraseAnswer(indexes.current(), { q }));
    const paged = answers();
    expect(paged[0]!.occurrences).toBe((live.length - 1) * 50);
    await indexes.close();
    const whole = await openIndexes(followed.store, options());
    expect(questions.map((q) => phraseAnswer(whole.current(), { q }))).toEqual(paged);
    expect(segmentsOf(followed).sort()).toEqual(files.sort());
    await whole.close();
    expect(followed.notices).toEqual([]);
  });
});

describe('a kept set', () => {
  it('is all that is left in its folder, whether it was closed in the middle of a merge or not', async () => {
    for (const [round, waits] of [false, true].entries()) {
      const indexes = await openIndexes(followed.store, options(0));
      for (let n = 0; n < 4; n += 1) {
        followed.store.put(report(`${round}-${n}`, 2003, ['البند الثاني']));
        await indexes.refresh();
      }
      if (waits) await indexes.settled();
      writeFileSync(
        join(indexFolder(followed), '999999999-00ff.segment.999999999.tmp'),
        'of a killed process',
      );
      await indexes.close();
      const named = readSetFile(followed.folder).segments.map(({ name }) => `${name}.segment`);
      expect(readdirSync(indexFolder(followed)).sort()).toEqual([...named, 'set.json'].sort());
    }
  });
});
