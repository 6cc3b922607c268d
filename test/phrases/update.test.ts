/** An index that followed changes is the index that is built of what is there now. */
import { profiles } from 'arabic-normalizer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scanCollection } from '../../src/phrases/index.ts';
import { buildArrays } from '../../src/phrases/phrase-index.ts';
import { underProfile } from '../../src/phrases/token-stream.ts';
import { readChange } from '../../src/phrases/update/change.ts';
import { mergeChange } from '../../src/phrases/update/merge.ts';
import { collections } from './collections.ts';
import { memoryReader } from './memory-reader.ts';

const lexicon = new Set(['بند']);

it('after reports came, went and were replaced, once and again', () => {
  fc.assert(
    fc.property(collections, collections, collections, fc.constantFrom(...profiles), (first, ...rest) => {
      const profile = rest.pop() as (typeof profiles)[number];
      const scanned = scanCollection(memoryReader(first));
      const stream = underProfile(scanned.exact, profile, lexicon);
      let ids = scanned.table.reports.map(({ id }) => id);
      let { table, tokenStart, words } = { table: scanned.table, ...stream };
      let arrays = buildArrays(stream, table);
      let before = first;
      for (const now of rest as (typeof first)[]) {
        // Reports of the same id and content stay; half of the others keep their old content, at its date.
        const next = now.map((report, i) => (i % 2 === 0 && before[i] ? before[i]! : report));
        const changed = new Set(
          [...before, ...next]
            .map(({ id }) => id)
            .filter((id, i) => next.find((r) => r.id === id) !== before.find((r) => r.id === id) || i === 3),
        );
        const reader = memoryReader(next);
        const change = readChange(reader, { ...table, ids, tokenStart }, changed);
        const merged = mergeChange(
          { ...arrays, words, tokenStart, firstOf: table.firstOf },
          change,
          profile,
          lexicon,
        );

        const anew = scanCollection(reader);
        const expected = underProfile(anew.exact, profile, lexicon);
        const built = buildArrays(expected, anew.table);
        expect(merged.words).toEqual(expected.words);
        expect(merged.arrays.tokens).toEqual(expected.tokens);
        expect(change.tokenStart).toEqual(expected.tokenStart);
        for (const column of ['reportOf', 'firstOf', 'kindOf'] as const) {
          expect(change.table[column]).toEqual(anew.table[column]);
        }
        // Equal suffixes may stand in another order; what they say, share and count may not differ.
        const said = (suffixes: Uint32Array) =>
          Array.from(suffixes, (start) =>
            expected.tokens.slice(start, expected.tokens.indexOf(0, start)).join(' '),
          );
        expect(said(merged.arrays.suffixes)).toEqual(said(built.suffixes));
        expect([...merged.arrays.suffixes].sort()).toEqual([...built.suffixes].sort());
        expect([...merged.arrays.lcp]).toEqual([...built.lcp]);
        expect([...merged.arrays.counts]).toEqual([...built.counts]);
        for (const [i, start] of merged.arrays.suffixes.entries()) {
          expect(merged.arrays.rank[start]).toBe(i);
          expect(merged.arrays.reportAt[i]).toBe(
            change.table.reportOf[change.tokenStart.findIndex((end) => end > start) - 1],
          );
        }
        ({ table, tokenStart } = change);
        ({ arrays, words } = merged);
        ids = table.reports.map(({ id }) => id);
        before = next;
      }
    }),
    { numRuns: 400 },
  );
});
