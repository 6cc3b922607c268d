/**
 * The log-likelihood ratio G² of a two-by-two table: T. Dunning, "Accurate Methods for the Statistics of Surprise and
 * Coincidence" (Computational Linguistics 19, 1993). For a single word, chance exceeds 3.84 once in twenty cases and
 * 10.83 once in a thousand.
 */

/**
 * `both` of `row` places have the property, and `column` of all `total` places do. Signed: negative if the row has it
 * less often than the rest. 0 if one of the two is everything or nothing.
 */
export function logLikelihood(both: number, row: number, column: number, total: number): number {
  const rest = total - row - column + both;
  const g2 =
    2 *
    (cell(both, row, column, total) +
      cell(row - both, row, total - column, total) +
      cell(column - both, total - row, column, total) +
      cell(rest, total - row, total - column, total));
  const signed = both * total >= row * column ? g2 : -g2;
  // Rounding can give slightly less than zero.
  return g2 <= 0 ? 0 : signed;
}

function cell(seen: number, row: number, column: number, total: number): number {
  return seen <= 0 ? 0 : seen * Math.log((seen * total) / (row * column));
}
