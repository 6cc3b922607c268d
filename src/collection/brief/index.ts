/** Answers in brief, for assistants: by use case, from the same snapshot as the answer itself. */
import type { CaseName } from '../names-of-cases.ts';
import * as listed from './listed.ts';
import * as phrases from './phrases.ts';
import type { BriefOf } from './types.ts';
import * as wordings from './wordings.ts';

export { citationText } from './cite.ts';
export type { Brief, Citation, Entry } from './types.ts';

/** The form of an answer that is a `Brief` as JSON; the HTTP API does not offer it. */
export const briefForm = 'brief';

const byCase = { ...listed, ...phrases, ...wordings };

/** Use cases that have a brief form. */
export type BriefCase = keyof typeof byCase & CaseName;

export const briefOf = (name: CaseName): BriefOf<object> | undefined =>
  (byCase as unknown as Partial<Record<CaseName, BriefOf<object>>>)[name];
