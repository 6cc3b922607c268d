/** Light questions that arrive together are shared between the main thread and a free pool thread. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LightQueue } from '../../src/collection/pool/light-queue.ts';
import type { Question } from '../../src/collection/pool/pool.ts';
import type { Written } from '../../src/collection/written.ts';
import { amount } from '../amount.ts';

const ask = (number: number): Question => ({ name: 'phrases', params: { number }, form: 'json' });
const numberOf = ({ params }: Question): number => params.number as number;

/** An answer that says which thread computed it. */
const by = (thread: string, question: Question): Written => ({
  epoch: 1,
  commit: 'commit',
  bytes: new TextEncoder().encode(`${thread} ${numberOf(question)}`),
  degraded: false,
  timed: false,
  rest: null,
});
const textOf = (written: Written | null): string | null => written && new TextDecoder().decode(written.bytes);

interface Fake {
  queue: LightQueue;
  /** The numbers of the questions of each loan. */
  loans: number[][];
  prepared: number;
}

/** @param answers of a thread for a loan; null if none is free */
function started(
  answers: (questions: readonly Question[]) => Promise<(Written | null)[]> | null,
  compute: (question: Question) => Promise<Written | null> = async (question) => by('main', question),
): Fake {
  const fake: Fake = { loans: [], prepared: 0, queue: null as unknown as LightQueue };
  const pool = {
    lend(questions: readonly Question[]) {
      const lent = answers(questions);
      if (lent) fake.loans.push(questions.map(numberOf));
      return lent;
    },
    prepare() {
      fake.prepared += 1;
    },
  };
  fake.queue = new LightQueue(pool, compute);
  return fake;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A thread that is free again some turns after each loan. */
function thread(turns = 1) {
  let isFree = true;
  return (questions: readonly Question[]): Promise<(Written | null)[]> | null => {
    if (!isFree) return null;
    isFree = false;
    return (async () => {
      for (let i = 0; i < turns; i += 1) await turn();
      isFree = true;
      return questions.map((question) => by('thread', question));
    })();
  };
}

const range = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('light questions', () => {
  it('one at a time are answered by the main thread', async () => {
    const { queue, loans } = started(thread());
    for (const number of range(5)) {
      expect(textOf(await queue.answer(ask(number)))).toBe(`main ${number}`);
      await turn();
    }
    expect(loans).toEqual([]);
  });

  it('together are shared with a thread', async () => {
    const fake = started(thread());
    const answers = (await Promise.all(range(40).map((number) => fake.queue.answer(ask(number))))).map(
      textOf,
    );
    expect(answers.map((text) => text?.split(' ')[1])).toEqual(range(40).map(String));
    expect(answers[0]).toBe('main 0');
    const lent = answers.filter((text) => text?.startsWith('thread')).length;
    expect(lent).toBe(fake.loans.flat().length);
    expect(lent).toBeGreaterThan(10);
    expect(lent).toBeLessThan(39);
  });

  it('start a thread if many wait, and are all answered without one', async () => {
    const few = started(() => null);
    await Promise.all(range(10).map((number) => few.queue.answer(ask(number))));
    expect(few.prepared).toBe(0);
    const many = started(() => null);
    const answers = await Promise.all(range(40).map((number) => many.queue.answer(ask(number))));
    expect(answers.map(textOf)).toEqual(range(40).map((number) => `main ${number}`));
    expect(many.prepared).toBeGreaterThan(0);
  });

  it('each get their own answer or error, once, whatever threads do', async () => {
    /** Under these numbers a question is heavy, wrong, or not answered by the thread. */
    const heavy = (number: number) => number % 7 === 0;
    const wrong = (number: number) => number % 7 === 1;
    const lost = (number: number) => number % 7 === 2;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ count: fc.nat(30), pause: fc.nat(3) }), { maxLength: 8 }),
        fc.nat(4),
        async (bursts, turns) => {
          const computed: number[] = [];
          const pool = thread(turns);
          const { queue } = started(
            (questions) =>
              pool(questions)?.then((answers) =>
                answers.map((answer, i) => {
                  const number = numberOf(questions[i]!);
                  return heavy(number) || wrong(number) || lost(number) ? null : answer;
                }),
              ) ?? null,
            async (question) => {
              const number = numberOf(question);
              computed.push(number);
              if (wrong(number)) throw new Error(`wrong ${number}`);
              return heavy(number) ? null : by('main', question);
            },
          );
          const asked: Promise<unknown>[] = [];
          let number = 0;
          for (const { count, pause } of bursts) {
            for (let i = 0; i < count; i += 1, number += 1)
              asked.push(queue.answer(ask(number)).then(textOf, ({ message }) => message));
            for (let i = 0; i < pause; i += 1) await turn();
          }
          for (const [i, got] of (await Promise.all(asked)).entries()) {
            if (heavy(i)) expect(got).toBeNull();
            else expect(String(got).split(' ')).toEqual([wrong(i) ? 'wrong' : expect.anything(), String(i)]);
          }
          expect(new Set(computed).size).toBe(computed.length);
        },
      ),
      { numRuns: amount(30, 300) },
    );
  });
});
