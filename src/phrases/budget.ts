/** How much work an answer may take: loops that can be long say what they are about to do. */

export interface Budget {
  /**
   * So many microseconds of work follow or have been done since the last time, by a rough estimate.
   * @throws where the answer may take no more; whoever gave the budget knows the error.
   */
  spend(microseconds: number): void;
}

export const unlimited: Budget = { spend() {} };
