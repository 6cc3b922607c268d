/** Threads without any index or bound: every sentence of the collection is read, every pair compared. */
import { tokenize } from 'arabic-normalizer';
import type { ThreadsView } from '../../src/compare/index.ts';
import { LcsMatcher, similarityOf } from '../../src/compare/lcs.ts';
import { sentencesOf } from '../../src/compare/threads/sentences.ts';
import { Vocabulary } from '../../src/compare/vocabulary.ts';

interface Sentence {
  paragraph: number;
  ids: Int32Array;
  occurrences: number;
}

interface PlainThread {
  versions: { report: number; sentence: Sentence; similarity: number | null }[];
  occurrences: number;
}

/** For a phrase whose occurrences never cross the end of a sentence. */
export function plainThreads(view: ThreadsView, q: string, limit: number) {
  const { table, reader } = view;
  const vocabulary = new Vocabulary();
  const phrase = tokenize(q).map(({ text }) => vocabulary.id(text));
  const sentences: Sentence[][] = table.reports.map(() => []);
  for (let paragraph = 0; paragraph < table.count; paragraph++) {
    const text = reader.textByRow(table.rowOf(paragraph))!;
    const tokens = tokenize(text);
    const all = Int32Array.from(tokens, (token) => vocabulary.id(token.text));
    for (const { from, to } of sentencesOf(text, tokens)) {
      const ids = all.subarray(from, to);
      let occurrences = 0;
      for (let at = 0; at + phrase.length <= ids.length; at++)
        if (phrase.every((word, i) => ids[at + i] === word)) occurrences++;
      sentences[table.reportOf(paragraph)]!.push({ paragraph, ids, occurrences });
    }
  }
  const lcs = new LcsMatcher();
  const alike = (sentence: Sentence, loaded: Int32Array) =>
    similarityOf(lcs.length(sentence.ids), loaded.length, sentence.ids.length);
  const key = (report: number) => {
    const { date, year, id } = table.reports[report]!;
    return `${date?.from ?? (year === null ? '~' : String(year))} ${id}`;
  };
  const order = [...table.reports.keys()].sort((x, y) => (key(x) < key(y) ? -1 : 1));
  const threads: PlainThread[] = [];
  for (const report of order) {
    const passages = sentences[report]!.filter(({ occurrences }) => occurrences > 0);
    if (passages.length === 0) continue;
    const pairs: { t: number; p: number; similarity: number }[] = [];
    passages.forEach((passage, p) => {
      lcs.load(passage.ids, vocabulary.size);
      threads.forEach(({ versions }, t) => {
        const similarity = alike(versions.at(-1)!.sentence, passage.ids);
        if (similarity >= 0.5) pairs.push({ t, p, similarity });
      });
    });
    pairs.sort((x, y) => y.similarity - x.similarity || x.t - y.t || x.p - y.p);
    const [threadDone, passageDone] = [new Set<number>(), new Set<number>()];
    for (const { t, p, similarity } of pairs) {
      if (threadDone.has(t) || passageDone.has(p)) continue;
      threadDone.add(t);
      passageDone.add(p);
      threads[t]!.versions.push({ report, sentence: passages[p]!, similarity });
      threads[t]!.occurrences += passages[p]!.occurrences;
    }
    passages.forEach((sentence, p) => {
      if (passageDone.has(p)) return;
      const same = threads.find(({ versions }) => {
        const last = versions.at(-1)!;
        return last.report === report && last.sentence.ids.join() === sentence.ids.join();
      });
      if (same) same.occurrences += sentence.occurrences;
      else
        threads.push({
          versions: [{ report, sentence, similarity: null }],
          occurrences: sentence.occurrences,
        });
    });
  }
  const ranked = threads
    .sort((x, y) => y.versions.length - x.versions.length || y.occurrences - x.occurrences)
    .slice(0, limit);
  return ranked.map(({ versions }) => {
    const series = new Set(versions.map(({ report }) => table.reports[report]!.series));
    let before = versions[0]!.sentence;
    const gaps: { report: string; instead: { paragraph: string; similarity: number } | null }[] = [];
    for (const report of order.filter((each) => series.has(table.reports[each]!.series))) {
      const version = versions.find((each) => each.report === report);
      if (version) {
        before = version.sentence;
        continue;
      }
      lcs.load(before.ids, vocabulary.size);
      let best: { paragraph: string; similarity: number } | null = null;
      for (const sentence of sentences[report]!) {
        if (sentence.occurrences > 0) continue;
        const similarity = alike(sentence, before.ids);
        if (similarity >= 0.5 && similarity > (best?.similarity ?? 0))
          best = { paragraph: table.id(sentence.paragraph), similarity };
      }
      gaps.push({ report: table.reports[report]!.id, instead: best });
    }
    return {
      versions: versions.map(({ sentence, similarity }) => ({
        paragraph: table.id(sentence.paragraph),
        similarity,
      })),
      gaps,
    };
  });
}
