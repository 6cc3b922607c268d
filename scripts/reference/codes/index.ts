/**
 * Every code of an error, a failed file, a warning or a finding of `verify`: what it means and what to do.
 * `test/docs/codes` checks these lists against the source.
 */
export type { Code } from './code.ts';
export { failures, warnings } from './files.ts';
export { findings } from './findings.ts';
export { questionErrors } from './questions.ts';
export { clientErrors, engineErrors, storeErrors } from './services.ts';
