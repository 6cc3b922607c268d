/**
 * The data that the benches read: the project's private texts if they are next to the checkout, otherwise data that anybody
 * can make from the samples and the bundled lexicon (`scripts/corpus`). `SIYAGHA_BENCH_DATA=constructed` chooses the latter.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const privateData = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** Whether the figures are of data that anybody can make. */
export const onConstructed = process.env.SIYAGHA_BENCH_DATA === 'constructed' || !existsSync(privateData);

/** Says in a table of figures that a row needs third-party files. */
export const skipped = (what: string): void =>
  console.log(`${what}: skipped: its files are not in the repository`);
