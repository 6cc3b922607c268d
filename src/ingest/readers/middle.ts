/** The median of a list: the usual value of a measure, whatever a few of them are. */

/** For an even number, the greater of the two in the middle; 0 if there are none. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
