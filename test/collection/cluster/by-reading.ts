/** The port to a cluster, fulfilled in the slow, obvious way: every paragraph is read for every question. */
import { type Profile, profiles, tokenize } from 'arabic-normalizer';
import { ClusterIndexes } from '../../../src/collection/cluster/indexes.ts';
import { Collection } from '../../../src/collection/collection.ts';
import { shippedFiles } from '../../../src/collection/shipped.ts';
import type { Pattern } from '../../../src/phrases/index.ts';
import type { ReportSummary } from '../../../src/report/index.ts';
import {
  type Among,
  type AskedMatch,
  type AskedPhrase,
  type AskedShare,
  type AskedTerms,
  embeddedEngine,
  type Narrowing,
  type NarrowingEngine,
  type NearWord,
  TooMany,
} from '../../../src/search/index.ts';
import { editDistance } from '../../../src/search/spelling.ts';
import type { Store, StoredParagraph, StoreReader } from '../../../src/store/index.ts';
import { findAll, matchAll } from '../../phrases/reference.ts';

const { lexicon, catalogue, lists } = shippedFiles();

/** A collection without an index of its own. @param most paragraphs for one answer */
export function collectionByReading(store: Store, most: number): Collection {
  const engine: NarrowingEngine = {
    reaches: async () => true,
    narrowing: (reader, reports) => new ByReading(reader, reports, most),
  };
  const indexes = new ClusterIndexes(store, engine, { lexicon, notice: () => {} });
  return new Collection(
    {
      store,
      indexes,
      engine: embeddedEngine(),
      lexicon,
      catalogue,
      lists,
      documents: { base: 'http://127.0.0.1', hosts: [] },
      ocr: 'off',
      pool: null,
      isCluster: true,
      seconds: 600,
    },
    {},
  );
}

interface Read {
  paragraph: StoredParagraph;
  /** Number of the report. */
  report: number;
  tokens: Record<Profile, string[]>;
}

class ByReading implements Narrowing {
  readonly most: number;
  readonly #all: readonly Read[];

  constructor(reader: StoreReader, reports: readonly ReportSummary[], most: number) {
    this.most = most;
    this.#all = reports.flatMap(({ id }, report) =>
      reader.paragraphs(id).map((paragraph) => ({ paragraph, report, tokens: tokensOf(paragraph.text) })),
    );
  }

  async rows(asked: readonly (AskedTerms | AskedShare)[], among: Among): Promise<Set<number>> {
    const matches = ({ tokens }: Read) =>
      asked.some((one) =>
        'terms' in one
          ? one.terms.every((patterns) => occursAny(tokens[one.profile], patterns))
          : worthOf(tokens[one.profile], one) >= one.least,
      );
    return this.#rowsOf(this.#among(among).filter(matches));
  }

  async best(
    { profile, words }: Pick<AskedShare, 'profile' | 'words'>,
    count: number,
    among: Among,
  ): Promise<Set<number>> {
    const worth = (read: Read) => worthOf(read.tokens[profile], { words, counted: 'words' });
    const holding = this.#among(among).filter((read) => worth(read) > 0);
    const least = holding.map(worth).sort((a, b) => b - a)[count - 1] ?? 0;
    // Sums in another order may differ in the last digit.
    return this.#rowsOf(holding.filter((read) => worth(read) > least - 1e-9));
  }

  async counts(asked: readonly AskedPhrase[]): Promise<ReadonlyMap<number, number>[]> {
    return asked.map(({ profile, words }) => {
      const counts = new Map<number, number>();
      for (const { report, tokens } of this.#all) {
        const count = findAll([tokens[profile]], words).length;
        if (count > 0) counts.set(report, (counts.get(report) ?? 0) + count);
      }
      return counts;
    });
  }

  async matches(asked: readonly AskedMatch[]): Promise<ReadonlyMap<number, number>[]> {
    return asked.map(({ profile, terms, without }) => {
      const counts = new Map<number, number>();
      for (const { report, tokens } of this.#all) {
        const own = tokens[profile];
        if (occursAny(own, without) || !terms.every((patterns) => occursAny(own, patterns))) continue;
        counts.set(report, (counts.get(report) ?? 0) + 1);
      }
      return counts;
    });
  }

  async near(words: readonly NearWord[]): Promise<string[][]> {
    const all = [...new Set(this.#all.flatMap(({ tokens }) => tokens.folded))];
    return words.map(({ word, distance }) =>
      all.filter((other) => other !== word && editDistance(word, other, distance) <= distance),
    );
  }

  async spellings(words: readonly string[]): Promise<string[][]> {
    return words.map((word) => [
      ...new Set(
        this.#all.flatMap(({ tokens: { exact, folded } }) => exact.filter((_, i) => folded[i] === word)),
      ),
    ]);
  }

  #rowsOf(found: readonly Read[]): Set<number> {
    if (found.length > this.most) throw new TooMany(this.most);
    return new Set(found.map(({ paragraph }) => paragraph.row));
  }

  #among({ reports, rows }: Among): Read[] {
    return this.#all.filter(
      ({ paragraph }) =>
        (reports === null || reports.includes(paragraph.report)) &&
        (rows === undefined || rows.includes(paragraph.row)),
    );
  }
}

function tokensOf(text: string): Record<Profile, string[]> {
  const under = (profile: Profile) => tokenize(text, profile, { lexicon }).map((token) => token.text);
  return Object.fromEntries(profiles.map((profile) => [profile, under(profile)])) as Record<
    Profile,
    string[]
  >;
}

const occursAny = (tokens: readonly string[], patterns: readonly Pattern[]): boolean =>
  patterns.some((pattern) => matchAll([[...tokens]], pattern).length > 0);

function worthOf(
  tokens: readonly string[],
  { words, counted }: Pick<AskedShare, 'words' | 'counted'>,
): number {
  const found = counted === 'words' ? [...words.keys()].filter((word) => tokens.includes(word)) : tokens;
  return found.reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
}
