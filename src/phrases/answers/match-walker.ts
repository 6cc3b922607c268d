/**
 * Matching statistics: for each position of a text, the longest run of words from there that a segment contains, and
 * where. The next position's run is at least as long as the last one without its first word, and is found through the
 * suffix after it; so a text is walked once, however long its runs are (W. I. Chang and E. L. Lawler, "Sublinear
 * Approximate String Matching and Biological Applications", Algorithmica 1994; on suffix arrays with LCP intervals as
 * in M. Abouelhoda, S. Kurtz and E. Ohlebusch, "Replacing Suffix Trees with Enhanced Suffix Arrays", 2004).
 */
import type { Interval } from '../intervals.ts';
import type { SegmentProfile } from '../segment/profile.ts';

export class MatchWalker {
  private readonly index: SegmentProfile;
  private readonly longest: number;
  private words: ArrayLike<number> = [];
  private at = 0;
  private first = 0;
  private last = -1;
  private depth = 0;

  /** @param longest runs are followed no further than this */
  constructor(index: SegmentProfile, longest = Number.POSITIVE_INFINITY) {
    this.index = index;
    this.longest = longest;
  }

  /** @param words of a paragraph in the segment's numbering, + 1; 0 for a word that it lacks */
  begin(words: ArrayLike<number>): void {
    this.words = words;
    this.at = -1;
    this.depth = 0;
  }

  /**
   * The suffixes that share the longest run with the text from the next position on; null if they share no word.
   * `depth` is the run's length; the suffixes may share more with each other.
   */
  next(): Interval | null {
    this.at += 1;
    if (this.depth > 1) this.dropFirst();
    else this.depth = 0;
    if (this.depth === 0) {
      const token = this.words[this.at] ?? 0;
      if (token === 0) return null;
      const { first, end } = this.index.wordRange(token - 1);
      this.first = first;
      this.last = end - 1;
      this.depth = 1;
    }
    while (this.depth < this.longest && this.extend(this.words[this.at + this.depth] ?? 0)) this.depth += 1;
    return { first: this.first, last: this.last, depth: this.depth };
  }

  private dropFirst(): void {
    const { suffixes, rank, intervals } = this.index;
    const after = rank.at(suffixes.at(this.first) + 1);
    this.depth -= 1;
    const { first, last } = intervals.around(after, after, this.depth);
    this.first = first;
    this.last = last;
  }

  /** Narrows the suffixes to those that continue with a token. Returns false and changes nothing if none does. */
  private extend(token: number): boolean {
    if (token === 0) return false;
    const { suffixes, tokens } = this.index;
    const { depth } = this;
    const goesOnWith = (place: number) => tokens.at(suffixes.at(place) + depth);
    const [low, high] = [goesOnWith(this.first), goesOnWith(this.last)];
    if (low > token || high < token) return false;
    let first = this.first;
    if (low < token) {
      let to = this.last;
      while (first < to) {
        const middle = Math.floor((first + to) / 2);
        if (goesOnWith(middle) < token) first = middle + 1;
        else to = middle;
      }
      if (goesOnWith(first) !== token) return false;
    }
    let last = this.last;
    if (high > token) {
      let from = first;
      while (from < last) {
        const middle = Math.ceil((from + last) / 2);
        if (goesOnWith(middle) > token) last = middle - 1;
        else from = middle;
      }
    }
    this.first = first;
    this.last = last;
    return true;
  }
}
