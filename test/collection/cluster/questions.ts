/** Random questions to two collections whose answers must be the same. */
import { type Profile, words } from 'arabic-normalizer';
import fc from 'fast-check';
import type { Collection } from '../../../src/collection/index.ts';
import { caseNamed } from '../../../src/collection/names-of-cases.ts';
import type { ParsedReport } from '../../../src/report/index.ts';
import { alphabet } from '../../phrases/collections.ts';
import { kinds } from './reports.ts';

export type Question = { name: Parameters<Collection['answer']>[0]['name']; params: Record<string, unknown> };

export const word = fc.constantFrom(...alphabet);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const wildcards = fc
  .array(fc.oneof(word, fc.constantFrom('*', '...', 'ب*', 'ما|في', '63|بند', 'ش*')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => ['ما', ...list].join(' '));
const few = fc.integer({ min: 1, max: 4 });
const match = fc.constantFrom<Profile>('exact', 'folded', 'stem');

/** Most questions have few filters, so that most answers are about many reports. */
const seldom = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const filtersOf = (series: readonly string[]) =>
  fc
    .record({
      series: seldom(fc.constantFrom(...series)),
      body: seldom(fc.constantFrom('A', 'B')),
      year_from: seldom(fc.constantFrom(2001, 2004)),
      year_to: seldom(fc.constantFrom(2003, 2006)),
      language: seldom(fc.constantFrom('ar', 'all')),
      kind: seldom(fc.constantFrom(...kinds)),
      section: seldom(fc.constantFrom('مسائل عامة', 'البند')),
    })
    .map(given);

const given = (params: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));

/** Without the filters on paragraphs. */
function wider({ kind: _, section: __, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

/** Of all kinds; a fifth are about threads, which depend on most. */
export function questionsAbout(reports: readonly ParsedReport[]): fc.Arbitrary<Question> {
  const { threads, ...others } = questionsByKind(reports);
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...Object.values(others)) },
    { weight: 1, arbitrary: threads },
  );
}

