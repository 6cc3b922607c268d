/** The middle value of a list: what a measure usually is, whatever a few of them are. */

/** Of an even number the greater of the two in the middle; 0 where there are none. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
