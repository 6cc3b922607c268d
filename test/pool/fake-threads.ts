/** Threads that do what a question tells them, so that the pool's reaction can be observed at any speed. */
import { Worker } from 'node:worker_threads';
import type { ThreadData } from '../../src/collection/pool/messages.ts';
import { AnswerPool, type Question } from '../../src/collection/pool/pool.ts';
import type { PhraseSnapshot } from '../../src/phrases/index.ts';
import { loadSettings } from '../../src/settings/index.ts';

/** What a question may tell such a thread. `hold`: wait for the answer's turn (`release`). `deaf`: never end. */
export type Deed = 'echo' | 'hold' | 'deaf' | 'die' | 'eat' | 'too_much' | 'fault';

/** Runs in the thread: the protocol of the pool's own worker, without a collection. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { flags, gate } = workerData;
const answer = (id, text) => {
  const bytes = new TextEncoder().encode(text);
  const written = { epoch: set.epoch, commit: set.commit, bytes, degraded: false, timed: false };
  parentPort.postMessage({ type: 'answered', id, written }, [bytes.buffer]);
};
const fail = (id, failure) => parentPort.postMessage({ type: 'failed', id, failure });
let set = null;
parentPort.on('message', (message) => {
  if (message.type === 'set') {
    set = message.set;
    parentPort.postMessage({ type: 'holds', epoch: set.epoch });
  }
  if (message.type === 'lend') {
    const answers = message.questions.map(({ params }) => {
      if (params.deed === 'die') process.exit(1);
      if (params.deed !== 'echo') return null;
      const bytes = new TextEncoder().encode(JSON.stringify(params));
      return { epoch: set.epoch, commit: params.commit ?? set.commit, bytes, degraded: false, timed: false };
    });
    parentPort.postMessage({ type: 'returned', id: message.id, answers });
  }
  if (message.type !== 'ask') return;
  const { id, params } = message;
  if (params.deed === 'echo') answer(id, JSON.stringify(params));
  if (params.deed === 'die') process.exit(1);
  if (params.deed === 'deaf') for (;;);
  if (params.deed === 'eat') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)); }
  if (params.deed === 'too_much') fail(id, { kind: 'too_much' });
  if (params.deed === 'fault') fail(id, { kind: 'fault', message: 'a fault', stack: '', damage: false });
  if (params.deed === 'hold') {
    Atomics.add(gate, 1, 1);
    Atomics.notify(gate, 1);
    while (Atomics.load(gate, 0) === 0) {
      if (Atomics.load(flags, 0) === id) { Atomics.add(gate, 2, 1); return fail(id, { kind: 'stopped' }); }
      Atomics.wait(gate, 0, 0, 5);
    }
    answer(id, JSON.stringify(params));
  }
});`;

export interface FakePool {
  pool: AnswerPool;
  /** Resolves when this many questions are held in threads. */
  held(count: number): Promise<void>;
  /** Lets everything that is held continue. */
  release(): void;
  /** Questions that threads stopped. */
  readonly stopped: number;
  /** Threads that were started. */
  readonly started: number;
}

export interface FakeOptions {
  /** What its threads run. */
  code?: string;
  longest?: number;
}

export function fakePool(
  environment: Record<string, string> = {},
  { code = program, ...options }: FakeOptions = {},
): FakePool {
  const gate = new Int32Array(new SharedArrayBuffer(12));
  const settings = loadSettings({ SIYAGHA_ANSWER_THREADS: '1', ...environment });
  let started = 0;
  const pool = new AnswerPool(settings, undefined, {
    ...options,
    start(data: ThreadData) {
      started += 1;
      const workerData = { ...data, gate };
      return new Worker(code, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 32 } });
    },
  });
  return {
    pool,
    async held(count) {
      while (Atomics.load(gate, 1) < count) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    release() {
      Atomics.store(gate, 0, 1);
      Atomics.notify(gate, 0);
    },
    get stopped() {
      return Atomics.load(gate, 2);
    },
    get started() {
      return started;
    },
  };
}

/** The set of an epoch, as far as such a thread uses it. */
export const setOf = (epoch: number): PhraseSnapshot =>
  ({
    describe: () => ({ epoch, commit: `commit-${epoch}` }),
    hold: () => () => {},
  }) as unknown as PhraseSnapshot;

export const question = (deed: Deed, number = 0): Question => ({
  name: 'compare',
  params: { deed, number },
  form: 'json',
});

/** The code of the error with which it ends; null if it is answered. */
export const codeOf = (asked: Promise<unknown>): Promise<string | null> =>
  asked.then(
    () => null,
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );
