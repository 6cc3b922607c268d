/** Words for suggestions, if the index is in a cluster. */
import type { Profile } from 'arabic-normalizer';
import { type Pattern, printedElsewhere } from '../../phrases/index.ts';
import {
  type AskedMatch,
  type CompiledTerm,
  type Correction,
  countMatches,
  editDistance,
  maxDistance,
  type Narrowing,
  nearest,
  type Vocabulary,
} from '../../search/index.ts';
import { reportNumbers, type ScopeFilter, scopeFor } from '../scope.ts';
import type { View } from '../view.ts';
import { Lookups } from './lookups.ts';
import { narrowed } from './narrowed.ts';

export class ClusterVocabulary implements Vocabulary {
  readonly #view: View;
  readonly #narrowing: Narrowing;
  readonly #match: Profile;
  readonly #filter: ScopeFilter;
  readonly #lookups: Lookups;

  constructor(view: View, narrowing: Narrowing, match: Profile, filter: ScopeFilter) {
    this.#view = view;
    this.#narrowing = narrowing;
    this.#match = match;
    this.#filter = filter;
    this.#lookups = new Lookups(view, narrowing);
  }

  async counts(profile: Profile, phrases: readonly (readonly string[])[]): Promise<number[]> {
    return (await this.#byReport(profile, phrases)).map((counts) => {
      let sum = 0;
      for (const count of counts.values()) sum += count;
      return sum;
    });
  }

  async near(words: readonly string[], limit: number): Promise<Correction[][]> {
    const asked = words.map((word) => ({ word, distance: maxDistance(word) }));
    const wanted = asked.filter(({ distance }) => distance > 0);
    const found = await this.#narrowing.near(wanted);
    const counts = await this.counts(
      'folded',
      found.flat().map((word) => [word]),
    );
    let next = 0;
    const corrections = found.map((near, i) => {
      const { word: own, distance: most } = wanted[i]!;
      const all = near.map((word): Correction => {
        return { word, distance: editDistance(own, word, most), count: counts[next++]! };
      });
      return nearest(
        all.filter(({ count }) => count > 0),
        limit,
      );
    });
    return asked.map((one) => corrections[wanted.indexOf(one)] ?? []);
  }

  async printed(words: readonly string[]): Promise<string[][]> {
    const { reader, table } = this.#view;
    const spellings = await this.#narrowing.spellings(words);
    const counts = await this.#byReport(
      'exact',
      spellings.flat().map((word) => [word]),
    );
    let next = 0;
    const counted = spellings.map((all) => all.map((word) => ({ word, counts: counts[next++]! })));
    return counted.map((all) => printedElsewhere(reader, table.reports, all));
  }

  async paragraphs(queries: readonly (readonly CompiledTerm[])[]): Promise<number[]> {
    const { kind, section, ...reports } = this.#filter;
    const numbers = reportNumbers(this.#view, reports);
    const isSearched = new Set(numbers);
    this.#view.budget?.spend(1000);
    const found = await this.#narrowing.matches(queries.map((terms) => askedMatch(this.#match, terms)));
    const totals = found.map((counts) => {
      let sum = 0;
      for (const [report, count] of counts) if (isSearched.has(report)) sum += count;
      return sum;
    });
    // The cluster knows only words: what else decides is in the paragraphs.
    const isDecided = kind === undefined && section === undefined;
    const open = [...queries.entries()].filter(
      ([i, terms]) => totals[i]! > 0 && !(isDecided && isPlain(terms)),
    );
    if (open.length === 0) return totals;
    const patterns = open.map(([, terms]) => askedMatch(this.#match, terms));
    await narrowed(
      this.#view,
      () => ({ patterns, reports: numbers }),
      (view) => {
        const scope = scopeFor(view, this.#filter);
        for (const [i, terms] of open) totals[i] = countMatches(view.byProfile(this.#match), terms, scope);
      },
    );
    return totals;
  }

  async #byReport(
    profile: Profile,
    phrases: readonly (readonly string[])[],
  ): Promise<ReadonlyMap<number, number>[]> {
    for (const words of phrases) this.#lookups.byReport(profile, words);
    await this.#lookups.fetch();
    return phrases.map((words) => this.#lookups.byReport(profile, words));
  }
}

function askedMatch(profile: Profile, terms: readonly CompiledTerm[]): AskedMatch {
  const patternsOf = (excluded: boolean) =>
    terms.filter((term) => term.excluded === excluded).map(({ patterns }) => patterns);
  return { profile, terms: patternsOf(false), without: patternsOf(true).flat().filter(isRun) };
}

const isPlain = (terms: readonly CompiledTerm[]): boolean =>
  terms.every(({ patterns }) => patterns.every(isRun));

/** Of a longer prefix, only the beginning may be looked for. */
const longestPrefix = 100;

/** Whether a pattern is a run of words, or one word that begins in some way. */
function isRun({ elements: [first, second] }: Pattern): boolean {
  if (second !== undefined) return false;
  return first?.type === 'words' || (first?.type === 'prefix' && first.prefix.length <= longestPrefix);
}
