/**
 * The size of tests that could go on without end: a small amount in the quick tests, which run with every change, and
 * the full amount in the long ones. `npm run test:long` repeats the files that ask for an amount.
 */

/** How many cases, how large an input, or which. */
export const amount = <T>(quick: T, long: T): T => (process.env.SIYAGHA_TESTS === 'long' ? long : quick);
