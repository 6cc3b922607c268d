/** The baseline for recurring phrases and novelty: compares the report with every other one, token by token. */
import type { CollectionIndex } from '../../src/phrases/index.ts';

/**
 * For each token of the report, the longest run that begins there and occurs in another report: the usual dynamic
 * programming over all pairs of positions. `others` limits how many reports are compared, for extrapolation.
 */
export function longestShared(index: CollectionIndex, report: number, others: Iterable<number>): Uint32Array {
  const own = index.tokensOfReport(report);
  const longest = new Uint32Array(own.length);
  let after = new Uint32Array(own.length + 1);
  let here = new Uint32Array(own.length + 1);
  for (const other of others) {
    if (other === report) continue;
    const tokens = index.tokensOfReport(other);
    after.fill(0);
    for (let position = tokens.length - 1; position >= 0; position -= 1) {
      const token = tokens[position]!;
      for (let i = 0; i < own.length; i += 1) {
        const run = token !== 0 && own[i] === token ? after[i + 1]! + 1 : 0;
        here[i] = run;
        if (run > longest[i]!) longest[i] = run;
      }
      [after, here] = [here, after];
    }
  }
  return longest;
}
