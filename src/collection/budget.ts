/** Limits on the work for one answer, and how an answer that exceeds them ends. */
import type { Budget } from '../phrases/index.ts';

/** More than the main thread may do for one answer: a pool thread has to compute it. */
export class TooHeavy extends Error {
  override name = 'TooHeavy';
}

/** More than any answer may take. */
export class TooMuchWork extends Error {
  override name = 'TooMuchWork';
}

/** Nobody is waiting for the answer any more. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/** Declared microseconds after which the clock is checked. */
const betweenLooks = 1000;

/**
 * Limits for the main thread, in milliseconds: for declared work, and for elapsed time in case the estimates are wrong.
 */
const light = { announced: 20, passed: 50 };

/** Stops an answer that was thought light before it holds up others. */
export class LightBudget implements Budget {
  readonly #began = performance.now();
  #spent = 0;
  #looked = 0;

  spend(microseconds: number): void {
    this.#spent += microseconds;
    if (this.#spent > light.announced * 1000) throw new TooHeavy('this is no light question');
    if (this.#spent - this.#looked < betweenLooks) return;
    this.#looked = this.#spent;
    if (performance.now() - this.#began > light.passed) throw new TooHeavy('this is no light question');
  }
}

export interface WorkLimits {
  seconds: number;
  /** Nobody is waiting any more. */
  isStopped(): boolean;
  /** Called now and then, between two steps of the work. */
  between?: () => void;
}

/** For a pool thread: stops at the deadline, or when nobody is waiting any more. */
export class WorkBudget implements Budget {
  readonly #limits: WorkLimits;
  readonly #end: number;
  #unlooked = 0;

  constructor(limits: WorkLimits) {
    this.#limits = limits;
    this.#end = performance.now() + limits.seconds * 1000;
  }

  spend(microseconds: number): void {
    this.#unlooked += microseconds;
    if (this.#unlooked < betweenLooks) return;
    this.#unlooked = 0;
    const { isStopped, between, seconds } = this.#limits;
    if (isStopped()) throw new Stopped('nobody waits for this answer');
    if (performance.now() > this.#end) throw new TooMuchWork(`more than ${seconds} s of work`);
    between?.();
  }
}
