/** The commands that ask the collection one question: use case, arguments, and how the answer is printed as text. */
import type { z } from '@hono/zod-openapi';
import type { Command } from 'commander';
import { cases, type UseCase } from '../../collection/index.ts';
import { ask, type Question } from '../ask.ts';
import * as text from '../text/index.ts';

function question<P extends z.ZodObject, B extends z.ZodType>(
  useCase: UseCase<P, B>,
  details: Question<z.output<B>>,
): (program: Command) => void {
  return (program) => ask(program, useCase as unknown as UseCase, details);
}

const report = { parameter: 'id', shown: 'REPORT' };
const paragraphShape = /^[^\s:]+:\d+$/;

/** `wording PHRASE-OR-PARAGRAPH`: an argument that looks like a paragraph's id is one. */
function phraseOrParagraph({ q, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return typeof q === 'string' && paragraphShape.test(q) ? { ...rest, paragraph: q } : { ...rest, q };
}

export const questions: ((program: Command) => void)[] = [
  question(cases.series, { name: 'series', arguments: [], print: text.series }),
  question(cases.reports, { name: 'reports', arguments: [], print: text.reports }),
  question(cases.search, {
    name: 'search',
    arguments: [{ parameter: 'q', shown: 'QUERY' }],
    print: text.search,
  }),
  question(cases.phrases, {
    name: 'phrase',
    arguments: [{ parameter: 'q', shown: 'PHRASE' }],
    print: text.phrase,
  }),
  question(cases.threads, {
    name: 'threads',
    arguments: [{ parameter: 'q', shown: 'PHRASE' }],
    print: text.threads,
  }),
  question(cases.trends, {
    name: 'trends',
    arguments: [{ parameter: 'q', shown: 'PHRASE', several: true }],
    print: text.trends,
  }),
  question(cases.recurring, { name: 'recurring', arguments: [report], print: text.recurring }),
  question(cases.dropped, { name: 'dropped', arguments: [report], print: text.dropped }),
  question(cases.novelty, { name: 'novelty', arguments: [report], print: text.novelty }),
  question(cases.variants, { name: 'variants', arguments: [report], print: text.variants }),
  question(cases.compare, {
    name: 'compare',
    arguments: [
      { parameter: 'base', shown: 'BASE' },
      { parameter: 'other', shown: 'OTHER' },
    ],
    print: text.compare,
  }),
  question(cases.wording, {
    name: 'wording',
    arguments: [{ parameter: 'q', shown: 'PHRASE-OR-PARAGRAPH' }],
    adapt: phraseOrParagraph,
    print: text.wording,
  }),
  question(cases.references, {
    name: 'references',
    arguments: [{ parameter: 'symbol', shown: 'SYMBOL', optional: true }],
    print: text.references,
  }),
];
