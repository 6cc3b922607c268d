/**
 * Turns passages into threads: in each report, oldest first, the pairs of a thread and a passage that are at least half
 * alike are matched, the most similar first; unmatched passages start new threads. Threads whose latest wording cannot
 * be similar enough are skipped by counting rare words in common (prefix filtering: Chaudhuri, Ganti and Kaushik 2006),
 * which never skips one that is.
 */
import { type Budget, unlimited } from '../../phrases/budget.ts';
import { LcsMatcher, similarityOf } from '../lcs.ts';

/** Minimum similarity of a version to the previous one. */
export const LEAST = 0.5;

export interface Lineage<P> {
  /** Oldest first, one for each report. */
  versions: LineageVersion<P>[];
}

export interface LineageVersion<P> {
  passage: P;
  /** To the previous version; null for the first. */
  similarity: number | null;
  /** Passages of the same report with the same words. */
  also: P[];
}

/**
 * The threads in the order in which they begin.
 * @param reports the passages of each report in reading order, reports oldest first
 * @param words ids are below it
 */
export function lineagesOf<P extends { ids: Int32Array }>(
  reports: readonly (readonly P[])[],
  words: number,
  budget: Budget = unlimited,
): Lineage<P>[] {
  const wordings = new Wordings(reports, words);
  const lineages: Lineage<P>[] = [];
  for (const passages of reports) {
    budget.spend(passages.length * 20);
    const ofPassage = passages.map(({ ids }) => wordings.of(ids));
    const thread = new Int32Array(passages.length).fill(-1);
    const similarity = new Float64Array(passages.length);
    wordings.pair(ofPassage, thread, similarity);
    /** The oldest thread that has a version with this wording in this report. */
    const versions = new Map<number, number>();
    const note = (wording: number, lineage: number) => {
      const known = versions.get(wording);
      if (known === undefined || lineage < known) versions.set(wording, lineage);
    };
    passages.forEach((passage, at) => {
      const lineage = thread[at]!;
      if (lineage < 0) return;
      lineages[lineage]!.versions.push({ passage, similarity: similarity[at]!, also: [] });
      wordings.setLatest(lineage, ofPassage[at]!);
      note(ofPassage[at]!, lineage);
    });
    passages.forEach((passage, at) => {
      if (thread[at]! >= 0) return;
      const known = versions.get(ofPassage[at]!);
      if (known !== undefined) {
        lineages[known]!.versions.at(-1)!.also.push(passage);
        return;
      }
      lineages.push({ versions: [{ passage, similarity: null, also: [] }] });
      wordings.setLatest(lineages.length - 1, ofPassage[at]!);
      note(ofPassage[at]!, lineages.length - 1);
    });
  }
  return lineages;
}

/** A word of a wording, and how often it occurs there. */
interface Counted {
  word: number;
  times: number;
}

/** The distinct texts, and which of them are the latest of which threads. */
class Wordings {
  private readonly numbers = new Map<string, number>();
  private readonly texts: Int32Array[] = [];
  /** Words of each text, the rarest first. */
  private readonly counted: (Counted[] | undefined)[] = [];
  /** Threads whose latest text this is, ascending. */
  private readonly threads: number[][] = [];
  private readonly latest: number[] = [];
  /** Texts that contain a word and are or were some thread's latest, each with the number of occurrences. */
  private readonly postings = new Map<number, number[]>();
  private readonly isPosted: boolean[] = [];
  /** Number of texts that contain each word. */
  private readonly rarity = new Map<number, number>();
  private readonly words: number;
  private readonly lcs = new LcsMatcher();
  private shared = new Int32Array(64);

  constructor(reports: readonly (readonly { ids: Int32Array }[])[], words: number) {
    this.words = words;
    for (const passages of reports) for (const { ids } of passages) this.of(ids);
    for (const text of this.texts)
      for (const word of new Set(text)) this.rarity.set(word, (this.rarity.get(word) ?? 0) + 1);
    this.shared = new Int32Array(this.texts.length);
  }

  /** The number of a text. */
  of(ids: Int32Array): number {
    const key = ids.join(' ');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.numbers.set(key, number);
    this.texts.push(ids);
    this.threads.push([]);
    return number;
  }

