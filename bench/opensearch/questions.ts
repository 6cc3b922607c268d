/** Questions for a collection whose index is in a cluster, drawn from its texts, always the same ones. */
import type { Snapshot } from '../../src/store/index.ts';
import { generator } from '../phrases/timing.ts';

export interface Questions {
  /** Paths by kind of question. */
  kinds: ReadonlyMap<string, readonly string[]>;
  /** For memory: a thousand of all kinds. */
  phrases: readonly (readonly string[])[];
  reports: readonly string[];
}

/** Reports of about this many words are asked about. */
const usual = 5000;

export function questionsOn(reader: Snapshot): Questions {
  const reports = reader.countedReports();
  const random = generator(5);
  const phrases: string[][] = [];
  while (phrases.length < 440) {
    const texts = reader.scanReport(reports[random(reports.length)]!.id);
    const words = texts[random(texts.length)]?.text.split(/\s+/) ?? [];
    const length = 2 + random(11);
    if (words.length <= length) continue;
    const at = random(words.length - length);
    const phrase = words.slice(at, at + length).map((word) => word.replace(/[*|.…"]/g, ''));
    if (/\p{L}/u.test(phrase.join(''))) phrases.push(phrase);
  }
  const distance = ({ words }: { words: number }) => Math.abs(words - usual);
  const middling = [...reports]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 10)
    .map(({ id }) => id);
  const asked = (name: string, some: readonly string[][]) =>
    some.map((phrase) => `/v1/${name}?q=${encodeURIComponent(phrase.join(' '))}`);
  const about = (name: string) => middling.map((id) => `/v1/reports/${id}/${name}`);
  return {
    kinds: new Map([
      ['warm-up', asked('phrases', phrases.slice(0, 40))],
      ['phrases', asked('phrases', phrases.slice(40, 340))],
      ['trends', asked('trends', phrases.slice(340))],
      ...['recurring', 'novelty', 'dropped'].map((name) => [name, about(name)] as const),
    ]),
    phrases,
    reports: middling,
  };
}
