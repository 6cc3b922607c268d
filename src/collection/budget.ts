/** What an answer may take, and how it ends where that is not enough. */
import type { Budget } from '../phrases/index.ts';

/** More than the thread that keeps the connections may give: to be worked out beside it. */
export class TooHeavy extends Error {
  override name = 'TooHeavy';
}

/** More than any answer may take. */
export class TooMuchWork extends Error {
  override name = 'TooMuchWork';
}

/** Nobody waits for the answer any more. */
export class Stopped extends Error {
  override name = 'Stopped';
}

/** Announced microseconds after which the clock is looked at. */
const betweenLooks = 1000;

/** For the thread that keeps the connections, in milliseconds: announced, and by the clock where estimates are wrong. */
const light = { announced: 20, passed: 50 };

/** A question that was thought light gives up before it holds others up. */
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
  /** Nobody waits any more. */
  isStopped(): boolean;
  /** Called now and then, between two steps of the work. */
  between?: () => void;
}

/** For a thread of the pool: by the clock, and until nobody waits. */
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
