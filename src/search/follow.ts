/** Keeps an engine up to date with the store: after each change, and when the engine is back after it was down. */
import type { Store } from '../store/types.ts';
import type { EngineError, SearchEngine } from './engine.ts';

export interface FollowOptions {
  /** Milliseconds between two checks; default 1,000. Doubles while the engine is down. */
  interval?: number | undefined;
  /** Maximum wait while the engine is down; default 5,000: a check costs a refused connection. */
  longest?: number | undefined;
  /** Called once when the engine goes down. */
  onAway?: ((error: EngineError) => void) | undefined;
  /** Called once when it is back and up to date. */
  onBack?: (() => void) | undefined;
}

export interface Follower {
  /** Syncs now; never throws: a failure is retried later. True if up to date. */
  now(): Promise<boolean>;
  stop(): Promise<void>;
}

export function followStore(engine: SearchEngine, store: Store, options: FollowOptions = {}): Follower {
  const { interval = 1000, longest = 5000, onAway, onBack } = options;
  let wait = interval;
  let away = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<boolean> = Promise.resolve(true);
  /** A step that has not begun yet will see everything committed by now. */
  let next: Promise<boolean> | null = null;

  async function step(): Promise<boolean> {
    try {
      // Even without a change of the store: the server's index may be gone.
      await engine.sync(store);
      if (away) onBack?.();
      away = false;
      wait = interval;
      return true;
    } catch (error) {
      if (!away) onAway?.(error as EngineError);
      away = true;
      wait = Math.min(wait * 2, longest);
      return false;
    }
  }

  function plan(): void {
    if (stopped) return;
    timer = setTimeout(() => void now(), wait);
    timer.unref();
  }

  function now(): Promise<boolean> {
    clearTimeout(timer);
    if (next) return next;
    next = running.then(() => {
      next = null;
      return step();
    });
    running = next;
    void running.then(plan);
    return running;
  }

  plan();
  return {
    now,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
