/**
 * Chooses the terms by which an engine ranks. An engine goes through every occurrence of each, so a query of many
 * common words or prefixes would take minutes, and such terms hardly distinguish paragraphs. The rarest terms come
 * first, and of the others as many as can be processed in about a second.
 */
import { type Budget, unlimited } from '../phrases/budget.ts';
import type { Pattern, PhraseIndex, PrefixElement, WordsElement } from '../phrases/types.ts';
import type { CompiledTerm } from './query.ts';

/** Maximum number of occurrences processed: for the rarest term, and for the others together. */
const mostAlone = 5_000_000;
const mostMore = 1_000_000;

/** Patterns of each term, in the order of the query; none if even the rarest is too common to rank by. */
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
