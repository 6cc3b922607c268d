/** Counts over the whole collection for an answer that is made of some of its paragraphs. */
import type { Profile } from 'arabic-normalizer';
import { keyOfPhrase, type Whole } from '../../phrases/index.ts';
import type { Narrowing } from '../../search/index.ts';
import type { View } from '../view.ts';

/** Number of counts after which the time is checked. */
const atOnce = 200;

/** Counts of phrases that were asked for; missing ones are fetched together. */
export class Lookups implements Whole {
  readonly #view: View;
  readonly #narrowing: Narrowing;
  readonly #known = new Map<string, ReadonlyMap<number, number>>();
  readonly #missing = new Map<string, { profile: Profile; words: readonly string[] }>();

  constructor(view: View, narrowing: Narrowing) {
    this.#view = view;
    this.#narrowing = narrowing;
  }

  byReport(profile: Profile, words: readonly string[]): ReadonlyMap<number, number> {
    const key = keyOfPhrase(profile, words);
    const known = this.#known.get(key);
    if (known) return known;
    this.#missing.set(key, { profile, words });
    return new Map();
  }

  /** A count that need not be asked for. */
  learn(profile: Profile, words: readonly string[], counts: ReadonlyMap<number, number>): void {
    this.#known.set(keyOfPhrase(profile, words), counts);
  }

  /** False if none was missing. */
  async fetch(): Promise<boolean> {
    if (this.#missing.size === 0) return false;
    const asked = [...this.#missing];
    this.#missing.clear();
    for (let at = 0; at < asked.length; at += atOnce) {
      const some = asked.slice(at, at + atOnce);
      const counts = await this.#narrowing.counts(some.map(([, phrase]) => phrase));
      for (const [i, [key]] of some.entries()) this.#known.set(key, counts[i]!);
      this.#view.budget?.spend(1000);
    }
    return true;
  }
}
