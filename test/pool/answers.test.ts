/** The pool's answers: the same bytes as in process, for every question in every form. */
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Routes, routes } from '../../src/api/routes.ts';
import { cases, checkParameters, nameOfCase, type UseCase } from '../../src/collection/index.ts';
import { lightAnswer } from '../../src/collection/pool/light.ts';
import { AnswerPool, type Question } from '../../src/collection/pool/pool.ts';
import { type Written, written } from '../../src/collection/written.ts';
import { openIndexes, type PhraseIndexes } from '../../src/phrases/index.ts';
import { loadLexicon } from '../../src/settings/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { questions } from '../api/questions.ts';
import { type Opened, openSamples } from '../collection/sample-collection.ts';

let samples: Opened;
let store: Store;
let indexes: PhraseIndexes;
let pool: AnswerPool;
beforeAll(async () => {
  samples = await openSamples();
  store = openStore(samples.settings.SIYAGHA_DATA, { readOnly: true });
  indexes = await openIndexes(store, { lexicon: loadLexicon() });
  pool = new AnswerPool(samples.settings);
  pool.offer(indexes.current());
});
afterAll(async () => {
  await pool?.close();
  await indexes?.close();
  store?.close();
  await samples?.close();
});

/** An answer without its times. */
function textOf({ bytes }: Written): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/"took_ms":[\d.]+/, '"took_ms":0');
}

const formsOf = ({ rows, files = {} }: UseCase): string[] => [
  'json',
  ...(rows ? ['csv', 'jsonl'] : []),
  ...Object.keys(files).filter((form) => form !== 'docx'),
];

/** Lent to a free thread. */
async function lent(question: Question): Promise<Written | null> {
  const answers = pool.lend([question, question]);
  if (!answers) throw new Error('no thread is free');
  const [first, second] = await answers;
  expect(first && textOf(first)).toBe(second && textOf(second));
  return first ?? null;
}

async function bothWays(useCase: UseCase, raw: Record<string, unknown>, form: string) {
  const params = checkParameters(useCase.params, raw);
  const here = await samples.collection.use((view) => written(view, useCase, params, form));
  const there = await pool.ask({ name: nameOfCase(useCase), params, form });
  return { here, there };
}

describe('a thread of the pool answers like the process itself', () => {
  it.each(Object.keys(routes) as (keyof Routes)[])('%s', async (route) => {
    const useCase = routes[route] as unknown as UseCase;
    for (const parameters of questions[route]) {
      for (const form of formsOf(useCase)) {
        const { here, there } = await bothWays(useCase, parameters, form);
        expect(textOf(there)).toBe(textOf(here));
        expect(there).toMatchObject({
          epoch: here.epoch,
          commit: here.commit,
          timed: here.timed,
          degraded: false,
        });
      }
    }
  });

  it.each(Object.keys(routes) as (keyof Routes)[])('%s, if it is light and lent', async (route) => {
    const useCase = routes[route] as unknown as UseCase;
    for (const parameters of questions[route]) {
      const params = checkParameters(useCase.params, parameters);
      for (const form of formsOf(useCase)) {
        const question = { name: nameOfCase(useCase), params, form };
        const here = await samples.collection.use((view) => lightAnswer(view, question));
        const there = await lent(question);
        expect(there && textOf(there)).toBe(here && textOf(here));
      }
    }
  });

  it('the precedents of a pasted text', async () => {
    const useCase = cases.similarText as unknown as UseCase;
    const text = 'وينبغي للدول المشاطئة أن تتبادل البيانات مرة كل ثلاثة أشهر على الأقل';
    const { here, there } = await bothWays(useCase, { text }, 'json');
    expect(textOf(there)).toBe(textOf(here));
  });

  it('a document with tracked changes', async () => {
    const useCase = cases.compare as unknown as UseCase;
    const { here, there } = await bothWays(useCase, questions['/v1/compare'][0]!, 'docx');
    const documentOf = ({ bytes }: Written) =>
      strFromU8(unzipSync(bytes)['word/document.xml']!).replaceAll(/w:date="[^"]*"/g, '');
    expect(documentOf(there)).toBe(documentOf(here));
  });

  it('and refuses like it', async () => {
    for (const [useCase, raw] of [
      [cases.compare, { base: 'nothing', other: 'nothing' }],
      [cases.phrases, { q: '...' }],
      [cases.wording, {}],
      [cases.collate, { report: ['SRO-C.7-2008-9', 'SRO-C.7-2008-9'] }],
    ] as unknown as [UseCase, Record<string, unknown>][]) {
      const params = checkParameters(useCase.params, raw);
      const told = (asked: Promise<unknown>) =>
        asked.then(
          () => null,
          ({ code, status, message, errors }) => ({ code, status, message, errors }),
        );
      const here = await told(samples.collection.use((view) => written(view, useCase, params, 'json')));
      const there = await told(pool.ask({ name: nameOfCase(useCase), params, form: 'json' }));
      expect(here).not.toBeNull();
      expect(there).toEqual(here);
    }
  });
});
