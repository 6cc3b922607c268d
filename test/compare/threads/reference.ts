/** Threads as the contract defines them, in the slow and obvious way: every pair compared, every sentence tried. */
import { type Profile, words } from 'arabic-normalizer';

export interface SlowReport {
  id: string;
  /** ISO day or year; null for an undated one. */
  date: string | null;
  series: string | null;
  /** Sentences of each paragraph. */
  paragraphs: string[][];
}

export interface SlowPassage {
  report: string;
  /** `<report>:<ordinal>/<first sentence>-<last sentence>` */
  place: string;
  tokens: string[];
  occurrences: number;
}

export interface SlowThread {
  occurrences: number;
  wordings: number;
  versions: { place: string; similarity: number | null; also: string[] }[];
  gaps: { report: string; instead: { place: string; similarity: number } | null }[];
}

export function slowLcs(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(x === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

export const slowSimilarity = (a: readonly string[], b: readonly string[]): number =>
  (2 * slowLcs(a, b)) / (a.length + b.length);

/** The passages of a report that a plain phrase touches, in reading order. */
function passagesOf(report: SlowReport, phrase: readonly string[], match: Profile): SlowPassage[] {
  return report.paragraphs.flatMap((sentences, p) => {
    const owner = sentences.flatMap((sentence, s) => words(sentence).map(() => s));
    const tokens = sentences.flatMap((sentence) => words(sentence, match));
    const ranges: { from: number; to: number; occurrences: number }[] = [];
    for (let at = 0; at + phrase.length <= tokens.length; at++) {
      if (!phrase.every((word, i) => tokens[at + i] === word)) continue;
      const [from, to] = [owner[at]!, owner[at + phrase.length - 1]!];
      const last = ranges.at(-1);
      if (last && from <= last.to) {
        last.to = Math.max(last.to, to);
        last.occurrences++;
      } else ranges.push({ from, to, occurrences: 1 });
    }
    return ranges.map(({ from, to, occurrences }) => ({
      report: report.id,
      place: `${report.id}:${p + 1}/${from}-${to}`,
      tokens: sentences.slice(from, to + 1).flatMap((sentence) => words(sentence)),
      occurrences,
    }));
  });
}

export function slowThreads(
  reports: readonly SlowReport[],
  phrase: string,
  match: Profile = 'folded',
): SlowThread[] {
  const wanted = words(phrase, match);
  const dated = [...reports].sort((x, y) => {
    const [a, b] = [x.date ?? '~', y.date ?? '~'];
    return a === b ? (x.id < y.id ? -1 : 1) : a < b ? -1 : 1;
  });
  const threads: { versions: { passage: SlowPassage; similarity: number | null; also: SlowPassage[] }[] }[] =
    [];
  const everyPassage = new Set<string>();
  for (const report of dated) {
    const passages = passagesOf(report, wanted, match);
    for (const { place } of passages) everyPassage.add(place);
    const pairs = threads.flatMap((thread, t) =>
      passages.map((passage, p) => {
        const similarity = slowSimilarity(thread.versions.at(-1)!.passage.tokens, passage.tokens);
        return { t, p, similarity };
      }),
    );
    const good = pairs.filter(({ similarity }) => similarity >= 0.5);
    good.sort((x, y) => y.similarity - x.similarity || x.t - y.t || x.p - y.p);
    const threadDone = new Set<number>();
    const passageDone = new Set<number>();
    for (const { t, p, similarity } of good) {
      if (threadDone.has(t) || passageDone.has(p)) continue;
      threadDone.add(t);
      passageDone.add(p);
      threads[t]!.versions.push({ passage: passages[p]!, similarity, also: [] });
    }
    passages.forEach((passage, p) => {
      if (passageDone.has(p)) return;
      const same = threads.find(({ versions }) => {
        const { passage: last } = versions.at(-1)!;
        return last.report === report.id && last.tokens.join(' ') === passage.tokens.join(' ');
      });
      if (same) same.versions.at(-1)!.also.push(passage);
      else threads.push({ versions: [{ passage, similarity: null, also: [] }] });
    });
  }
  const occurrencesOf = ({ versions }: (typeof threads)[number]) =>
    versions
      .flatMap(({ passage, also }) => [passage, ...also])
      .reduce((sum, passage) => sum + passage.occurrences, 0);
  const ranked = [...threads].sort(
    (x, y) => y.versions.length - x.versions.length || occurrencesOf(y) - occurrencesOf(x),
  );
  const touched = (place: string) => {
    const [, paragraph, sentence] = /^(.*)\/(\d+)-\d+$/.exec(place)!;
    return [...everyPassage].some((other) => {
      const [, theirs, from, to] = /^(.*)\/(\d+)-(\d+)$/.exec(other)!;
      return theirs === paragraph && Number(from) <= Number(sentence) && Number(sentence) <= Number(to);
    });
  };
  return ranked.map((thread) => {
    const { versions } = thread;
    const series = new Set(
      versions.map(({ passage }) => reports.find(({ id }) => id === passage.report)!.series),
    );
    let before = versions[0]!.passage;
    const gaps: SlowThread['gaps'] = [];
    for (const report of dated.filter((other) => series.has(other.series))) {
      const version = versions.find(({ passage }) => passage.report === report.id);
      if (version) {
        before = version.passage;
        continue;
      }
      let instead: { place: string; similarity: number } | null = null;
      report.paragraphs.forEach((sentences, p) => {
        sentences.forEach((sentence, s) => {
          const place = `${report.id}:${p + 1}/${s}-${s}`;
          const similarity = slowSimilarity(before.tokens, words(sentence));
          if (similarity < 0.5 || touched(place) || (instead && similarity <= instead.similarity)) return;
          instead = { place, similarity };
        });
      });
      gaps.push({ report: report.id, instead });
    }
    return {
      occurrences: occurrencesOf(thread),
      wordings: new Set(versions.map(({ passage }) => passage.tokens.join(' '))).size,
      versions: versions.map(({ passage, similarity, also }) => ({
        place: passage.place,
        similarity,
        also: also.map(({ place }) => place),
      })),
      gaps,
    };
  });
}