  setLatest(thread: number, text: number): void {
    const before = this.latest[thread];
    if (before === text) return;
    if (before !== undefined) this.threads[before]!.splice(this.threads[before]!.indexOf(thread), 1);
    this.latest[thread] = text;
    const same = this.threads[text]!;
    let at = same.length;
    while (at > 0 && same[at - 1]! > thread) at--;
    same.splice(at, 0, thread);
    if (this.isPosted[text]) return;
    this.isPosted[text] = true;
    for (const { word, times } of this.countedOf(text)) {
      const posted = this.postings.get(word);
      if (posted) posted.push(text, times);
      else this.postings.set(word, [text, times]);
    }
  }

  /** Assigns the passages of one report to threads, with the similarity to the latest version. */
  pair(passages: readonly number[], thread: Int32Array, similarity: Float64Array): void {
    const taken = new Set<number>();
    this.pairEqual(passages, thread, similarity, taken);
    /** Pairs of equal similarity, each as one number that sorts by thread, then passage. */
    const found = new Map<number, number[]>();
    const known = new Map<number, { text: number; similarity: number }[]>();
    passages.forEach((text, passage) => {
      if (thread[passage]! >= 0) return;
      let alike = known.get(text);
      if (!alike) {
        alike = this.alike(text);
        known.set(text, alike);
      }
      for (const { text: other, similarity: value } of alike) {
        const pairs = found.get(value) ?? [];
        found.set(value, pairs);
        for (const candidate of this.threads[other]!)
          if (!taken.has(candidate)) pairs.push(candidate * passages.length + passage);
      }
    });
    for (const value of [...found.keys()].sort((x, y) => y - x)) {
      for (const pair of Float64Array.from(found.get(value)!).sort()) {
        const passage = pair % passages.length;
        const candidate = (pair - passage) / passages.length;
        if (taken.has(candidate) || thread[passage]! >= 0) continue;
        taken.add(candidate);
        thread[passage] = candidate;
        similarity[passage] = value;
      }
    }
  }

  /** Equal texts first: nothing is more similar. */
  private pairEqual(
    passages: readonly number[],
    thread: Int32Array,
    similarity: Float64Array,
    taken: Set<number>,
  ): void {
    const next = new Map<number, number>();
    passages.forEach((text, passage) => {
      const at = next.get(text) ?? 0;
      const oldest = this.threads[text]![at];
      if (oldest === undefined) return;
      next.set(text, at + 1);
      taken.add(oldest);
      thread[passage] = oldest;
      similarity[passage] = 1;
    });
  }

  /** Every text that is some thread's latest and at least half alike to this one, other than itself. */
  private alike(text: number): { text: number; similarity: number }[] {
    const ids = this.texts[text]!;
    // 2·common ≥ (a + b) / 2 and b ≥ common: so common ≥ a / 3.
    const needed = ids.length / 3;
    const touched: number[] = [];
    const { shared } = this;
    let unread = ids.length;
    for (const { word, times } of this.countedOf(text)) {
      if (unread < needed) break;
      unread -= times;
      const posted = this.postings.get(word);
      if (!posted) continue;
      for (let k = 0; k < posted.length; k += 2) {
        const other = posted[k]!;
        if (this.threads[other]!.length === 0) continue;
        if (shared[other] === 0) touched.push(other);
        shared[other]! += Math.min(times, posted[k + 1]!);
      }
    }
    const found: { text: number; similarity: number }[] = [];
    let loaded = false;
    for (const other of touched) {
      const most = shared[other]! + unread;
      shared[other] = 0;
      const candidate = this.texts[other]!;
      if (
        other === text ||
        similarityOf(Math.min(most, candidate.length), ids.length, candidate.length) < LEAST
      )
        continue;
      if (!loaded) this.lcs.load(ids, this.words);
      loaded = true;
      const similarity = similarityOf(this.lcs.length(candidate), ids.length, candidate.length);
      if (similarity >= LEAST) found.push({ text: other, similarity });
    }
    return found;
  }

  private countedOf(text: number): Counted[] {
    const known = this.counted[text];
    if (known) return known;
    const times = new Map<number, number>();
    for (const word of this.texts[text]!) times.set(word, (times.get(word) ?? 0) + 1);
    const counted = [...times].map(([word, count]) => ({ word, times: count }));
    counted.sort((x, y) => this.rarity.get(x.word)! - this.rarity.get(y.word)! || x.word - y.word);
    this.counted[text] = counted;
    return counted;
  }
}
