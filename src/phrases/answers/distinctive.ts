/**
 * How much more frequent a formula is in a scope than in the rest of the collection: the log-likelihood ratio G² of
 * T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence" (Computational Linguistics, 1993), as
 * P. Rayson and R. Garside use it to compare two corpora (Comparing Corpora workshop, ACL 2000).
 */
import type { CollectionIndex } from '../collection-index.ts';
import type { Scope } from '../scope.ts';
import type { Census } from './census.ts';
import type { Formula } from './formulas.ts';

/** A phrase's score: G² if it is over-represented in the scope, -G² if it is under-represented. */
export function keyness(index: CollectionIndex, scope: Scope, census: Census): (formula: Formula) => number {
  const { reportTokens } = index.table;
  const inside = reportTokens.reduce((sum, tokens, report) => sum + tokens * scope.reports[report]!, 0);
  const outside = index.tokenCount - inside;
  return (formula) => {
    const here = census.occurrences(formula).reduce((sum, [, count]) => sum + count, 0);
    return signedLogLikelihood(here, census.everywhere(formula) - here, inside, outside);
  };
}

/** `here` of `inside` tokens against `there` of `outside` tokens. 0 if there is nothing to compare with. */
export function signedLogLikelihood(here: number, there: number, inside: number, outside: number): number {
  if (inside === 0 || outside === 0) return 0;
  const rate = (here + there) / (inside + outside);
  const term = (seen: number, tokens: number) => (seen === 0 ? 0 : seen * Math.log(seen / (tokens * rate)));
  const g2 = 2 * (term(here, inside) + term(there, outside));
  return here / inside >= there / outside ? g2 : -g2;
}