export function questionsByKind(reports: readonly ParsedReport[]) {
  const id = fc.constantFrom(...reports.map(({ report }) => report.id));
  const series = [...new Set(reports.map(({ report }) => report.series ?? 'S'))];
  const filter = filtersOf(series);
  const own = fc.constantFrom(
    ...reports.flatMap(({ paragraphs }) => paragraphs.filter(({ text }) => words(text).length > 0)),
  );
  /** A run of words of some paragraph. */
  const quoted = fc.tuple(own, fc.nat(), few).map(([{ text }, at, length]) => {
    const printed = text.split(/\s+/);
    const from = at % printed.length;
    return printed.slice(from, from + length).join(' ');
  });
  const q = fc.oneof(
    { weight: 3, arbitrary: phrase },
    { weight: 3, arbitrary: quoted },
    { weight: 1, arbitrary: wildcards },
  );
  /** A run in another order, or with a word that is nowhere: nearly never found as it is. */
  const lost = fc.tuple(quoted, quoted, word).map(([a, b, c]) => `${b} غائب ${c} ${a}`);
  /** A text with some words exchanged or left out, sometimes two together. */
  const pasted = fc
    .tuple(own, own, fc.array(fc.nat(99), { minLength: 10, maxLength: 60 }), fc.boolean())
    .map(([a, b, changes, both]) =>
      `${a.text} ${both ? b.text : ''}`
        .trim()
        .split(/\s+/)
        .flatMap((printed, i) => {
          const change = changes[i % changes.length]!;
          return change < 8 ? [] : change < 16 ? [alphabet[change % alphabet.length]!] : [printed];
        })
        .join(' '),
    )
    .filter((text) => words(text).length > 0);
  const around = fc.record({ with: seldom(fc.uniqueArray(id, { minLength: 1, maxLength: 5 })) }).map(given);
  const ofReport = fc
    .record({ id, min_words: few })
    .chain((one) => fc.tuple(filter, around).map(([two, three]) => ({ ...two, ...three, ...one })));
  const page = { limit: fc.constantFrom(3, 50), offset: fc.constantFrom(0, 0, 2) };
  const share = fc.constantFrom(0, 0.2, 0.3, 0.5, 0.8, 1);
  const flag = fc.constantFrom('true', 'false');
  const nearness = { min_similarity: share, verbatim: flag, limit: fc.constantFrom(1, 5, 20) };
  const named =
    (name: Question['name']) =>
    (params: Record<string, unknown>): Question => ({ name, params });
  const threads = fc
    .record({
      q: fc.oneof({ weight: 4, arbitrary: quoted }, q, lost),
      match,
      filter,
      gaps: fc.constantFrom('true', 'true', 'false'),
      ...page,
    })
    .map(({ filter: narrow, ...params }) => ({ ...narrow, ...params }))
    .map(named('threads'));
  return {
    threads,
    phrases: fc
      .record({
        q,
        match,
        sort: fc.constantFrom('year', 'report', 'before2', 'after3'),
        ...page,
        width: few,
        neighbours: fc.constantFrom(0, 3, 20),
        order: fc.constantFrom('count', 'association'),
        filter,
      })
      .map(({ filter: narrow, ...params }) => ({ ...narrow, ...params }))
      .map(named('phrases')),
    trends: fc
      .record({ q: fc.array(q, { minLength: 1, maxLength: 3 }), match, filter })
      .map(({ filter: narrow, ...params }) => ({ ...narrow, ...params }))
      .map(named('trends')),
    recurring: fc
      .record({
        own: ofReport,
        min_reports: few,
        view: fc.constantFrom('maximal', 'closed'),
        order: fc.constantFrom('longest', 'reports', 'distinctive', 'first'),
        returns: fc.boolean(),
        include: fc.constantFrom('', 'text', 'occurrences'),
      })
      .map(({ own, include, ...params }) => ({
        ...own,
        ...params,
        ...(include ? { include } : {}),
        limit: 1000,
      }))
      .map(named('recurring')),
    dropped: fc
      .record({ own: ofReport, min_reports: few })
      .map(({ own, ...params }) => ({ ...own, ...params, limit: 1000 }))
      .map(named('dropped')),
    novelty: ofReport.map(named('novelty')),
    search: fc
      .record({
        q: fc.array(
          fc.oneof(
            word,
            phrase.map((p) => `"${p}"`),
            fc.constantFrom('ما|في', 'ب*', '-بند', '"ما * في"'),
          ),
          { minLength: 1, maxLength: 3 },
        ),
        match,
        filter,
        group: fc.constantFrom(undefined, 'text'),
        sections: flag,
      })
      .map(({ filter: narrow, q: terms, ...params }) => ({
        ...narrow,
        ...params,
        q: terms.join(' '),
        limit: 1000,
      }))
      .map(named('search')),
    variants: fc
      .record({ own: ofReport, min_similarity: share, doubtful: flag, ...page })
      .map(({ own: { min_words: _, ...own }, ...params }) => ({ ...own, ...params }))
      .map(named('variants')),
    wordingOfText: fc
      .record({ q: fc.oneof(pasted, quoted), filter, gaps: flag })
      .map(({ filter: narrow, ...params }) => ({ ...wider(narrow), ...params }))
      .map(named('wording')),
    wordingOfParagraph: fc
      .record({ own, filter, gaps: flag })
      .map(({ filter: narrow, own: { id: paragraph }, gaps }) => ({ ...wider(narrow), paragraph, gaps }))
      .map(named('wording')),
    similar: fc
      .record({ own, filter, ...nearness })
      .map(({ filter: narrow, own, ...params }) => ({ ...wider(narrow), id: own.id, ...params }))
      .map(named('similar')),
    similarText: fc
      .record({ text: fc.oneof(pasted, quoted), filter, ...nearness })
      .map(({ filter: narrow, ...params }) => ({ ...wider(narrow), ...params }))
      .map(named('similarText')),
  } satisfies Record<string, fc.Arbitrary<Question>>;
}

/** The body or, if it is refused, code and message; of a search, what does not depend on the engine. */
export async function answered(collection: Collection, question: Question): Promise<unknown> {
  try {
    return (await answeredAt(collection, question)).body;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined) throw error;
    return { code, message };
  }
}

