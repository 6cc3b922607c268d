/** One wording in all reports of a series: its version in each, what changed from one to the next, its template. */
import type { Paragraph } from '../report/index.ts';
import type { ReportText, Version, WordingBody } from './body.ts';
import { differenceOf } from './change.ts';
import type { CompareOptions } from './compare.ts';
import { CompareError } from './error.ts';
import { findVersion, type Passage } from './find-version.ts';
import { shippedLists } from './lists.ts';
import { noRarity, type Rarity } from './rarity.ts';
import { type Prepared, passageOf, prepare } from './side.ts';
import { templateOf } from './template.ts';
import { Vocabulary } from './vocabulary.ts';

/** A phrase or pasted text, or a paragraph of one of the reports. */
export type Anchor = { text: string } | { paragraph: Paragraph };

/** Maximum length of an anchor, in words. */
export const MOST_ANCHOR_WORDS = 5000;
export interface WordingOptions extends CompareOptions {
  /**
   * The content of each folded word: a pasted text's versions must be about the same subject. By default all have the
   * same.
   */
  rarity?: Rarity;
}

/**
 * The versions of a wording in reports given in dated order.
 * @throws CompareError `empty_anchor` if the anchor has no word, `text_too_long` beyond 5,000 words
 */
export function wordingHistory(
  anchor: Anchor,
  reports: readonly ReportText[],
  options: WordingOptions = {},
): WordingBody {
  const vocabulary = new Vocabulary(options.lists ?? shippedLists, options.budget);
  const asked = prepareAnchor(anchor, vocabulary);
  const whole = 'paragraph' in anchor;
  const { says, enough } = options.rarity ?? noRarity;
  const sayings = whole
    ? null
    : { says: new Map(asked.tokens.map(({ text }, at) => [asked.ids[at]!, says(text)])), enough };
  const found = reports.map(({ report, paragraphs }) => ({
    report,
    passage: findVersion(asked, sayings, paragraphs, vocabulary),
  }));
  const versions: Version[] = [];
  let before: Passage | undefined;
  for (const { report, passage } of found) {
    if (!passage) {
      versions.push(gap(report.id, report.year));
      continue;
    }
    const { prepared, from, to, similarity } = passage;
    const start = prepared.tokens[from]!.start;
    const end = prepared.tokens[to - 1]!.end;
    const version: Version = {
      report: report.id,
      year: report.year,
      paragraph: prepared.paragraph.id,
      start,
      end,
      text: prepared.paragraph.text.slice(start, end),
      similarity,
      change: null,
      punctuation: null,
      doubtful: null,
      diff: [],
    };
    if (before) {
      const {
        common: _,
        similarity: __,
        ...difference
      } = differenceOf(
        passageOf(before.prepared, before.from, before.to),
        passageOf(prepared, from, to),
        vocabulary,
      );
      Object.assign(version, difference);
    }
    before = passage;
    versions.push(version);
  }
  const present = found.flatMap(({ report, passage }) =>
    passage ? [{ report: report.id, side: passageOf(passage.prepared, passage.from, passage.to) }] : [],
  );
  return {
    anchor: {
      text: asked.paragraph.text,
      paragraph: whole ? asked.paragraph.id : null,
      report: whole ? asked.paragraph.report : null,
    },
    versions,
    template: templateOf(present, vocabulary),
    wordings: new Set(present.map(({ side }) => side.ids.join(' '))).size,
    gaps: found.flatMap(({ report, passage }) => (passage ? [] : [{ report: report.id, year: report.year }])),
  };
}

/** The anchor as a paragraph of its own; the one asked about if it is one. */
export function prepareAnchor(anchor: Anchor, vocabulary: Vocabulary): Prepared {
  const paragraph: Paragraph =
    'paragraph' in anchor
      ? anchor.paragraph
      : {
          id: 'text',
          report: '',
          ordinal: 1,
          kind: 'paragraph',
          number: null,
          label: null,
          part: 'main',
          path: [],
          parent: null,
          page: null,
          text: anchor.text,
          words: 0,
          cell: null,
          doubts: [],
          references: [],
        };
  const prepared = prepare(paragraph, vocabulary);
  if (prepared.ids.length === 0) throw new CompareError('empty_anchor', 'the text has no word to search for');
  if (prepared.ids.length > MOST_ANCHOR_WORDS)
    throw new CompareError(
      'text_too_long',
      `the text has ${prepared.ids.length} words, more than the ${MOST_ANCHOR_WORDS} that are looked for: give one passage`,
    );
  return prepared;
}

function gap(report: string, year: number | null): Version {
  return {
    report,
    year,
    paragraph: null,
    start: null,
    end: null,
    text: null,
    similarity: null,
    change: null,
    punctuation: null,
    doubtful: null,
    diff: [],
  };
}
