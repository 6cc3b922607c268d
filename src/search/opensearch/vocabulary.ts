/**
 * Words of the collection, from the paragraphs that have them: OpenSearch finds paragraphs with a wanted word that is
 * not known yet, their texts say which it is, and so on until there are none.
 */
import { type Profile, words as wordsOf } from 'arabic-normalizer';
import { EngineError } from '../engine.ts';
import { TooMany } from '../narrowing.ts';
import { slices } from '../slices.ts';
import { editDistance } from '../spelling.ts';
import { indexed } from './documents.ts';
import type { ProvedSearches } from './proved.ts';

/** Maximum number of words found for one: Lucene allows 1,024 clauses, for those wanted and those known together. */
const most = 400;
/** Paragraphs read at once for one word. */
const size = 100;
/** Words searched for together. */
const together = 8;

/** What is looked for. */
interface Wanted {
  /** A query for paragraphs with a wanted word other than these. */
  query(known: readonly string[]): object;
  /** The wanted words of a text. */
  wordsIn(text: string): string[];
}

/** Folded words of the collection at most `distance` edits from this one; the word itself is not among them. */
export const nearWord = (word: string, distance: number): Wanted => ({
  query: (known) => ({
    span_not: {
      include: {
        span_multi: {
          // Without `rewrite` it would find only the 50 most similar words.
          match: { fuzzy: { folded: { value: word, fuzziness: distance, rewrite: 'constant_score' } } },
        },
      },
      exclude: anyOf('folded', [word, ...known]),
    },
  }),
  wordsIn: (text) =>
    wordsOf(text, 'folded').filter(
      (other) => other !== word && editDistance(word, other, distance) <= distance,
    ),
});

/** Exact words that are this folded word. */
export const spellingOf = (word: string): Wanted => ({
  query(known) {
    const include = { span_term: { folded: indexed(word) } };
    if (known.length === 0) return include;
    // Both fields have a word at each position.
    const exclude = { field_masking_span: { query: anyOf('exact', known), field: 'folded' } };
    return { span_not: { include, exclude } };
  },
  wordsIn(text) {
    const folded = wordsOf(text, 'folded');
    return wordsOf(text, 'exact').filter((_, i) => folded[i] === word);
  },
});

/** @throws EngineError, TooMany */
export async function vocabularyOf(searches: ProvedSearches, wanted: readonly Wanted[]): Promise<string[][]> {
  const found = wanted.map(() => new Set<string>());
  for (const some of slices([...wanted.entries()], together))
    await learn(
      searches,
      some.map(([i, one]) => ({ ...one, known: found[i]!, after: null })),
    );
  return found.map((words) => [...words]);
}

type Learning = Wanted & { known: Set<string>; after: readonly unknown[] | null };

async function learn(searches: ProvedSearches, learning: readonly Learning[]): Promise<void> {
  for (let open = learning; open.length > 0; ) {
    const results = await searches
      .ask(open.map(({ query, known, after }) => searches.rows([query([...known])], after, size)))
      .catch((error) => {
        throw isTooLarge(error) ? new TooMany(most, 'similar words') : error;
      });
    open = open.filter((one, i) => {
      const { hits } = results[i]!.hits;
      // Rows of another commit are not in the store.
      for (const { text } of searches.reader.scanRows(hits.map(({ sort }) => sort![0] as number)))
        for (const word of one.wordsIn(text)) one.known.add(word);
      if (one.known.size > most) throw new TooMany(most, 'similar words');
      one.after = hits.at(-1)?.sort ?? null;
      return hits.length === size;
    });
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof EngineError && error.message.includes('maxClauseCount');

const anyOf = (field: Profile, words: readonly string[]): object => ({
  span_or: { clauses: words.map((word) => ({ span_term: { [field]: indexed(word) } })) },
});
