/** Limits the work for an answer: loops that can be long declare what they are about to do. */

export interface Budget {
  /**
   * Declares this many microseconds of work, done since the last call or about to be done, as a rough estimate.
   * @throws if the answer may take no more; the error is defined by whoever supplied the budget
   */
  spend(microseconds: number): void;
}

export const unlimited: Budget = { spend() {} };
