/**
 * The terms that an engine ranks by. It goes through every occurrence of each, so a query of many common words or
 * beginnings of words would take it minutes, and such terms hardly tell one paragraph from another: the rarest come
 * first, and of the others as many as it can go through in about a second.
 */
import { type Budget, unlimited } from '../phrases/budget.ts';
import type { Pattern, PhraseIndex, PrefixElement, WordsElement } from '../phrases/types.ts';
import type { CompiledTerm } from './query.ts';

/** Occurrences that are gone through at most: of the rarest term, and of the others together. */
const mostAlone = 5_000_000;
const mostMore = 1_000_000;

/** Patterns of each term, in the order of the query; none where even the rarest is too common to rank by. */
export function tellingTerms(
  index: PhraseIndex,
  terms: readonly CompiledTerm[],
  budget: Budget = unlimited,
): (readonly Pattern[])[] {
  const counts = new Map<string, number>();
  const count = (run: WordsElement | PrefixElement): number => {
    const key = JSON.stringify(run);
    let known = counts.get(key);
    if (known === undefined) {
      known = run.type === 'words' ? index.count(run.words) : index.match({ elements: [run] }).starts.length;
      if (run.type === 'prefix') budget.spend(known / 20);
      counts.set(key, known);
    }
    return known;
  };
  const cost = ({ patterns }: CompiledTerm): number =>
    patterns.reduce((sum, pattern) => sum + runsOf(pattern).reduce((all, run) => all + count(run), 0), 0);
  const byCost = terms.map((term) => ({ term, cost: cost(term) })).sort((x, y) => x.cost - y.cost);
  const taken = new Set<CompiledTerm>();
  let more = 0;
  for (const { term, cost } of byCost) {
    if (taken.size > 0) more += cost;
    if (cost > mostAlone || more > mostMore) break;
    taken.add(term);
  }
  return terms.filter((term) => taken.has(term)).map(({ patterns }) => patterns);
}

function runsOf({ elements }: Pattern): (WordsElement | PrefixElement)[] {
  return elements.flatMap((element) => {
    if (element.type === 'words' || element.type === 'prefix') return [element];
    return element.type === 'alternatives' ? element.options.flat() : [];
  });
}
