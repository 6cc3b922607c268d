/** The baseline of recurring phrases and novelty: compare the report with every other one, token by token. */
import type { SuffixArrayIndex } from '../../src/phrases/index.ts';

/**
 * For each token of the report the longest run that begins there and stands in another report: the usual dynamic
 * programming over all pairs of positions. `others` limits how many reports are compared, to extrapolate from.
 */
export function longestShared(
  index: SuffixArrayIndex,
  report: number,
  others: Iterable<number>,
): Uint32Array {
  const { table, tokens, tokenStart } = index;
  const from = tokenStart[table.firstOf[report]!]!;
  const own = tokens.subarray(from, tokenStart[table.firstOf[report + 1]!]!);
  const longest = new Uint32Array(own.length);
  let after = new Uint32Array(own.length + 1);
  let here = new Uint32Array(own.length + 1);
  for (const other of others) {
    if (other === report) continue;
    const end = tokenStart[table.firstOf[other + 1]!]!;
    after.fill(0);
    for (let position = end - 1; position >= tokenStart[table.firstOf[other]!]!; position -= 1) {
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
