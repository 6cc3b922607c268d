/** What must be true wherever indexes are built, in the thread that asks or in a worker. */
import { expect, it } from 'vitest';
import { openIndexes, phraseAnswer } from '../../src/phrases/index.ts';
import { type Followed, optionsOf, report } from './followed-store.ts';

export function followTheStore(followed: Followed, inThread?: number): void {
  it('answers from the previous epoch until the next index is complete, then from that one', async () => {
    const indexes = await openIndexes(followed.store, optionsOf(followed, inThread));
    const count = () => phraseAnswer(indexes.current(), { q: 'البند' }).occurrences;
    const before = indexes.current();
    const release = before.hold();
    expect([before.epoch, count()]).toEqual([1, 1]);

    followed.store.put(report('B', 2003, ['البند الثاني', '']));
    expect(count()).toBe(1);
    await indexes.refresh();
    expect([indexes.current().epoch, count()]).toEqual([2, 2]);
    expect(phraseAnswer(before, { q: 'البند' }).concordance).toHaveLength(1);
    release();

    followed.store.put(report('A', 2001, ['لا شيء']));
    followed.store.remove('B');
    await indexes.refresh();
    expect([indexes.current().epoch, count()]).toEqual([4, 0]);
    await indexes.close();
    expect(followed.notices).toEqual([]);
  });

  it('includes what was committed while it was building', async () => {
    const indexes = await openIndexes(followed.store, optionsOf(followed, inThread));
    followed.store.put(report('B', 2003, ['البند']));
    const refreshed = indexes.refresh();
    followed.store.put(report('C', 2004, ['البند']));
    await Promise.all([refreshed, indexes.refresh()]);
    expect([indexes.current().epoch, indexes.current().table.reports.length]).toEqual([3, 3]);
    await indexes.close();
  });

  it('stops if it is closed in the middle', async () => {
    const indexes = await openIndexes(followed.store, optionsOf(followed, inThread));
    followed.store.put(report('B', 2003, ['البند']));
    const refreshed = indexes.refresh();
    await indexes.close();
    await refreshed;
    expect(() => indexes.current()).toThrow(/closed/);
  });
}
