/**
 * Light questions under load. One that arrives alone is answered at once by the main thread. Of those that arrive
 * together, the first is, and the others go into a queue, from which the main thread takes one at a time, between
 * other events, and a free pool thread several, so that one core is not the limit.
 */
import type { Written } from '../written.ts';
import type { AnswerPool, Question } from './pool.ts';

/** A thread gets at most this many at a time, so that a heavy question waits for it only some milliseconds. */
const mostLent = 16;
/** If this many wait, a thread is started for them. */
const manyWaiting = 16;

interface Waiting {
  question: Question;
  resolve(answer: Written | null | Promise<Written | null>): void;
}

export class LightQueue {
  readonly #pool: Pick<AnswerPool, 'lend' | 'prepare'>;
  readonly #compute: (question: Question) => Promise<Written | null>;
  #waiting: Waiting[] = [];
  /** A question was answered since the event loop last looked for other events. */
  #hasAnswered = false;
  #isScheduled = false;

  /** @param compute answers in the main thread; null if the question turns out to be heavy */
  constructor(
    pool: Pick<AnswerPool, 'lend' | 'prepare'>,
    compute: (question: Question) => Promise<Written | null>,
  ) {
    this.#pool = pool;
    this.#compute = compute;
  }

  /** Null if it turns out to be heavy. @throws CollectionError */
  answer(question: Question): Promise<Written | null> {
    this.#schedule();
    if (!this.#hasAnswered && this.#waiting.length === 0) {
      this.#hasAnswered = true;
      return this.#compute(question);
    }
    return new Promise((resolve) => {
      this.#waiting.push({ question, resolve });
      this.#lend();
    });
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#step());
  }

  #step(): void {
    this.#isScheduled = false;
    this.#hasAnswered = false;
    if (this.#waiting.length >= manyWaiting) this.#pool.prepare();
    this.#lend();
    const next = this.#waiting.shift();
    if (!next) return;
    this.#schedule();
    next.resolve(this.#compute(next.question));
  }

  /** Gives the longer waiting half to a free thread. What it does not answer, the main thread does. */
  #lend(): void {
    const count = Math.min(mostLent, Math.ceil(this.#waiting.length / 2));
    if (count === 0) return;
    const some = this.#waiting.slice(0, count);
    const lent = this.#pool.lend(some.map(({ question }) => question));
    if (!lent) return;
    this.#waiting = this.#waiting.slice(count);
    void lent.then((answers) => {
      this.#lend();
      for (const [i, { question, resolve }] of some.entries()) resolve(answers[i] ?? this.#compute(question));
    });
  }
}