/** As `answered`, with the epoch. @throws CollectionError if it is refused */
export async function answeredAt(
  collection: Collection,
  { name, params }: Question,
): Promise<{ body: unknown; epoch: number }> {
  const { bytes, epoch } = await collection.answer({
    name,
    params: caseNamed(name).params.parse(params),
    form: 'json',
  });
  const text = new TextDecoder().decode(bytes);
  const body = name === 'search' ? unranked(JSON.parse(text) as Record<string, unknown>) : text;
  return { body, epoch };
}

/** Searches for what the reports have, with slips of the hand, so that most find nothing. */
export function slipsIn(reports: readonly ParsedReport[]): fc.Arbitrary<Question> {
  const lines = reports.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text.split(/\s+/)));
  const run = fc
    .tuple(fc.constantFrom(...lines), fc.nat(), fc.integer({ min: 1, max: 4 }))
    .map(([words, at, length]) => words.slice(at % words.length, (at % words.length) + length));
  const letter = fc.constantFrom('ا', 'ب', 'ل', 'م', 'ة', 'n', 'P', '6', '');
  const slip = fc.record({
    word: fc.nat(3),
    at: fc.nat(12),
    length: fc.constantFrom(0, 1, 1),
    letter,
    how: fc.constantFrom('letter', 'letter', 'letter', 'swap', 'split', 'join', 'particle'),
  });
  type Slip = typeof slip extends fc.Arbitrary<infer One> ? One : never;
  const slipped = (words: readonly string[], { word, at, length, letter, how }: Slip): string[] => {
    const nth = word % words.length;
    const own = words[nth]!;
    const from = at % (own.length + 1);
    const other = {
      letter: own.slice(0, from) + letter + own.slice(from + length),
      swap:
        own.slice(0, from) +
        own
          .slice(from, from + 2)
          .split('')
          .reverse()
          .join('') +
        own.slice(from + 2),
      split: `${own.slice(0, from)} ${own.slice(from)}`,
      join: own + (words[nth + 1] ?? ''),
      particle: (letter === 'ا' ? 'ال' : 'و') + own,
    }[how];
    return words.toSpliced(nth, how === 'join' ? 2 : 1, ...other.trim().split(/\s+/));
  };
  const asked = (words: string[], form: string): string => {
    const text = words.join(' ');
    const [first = '', ...rest] = words;
    return (
      {
        quoted: `"${text}"`,
        gap: words.length > 1 ? `"${first} * ${rest.join(' ')}"` : text,
        prefix: `${text} ${first.slice(0, 3)}*`,
        without: `${text} -${rest.at(-1) ?? 'غائب'}x -"${first} من"`,
        withoutGap: `${text} -"في * من"`,
        either: `${text}|غائب`,
      }[form] ?? text
    );
  };
  const forms = ['words', 'words', 'words', 'quoted', 'gap', 'prefix', 'without', 'withoutGap', 'either'];
  const filter = filtersOf([...new Set(reports.map(({ report }) => report.series ?? 'S'))]);
  return fc
    .record({
      words: run,
      slips: fc.array(slip, { minLength: 1, maxLength: 2 }),
      form: fc.constantFrom(...forms),
      match,
      filter,
    })
    .map(({ words, slips, form, match, filter }) => {
      const typed = slips.reduce<string[]>(
        (before, one) => (before[0] ? slipped(before, one) : before),
        words,
      );
      return { name: 'search', params: { ...filter, q: asked(typed, form), match, limit: 1000 } };
    });
}

/** Engines order what they find in their own ways, and take their own time. */
function unranked({ engine, took_ms, hits, ...body }: Record<string, unknown>): object {
  const found = (hits as { paragraph: { id: string }; places?: { paragraph: string }[] }[]).map((hit) => {
    const { score, paragraph, highlights, ...rest } = hit as typeof hit & {
      score: number;
      highlights: unknown;
    };
    // Of equal texts, the best one represents all.
    return rest.places ? rest : { ...rest, paragraph, highlights };
  });
  const texts = found.map((hit) => JSON.stringify(hit)).sort();
  return { ...body, hits: texts };
}
