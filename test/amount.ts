/**
 * How much there is of a test that could go on for ever: some in the quick tests, which run at every change, and all in
 * the long ones. `npm run test:long` runs the files that ask for an amount once more.
 */

/** How many cases, how large an input, or which. */
export const amount = <T>(quick: T, long: T): T => (process.env.SIYAGHA_TESTS === 'long' ? long : quick);
