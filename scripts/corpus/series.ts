/**
 * A series of yearly reports in agreed language. Every statement has a key and a history: it stays the same, is
 * reworded, has its details changed, is split in two, is moved or dropped, and may return. What was done to it is
 * recorded with the text.
 */
import type { Language } from './language.ts';
import type { Random } from './random.ts';

export type Fate = 'new' | 'same' | 'details' | 'reworded' | 'split' | 'moved' | 'returned';

export interface Passage {
  /** Identifies the statement in every report of the series. */
  key: string;
  fate: Fate;
  text: string;
}

export interface MadeReport {
  id: string;
  series: string;
  year: number;
  date: string;
  title: string;
  passages: Passage[];
}

/** Share of a report's statements to which each of these happens in the next report; the rest stay the same. */
const fates: readonly (readonly [Exclude<Fate, 'new' | 'same' | 'returned'> | 'gone', number])[] = [
  ['details', 0.1],
  ['reworded', 0.1],
  ['split', 0.02],
  ['moved', 0.04],
  ['gone', 0.1],
];
/** Share of new statements in a report, and the yearly probability that a dropped one returns. */
const fresh = 0.12;
const comesBack = 0.08;

interface Statement {
  key: string;
  sentences: string[][];
}

export interface SeriesOptions {
  name: string;
  years: readonly number[];
  /** Number of statements in a report. */
  statements: number;
}

export function* reportsOf(
  { name, years, statements }: SeriesOptions,
  language: Language,
  random: Random,
): Generator<MadeReport> {
  let count = 0;
  const make = (): Statement => {
    count += 1;
    const sentences = Array.from({ length: random.between(1, 3) }, () =>
      language.sentence(random, random.between(12, 40)),
    );
    return { key: `${name}.${count}`, sentences };
  };
  let current: Statement[] = [];
  const gone: Statement[] = [];
  for (const year of years) {
    const next: { statement: Statement; fate: Fate }[] = [];
    const moved: Statement[] = [];
    const back: Statement[] = [];
    for (let i = gone.length - 1; i >= 0; i -= 1) {
      if (random.chance(comesBack)) back.push(gone.splice(i, 1)[0]!);
    }
    for (const statement of current) {
      const fate = fateOf(random);
      if (fate === 'gone') gone.push(statement);
      else if (fate === 'moved') moved.push(statement);
      else next.push({ statement: changed(statement, fate, language, random), fate });
    }
    const insert = (statement: Statement, fate: Fate) =>
      next.splice(random.below(next.length + 1), 0, { statement, fate });
    for (const statement of moved) insert(statement, 'moved');
    for (const statement of back) insert(statement, 'returned');
    const wanted = current.length === 0 ? statements : Math.round(statements * fresh);
    for (let i = 0; i < wanted; i += 1) insert(make(), 'new');
    current = next.map(({ statement }) => statement);
    yield {
      id: `${name}-${year}`,
      series: name,
      year,
      date: `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
      title: `تقرير اللجنة عن أعمال دورتها لعام ${year}`,
      passages: next.flatMap(({ statement, fate }) => passagesOf(statement, fate)),
    };
  }
}

function fateOf(random: Random): Fate | 'gone' {
  let at = random.share();
  for (const [fate, share] of fates) {
    if (at < share) return fate;
    at -= share;
  }
  return 'same';
}

function changed({ key, sentences }: Statement, fate: Fate, language: Language, random: Random): Statement {
  const copy = sentences.map((words) => [...words]);
  const words = random.of(copy);
  if (fate === 'details') words[random.below(words.length)] = String(random.between(2, 2000));
  if (fate === 'reworded') {
    const at = random.below(words.length);
    words.splice(
      at,
      random.between(1, 4),
      ...Array.from({ length: random.between(1, 4) }, () => language.word(random)),
    );
  }
  return { key, sentences: copy };
}

/** One paragraph, or two in the report in which it is split. */
function passagesOf({ key, sentences }: Statement, fate: Fate): Passage[] {
  const texts = sentences.map((words) => `${words.join(' ')}.`);
  if (fate !== 'split' || texts.length < 2) {
    return [{ key, fate: fate === 'split' ? 'same' : fate, text: texts.join(' ') }];
  }
  return [
    { key, fate, text: texts[0]! },
    { key, fate, text: texts.slice(1).join(' ') },
  ];
}
