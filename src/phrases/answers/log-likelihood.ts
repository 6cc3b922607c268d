/**
 * The log-likelihood ratio G² of a table of two by two: T. Dunning, "Accurate Methods for the Statistics of Surprise
 * and Coincidence" (Computational Linguistics 19, 1993). 3.84 is passed by chance once in twenty, 10.83 once in a
 * thousand, where one word is looked at.
 */

/**
 * `both` of `row` places have the property, and `column` of all `total` places have it. Signed: below 0 where the row
 * has it less often than the rest. 0 where one of the two is everything or nothing.
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
  // Rounding can leave a little less than nothing.
  return g2 <= 0 ? 0 : signed;
}

function cell(seen: number, row: number, column: number, total: number): number {
  return seen <= 0 ? 0 : seen * Math.log((seen * total) / (row * column));
}
