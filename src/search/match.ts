/**
 * Which paragraphs match a query: exact, from the phrase index, whatever engine ranks them. The rarest term gives the
 * first candidates; each further term is then either looked for in them or intersected, whichever is less work.
 */

import { type Budget, unlimited } from '../phrases/budget.ts';
import type { Scope } from '../phrases/scope.ts';
import type { Occurrence, PhraseIndex } from '../phrases/types.ts';
import { Matcher } from './matcher.ts';
import type { CompiledTerm } from './query.ts';
import { difference, intersection, union } from './sets.ts';

/** A term over one index: any of its patterns. */
interface TermMatcher {
  excluded: boolean;
  matchers: Matcher[];
}

export class QueryMatcher {
  readonly index: PhraseIndex;
  readonly #terms: TermMatcher[];
  readonly #budget: Budget;

  constructor(index: PhraseIndex, terms: readonly CompiledTerm[], budget: Budget = unlimited) {
    this.index = index;
    this.#budget = budget;
    this.#terms = terms.map(({ excluded, patterns }) => ({
      excluded,
      matchers: patterns.map((pattern) => new Matcher(index, pattern)),
    }));
  }

  /** Numbers of the matching paragraphs of the scope, ascending. */
  paragraphs(scope: Scope): Uint32Array {
    const needed = this.#terms.filter((term) => !term.excluded);
    // Plain terms first, since their counts are known without a search; the rarest first.
    const cost = (term: TermMatcher) =>
      term.matchers.every((matcher) => matcher.isPlain) ? count(term) : Infinity;
    const costs = new Map(needed.map((term) => [term, cost(term)]));
    needed.sort((a, b) => (costs.get(a) === costs.get(b) ? 0 : costs.get(a)! - costs.get(b)!));
    const [first, ...rest] = needed;
    if (!first) return new Uint32Array(0);
    let found = inScope(union(first.matchers.map((matcher) => matcher.paragraphs())), this.index, scope);
    for (const term of [...rest, ...this.#terms.filter(({ excluded }) => excluded)]) {
      if (found.length === 0) return found;
      this.#budget.spend(found.length / 50);
      found = this.#narrow(found, term);
    }
    return found;
  }

  /** Where the required terms occur in a paragraph, as token numbers: by start, with overlapping ones merged. */
  places(paragraph: number): Occurrence[] {
    const all = this.#terms
      .filter(({ excluded }) => !excluded)
      .flatMap(({ matchers }) => matchers.flatMap((matcher) => matcher.occurrences(paragraph)))
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const merged: Occurrence[] = [];
    for (const place of all) {
      const last = merged.at(-1);
      if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
      else merged.push({ ...place });
    }
    return merged;
  }

  #narrow(found: Uint32Array, { excluded, matchers }: TermMatcher): Uint32Array {
    const plain = matchers.every((matcher) => matcher.isPlain);
    const averageLength = 1 + this.index.tokenCount / Math.max(1, this.index.table.count);
    if (plain && found.length * averageLength < count({ excluded, matchers })) {
      return found.filter(
        (paragraph) => matchers.some((matcher) => matcher.occursIn(paragraph)) !== excluded,
      );
    }
    const others = union(
      matchers.map((matcher) => {
        const paragraphs = matcher.paragraphs();
        this.#budget.spend(paragraphs.length / 10);
        return paragraphs;
      }),
    );
    return excluded ? difference(found, others) : intersection(found, others);
  }
}

function count({ matchers }: TermMatcher): number {
  return matchers.reduce((sum, matcher) => sum + matcher.count(), 0);
}

function inScope(paragraphs: Uint32Array, index: PhraseIndex, scope: Scope): Uint32Array {
  const { table } = index;
  const mask = scope.paragraphs;
  return paragraphs.filter(
    (paragraph) => scope.reports[table.reportOf(paragraph)] === 1 && (mask === null || mask[paragraph] === 1),
  );
}
