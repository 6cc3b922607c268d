/** Threads as in the answer: printed texts, word diffs, templates. */

import { yearOf } from '../../phrases/scope.ts';
import type { ParagraphTable } from '../../phrases/table.ts';
import type { ReportSummary } from '../../report/index.ts';
import { differenceOf } from '../change.ts';
import type { WordLists } from '../lists.ts';
import { type Prepared, passageOf, prepare, type Side } from '../side.ts';
import { templateOf } from '../template.ts';
import { Vocabulary } from '../vocabulary.ts';
import type { Instead, NearPassage, PassageBody, Thread, ThreadVersion } from './body.ts';
import { type FoundGap, occurrencesOf, type ThreadsView } from './index.ts';
import type { Lineage } from './lineages.ts';
import type { FoundNear } from './near.ts';
import type { Passage } from './passages.ts';
import { rangeOf } from './sentences.ts';

/** Maximum number of wordings for which a template is made. */
export const MOST_WORDINGS = 50;

/** Whole sentences of a paragraph: tokens `from` to (not including) `to`. */
interface Place {
  paragraph: number;
  from: number;
  to: number;
}

export class Writer {
  private readonly view: ThreadsView;
  private readonly table: ParagraphTable;
  private readonly vocabulary: Vocabulary;
  private readonly prepared = new Map<number, Prepared>();

  constructor(view: ThreadsView, lists: WordLists) {
    this.view = view;
    this.table = view.table;
    this.vocabulary = new Vocabulary(lists, view.budget);
  }

  threads(found: readonly { lineage: Lineage<Passage>; gaps: readonly FoundGap[] }[]): Thread[] {
    return found.map(({ lineage, gaps }) => this.thread(lineage, gaps));
  }

  near(found: readonly FoundNear[]): NearPassage[] {
    return found.map(({ shared, share, times, ...place }) => ({
      ...this.named(this.table.reportOf(place.paragraph)),
      ...this.passage(place),
      shared,
      share,
      times,
    }));
  }

  private thread(lineage: Lineage<Passage>, gaps: readonly FoundGap[]): Thread {
    const { versions } = lineage;
    const wordings = new Set(versions.map(({ passage }) => passage.ids.join(' '))).size;
    const written = versions.map(({ passage, similarity, also }, at): ThreadVersion => {
      const before = versions[at - 1]?.passage;
      return {
        ...this.named(passage.report),
        ...this.passage(passage),
        similarity,
        ...(before
          ? this.difference(before, passage)
          : { change: null, punctuation: null, doubtful: null, diff: [] }),
        also: also.map((other) => this.passage(other)),
      };
    });
    return {
      text: written.at(-1)!.text,
      occurrences: occurrencesOf(lineage),
      reports: versions.length,
      wordings,
      first: this.named(versions[0]!.passage.report),
      last: this.named(versions.at(-1)!.passage.report),
      versions: written,
      template:
        wordings > MOST_WORDINGS
          ? null
          : templateOf(
              versions.map(({ passage }) => ({
                report: this.report(passage.report).id,
                side: this.side(passage),
              })),
              this.vocabulary,
            ),
      gaps: gaps.map(({ report, base, instead }) => ({
        ...this.named(report),
        instead: instead && this.instead(base, instead, instead.similarity),
      })),
    };
  }

  private instead(base: Passage, place: Place, similarity: number): Instead {
    return { ...this.passage(place), similarity, ...this.difference(base, place) };
  }

  private difference(base: Place, other: Place) {
    const {
      common: _,
      similarity: __,
      ...difference
    } = differenceOf(this.side(base), this.side(other), this.vocabulary);
    return difference;
  }

  private side({ paragraph, from, to }: Place): Side {
    return passageOf(this.prepare(paragraph), from, to);
  }

  private passage({ paragraph, from, to }: Place): PassageBody {
    const { paragraph: found, tokens } = this.prepare(paragraph);
    const { id, number, label, part, text } = found;
    const { start, end } = rangeOf(text, tokens, from, to);
    return { paragraph: id, number, label, part, start, end, text: text.slice(start, end) };
  }

  private prepare(paragraph: number): Prepared {
    let prepared = this.prepared.get(paragraph);
    if (!prepared) {
      const [found] = this.view.reader.paragraphsByRow([this.table.rowOf(paragraph)]);
      if (!found)
        throw new Error(`the store does not hold paragraph ${this.table.id(paragraph)} of this epoch`);
      prepared = prepare(found, this.vocabulary);
      this.prepared.set(paragraph, prepared);
    }
    return prepared;
  }

  private report(number: number): ReportSummary {
    return this.table.reports[number]!;
  }

  private named(number: number): { report: string; year: number | null } {
    const report = this.report(number);
    return { report: report.id, year: yearOf(report) };
  }
}
