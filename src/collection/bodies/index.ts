/** The bodies of all answers, as zod schemas. */
export * from './compare.ts';
export * from './ingest.ts';
export * from './phrases.ts';
export * from './recurring.ts';
export * from './report.ts';
export * from './threads.ts';
