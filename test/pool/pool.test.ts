/**
 * The pool: threads that die, do not react or use too much memory, questions that wait, are shared, or are no longer
 * wanted.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { mostWaiting } from '../../src/collection/pool/pool.ts';
import { codeOf, type FakeOptions, type FakePool, fakePool, question, setOf } from './fake-threads.ts';

const open: FakePool[] = [];
afterEach(async () => {
  for (const { pool, release } of open.splice(0)) {
    release();
    await pool.close();
  }
});

function start(environment: Record<string, string> = {}, options: FakeOptions = {}): FakePool {
  const made = fakePool(environment, options);
  made.pool.offer(setOf(1));
  open.push(made);
  return made;
}

const textOf = ({ bytes }: { bytes: Uint8Array }): unknown => JSON.parse(new TextDecoder().decode(bytes));

describe('a pool of threads', () => {
  it('starts none before the first question, and no more than are needed', async () => {
    const fake = start({ SIYAGHA_ANSWER_THREADS: '4' });
    expect(fake.started).toBe(0);
    expect(textOf(await fake.pool.ask(question('echo', 7)))).toEqual({ deed: 'echo', number: 7 });
    await fake.pool.ask(question('echo', 8));
    expect(fake.started).toBe(1);
    expect(fake.pool.state).toMatchObject({ threads: 1, busy: 0, waiting: 0, answered: 2 });
  });

  it('works on as many questions as it has threads, and the rest wait their turn', async () => {
    const fake = start({ SIYAGHA_ANSWER_THREADS: '2' });
    const asked = [1, 2, 3, 4, 5].map((number) => fake.pool.ask(question('hold', number)));
    await fake.held(2);
    expect(fake.pool.state).toMatchObject({ threads: 2, busy: 2, waiting: 3 });
    fake.release();
    expect((await Promise.all(asked)).map(textOf)).toEqual(
      [1, 2, 3, 4, 5].map((number) => ({ deed: 'hold', number })),
    );
    expect(fake.pool.state).toMatchObject({ threads: 2, busy: 0, waiting: 0, answered: 5 });
  });

  it('names the state that answered, and gives the next one to existing threads at once', async () => {
    const fake = start();
    expect(await fake.pool.ask(question('echo'))).toMatchObject({ epoch: 1, commit: 'commit-1' });
    fake.pool.offer(setOf(2));
    expect(await fake.pool.ask(question('echo'))).toMatchObject({ epoch: 2, commit: 'commit-2' });
    expect(fake.started).toBe(1);
  });
});

describe('a thread that ends', () => {
  it.each([
    ['dies', 'die', 'answer_lost', 'died'],
    ['takes more memory than allowed', 'eat', 'too_much_work', 'too_much'],
  ] as const)(
    'because it %s fails only its own question, and the next is answered',
    async (_, deed, code, counted) => {
      const fake = start();
      const asked = [fake.pool.ask(question(deed)), fake.pool.ask(question('echo', 1))] as const;
      expect(await codeOf(asked[0])).toBe(code);
      expect(textOf(await asked[1])).toEqual({ deed: 'echo', number: 1 });
      expect(fake.started).toBe(2);
      expect(fake.pool.state).toMatchObject({ threads: 1, [counted]: 1 });
    },
  );

  it('before it can be asked fails one question each time, so that nobody waits forever', async () => {
    const fake = fakePool({}, { code: "throw new Error('it cannot start')" });
    open.push(fake);
    fake.pool.offer(setOf(1));
    const asked = [1, 2].map((number) => codeOf(fake.pool.ask(question('echo', number))));
    expect(await Promise.all(asked)).toEqual(['it cannot start', 'it cannot start']);
    expect(fake.pool.state).toMatchObject({ threads: 0, waiting: 0 });
  });
});

describe('light questions', () => {
  const lent = async ({ pool }: FakePool, ...questions: Parameters<typeof pool.lend>[0][number][]) =>
    (await pool.lend(questions))?.map((answer) => answer && textOf(answer));

  it('are lent to a free thread, which is not started for them unless told', async () => {
    const fake = start();
    expect(await lent(fake, question('echo'))).toBeUndefined();
    fake.pool.prepare();
    await fake.pool.ask(question('echo'));
    expect(await lent(fake, question('echo', 1), question('fault'), question('echo', 2))).toEqual([
      { deed: 'echo', number: 1 },
      null,
      { deed: 'echo', number: 2 },
    ]);
    expect(fake.started).toBe(1);
    expect(fake.pool.state).toMatchObject({ busy: 0, answered: 3 });
  });

  it('are not lent while a heavy one runs or waits, and a heavy one waits until they are returned', async () => {
    const fake = start();
    const heavy = fake.pool.ask(question('hold', 1));
    await fake.held(1);
    expect(await lent(fake, question('echo'))).toBeUndefined();
    fake.release();
    await heavy;
    const light = lent(fake, question('echo', 2));
    expect(textOf(await fake.pool.ask(question('echo', 3)))).toEqual({ deed: 'echo', number: 3 });
    expect(await light).toEqual([{ deed: 'echo', number: 2 }]);
  });

  it('come back unanswered if the thread ends, or has an older state', async () => {
    const fake = start();
    await fake.pool.ask(question('echo'));
    expect(await lent(fake, question('echo'), question('die'))).toEqual([null, null]);
    await fake.pool.ask(question('echo'));
    const { params, ...rest } = question('echo');
    expect(await lent(fake, { ...rest, params: { ...params, commit: 'commit-0' } })).toEqual([null]);
  });
});

describe('the budget', () => {
  it('says how to ask for less; the next question is answered by the same thread', async () => {
    const fake = start();
    await expect(fake.pool.ask(question('too_much'))).rejects.toMatchObject({
      code: 'too_much_work',
      status: 503,
      message: expect.stringMatching(/SIYAGHA_ANSWER_SECONDS.*one section at a time with section/),
    });
    expect(await codeOf(fake.pool.ask(question('echo')))).toBeNull();
    expect(fake.started).toBe(1);
    expect(fake.pool.state).toMatchObject({ too_much: 1 });
  });

  it('ends a thread that ignores it', async () => {
    const fake = start({ SIYAGHA_ANSWER_SECONDS: '0.05' });
    expect(await codeOf(fake.pool.ask(question('deaf')))).toBe('too_much_work');
    expect(fake.pool.state).toMatchObject({ threads: 0, too_much: 1 });
  });
});

describe('equal questions', () => {
  it('of one state share an answer while it is being computed', async () => {
    const fake = start();
    const asked = [1, 2, 3].map(() => fake.pool.ask(question('hold')));
    const other = fake.pool.ask(question('hold', 1));
    await fake.held(1);
    expect(fake.pool.state).toMatchObject({ busy: 1, waiting: 1, shared: 2 });
    fake.release();
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ bytes }) => bytes)).size).toBe(1);
    await other;
    expect(fake.pool.state).toMatchObject({ answered: 2, shared: 2 });
  });

  it('of two states do not', async () => {
    const fake = start();
    const before = fake.pool.ask(question('hold'));
    await fake.held(1);
    fake.pool.offer(setOf(2));
    const after = fake.pool.ask(question('hold'));
    fake.release();
    expect((await before).epoch).toBe(1);
    expect((await after).epoch).toBe(2);
    expect(fake.pool.state).toMatchObject({ shared: 0, answered: 2 });
  });
});

describe('a client that disconnects', () => {
  it('stops the work if nobody else waits for it', async () => {
    const fake = start();
    const [one, two] = [new AbortController(), new AbortController()];
    const asked = [
      fake.pool.ask(question('hold'), one.signal),
      fake.pool.ask(question('hold'), two.signal),
    ].map(codeOf);
    await fake.held(1);
    one.abort();
    expect(await asked[0]).toBe('stopped');
    expect(fake.stopped).toBe(0);
    two.abort();
    expect(await asked[1]).toBe('stopped');
    expect(await codeOf(fake.pool.ask(question('echo')))).toBeNull();
    expect(fake.stopped).toBe(1);
    expect(fake.started).toBe(1);
    expect(fake.pool.state).toMatchObject({ stopped: 1, busy: 0 });
  });

  it('takes its question out of the queue', async () => {
    const fake = start();
    const first = fake.pool.ask(question('hold'));
    await fake.held(1);
    const leaving = new AbortController();
    const second = codeOf(fake.pool.ask(question('hold', 1), leaving.signal));
    leaving.abort();
    expect(await second).toBe('stopped');
    expect(fake.pool.state).toMatchObject({ waiting: 0, stopped: 1 });
    fake.release();
    await first;
  });

  it('and is not waited for if it comes late', async () => {
    const fake = start();
    expect(await codeOf(fake.pool.ask(question('hold'), AbortSignal.abort()))).toBe('stopped');
    expect(fake.started).toBe(0);
  });

  it('ends a thread that does not notice', async () => {
    const fake = start();
    const leaving = new AbortController();
    const asked = codeOf(fake.pool.ask(question('deaf'), leaving.signal));
    while (fake.pool.state.busy === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort();
    expect(await asked).toBe('stopped');
    expect(await codeOf(fake.pool.ask(question('echo')))).toBeNull();
    expect(fake.started).toBe(2);
  });
});

describe('more questions than can wait', () => {
  it('are refused, with the time to ask again', async () => {
    const fake = start();
    const asked = [codeOf(fake.pool.ask(question('hold')))];
    await fake.held(1);
    for (let number = 1; number <= mostWaiting; number += 1)
      asked.push(codeOf(fake.pool.ask(question('hold', number))));
    await expect(fake.pool.ask(question('hold', -1))).rejects.toMatchObject({
      code: 'busy',
      status: 503,
      retryAfter: 10,
    });
    expect(fake.pool.state).toMatchObject({ waiting: mostWaiting, refused: 1 });
    fake.release();
    expect(new Set(await Promise.all(asked))).toEqual(new Set([null]));
  });

  it('so is one that waited too long', async () => {
    // Its thread holds no set, and so takes none.
    const impatient = fakePool({}, { code: 'setInterval(() => {}, 1000)', longest: 0.05 });
    open.push(impatient);
    expect(await codeOf(impatient.pool.ask(question('echo')))).toBe('busy');
    expect(impatient.pool.state).toMatchObject({ waiting: 0, refused: 1 });
  });

  it('so is one that has too little time left when its turn comes', async () => {
    // Of the 100 s that an answer may take, at most 30 are left, however short the wait.
    const fake = fakePool({ SIYAGHA_ANSWER_SECONDS: '100' }, { longest: 30 });
    open.push(fake);
    fake.pool.offer(setOf(1));
    const first = fake.pool.ask(question('hold'));
    await fake.held(1);
    const second = codeOf(fake.pool.ask(question('too_much')));
    fake.release();
    await first;
    expect(await second).toBe('busy');
  });
});
