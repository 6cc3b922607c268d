/** Merges the words of several segments into one list in code-unit order, with the new number of each. */
import type { Source } from './merge.ts';
import type { SegmentProfile } from './profile.ts';

export class MergedWords implements Iterable<string> {
  private readonly sources: readonly Source[];
  private readonly indexes: readonly SegmentProfile[];
  /** By segment: the new token (word number + 1) of each old one; 0 for a word that no report has any more. */
  readonly tokenOf: readonly Uint32Array[];
  /** By segment: the old number + 1 of each merged word that it contains, otherwise 0. Made on first use. */
  private oldOf: Uint32Array[] | null = null;
  /** Number of words; known once all have been merged. */
  length = 0;

  constructor(sources: readonly Source[], indexes: readonly SegmentProfile[]) {
    this.sources = sources;
    this.indexes = indexes;
    this.tokenOf = indexes.map(({ words }) => new Uint32Array(words.length + 1));
  }

  *[Symbol.iterator](): Generator<string> {
    const { indexes } = this;
    const at = indexes.map((_, source) => this.nextLive(source, 0));
    const heads = at.map((id, source) => this.wordAt(source, id));
    this.length = 0;
    for (;;) {
      let least: string | null = null;
      for (const head of heads) if (head !== null && (least === null || head < least)) least = head;
      if (least === null) return;
      this.length += 1;
      for (const [source, head] of heads.entries()) {
        if (head !== least) continue;
        this.tokenOf[source]![at[source]! + 1] = this.length;
        at[source] = this.nextLive(source, at[source]! + 1);
        heads[source] = this.wordAt(source, at[source]!);
      }
      yield least;
    }
  }

  /** The segments that contain a merged word, and its number in each. */
  holders(word: number): { source: number; local: number }[] {
    this.oldOf ??= this.tokenOf.map((tokens) => {
      const old = new Uint32Array(this.length);
      for (let local = 1; local < tokens.length; local += 1)
        if (tokens[local]! > 0) old[tokens[local]! - 1] = local;
      return old;
    });
    const found: { source: number; local: number }[] = [];
    for (const [source, old] of this.oldOf.entries())
      if (old[word]! > 0) found.push({ source, local: old[word]! - 1 });
    return found;
  }

  private wordAt(source: number, id: number): string | null {
    const { words } = this.indexes[source]!;
    return id < words.length ? words.word(id) : null;
  }

  /** The first word from `id` on that is in a remaining report. */
  private nextLive(source: number, id: number): number {
    const { isWhole, newReport } = this.sources[source]!;
    const { words, reportAt, wordFirst } = this.indexes[source]!;
    if (isWhole) return id;
    for (let word = id; word < words.length; word += 1) {
      const end = wordFirst.at(word + 1);
      for (let rank = wordFirst.at(word); rank < end; rank += 1)
        if (newReport[reportAt.at(rank)]! >= 0) return word;
    }
    return words.length;
  }
}
