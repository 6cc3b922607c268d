/** What a report shares with others, and which phrases return in it. */
import type { Profile } from 'arabic-normalizer';
import type { CollectionIndex } from '../collection-index.ts';
import { wholeNumber } from '../errors.ts';
import { earlierReports, type Scope, seriesScope, withReport } from '../scope.ts';
import { Census, remembered } from './census.ts';
import { keyness } from './distinctive.ts';
import {
  byLength,
  byReports,
  byScore,
  byWeight,
  type ListedFormula,
  listFormulas,
  type PlacedFormula,
  placeFormulas,
} from './formula-list.ts';
import { type Formula, formulasOf } from './formulas.ts';
import { type Run, sizeOf } from './report-walk.ts';
import { type PhraseView, reportNumber } from './view.ts';

/**
 * `longest`: words, then reports, then reading order. `reports`: most reports first. `distinctive`: those far more
 * frequent in the scope than in the rest of the collection first. `first`: by the first report that contains them,
 * oldest first. `weight`: words × reports.
 */
export type RecurringOrder = 'longest' | 'reports' | 'distinctive' | 'first' | 'weight';

export interface RecurringParams {
  report: string;
  min_words?: number;
  min_reports?: number;
  view?: 'maximal' | 'closed';
  order?: RecurringOrder;
  /**
   * Only phrases that return: in some report of the scope dated before this one, absent from the previous one (the last
   * of those in dated order), and in this one again. `order` is then `weight` by default.
   */
  returns?: boolean;
  match?: Profile;
  /** Each report of a phrase lists its places instead of a count. */
  places?: boolean;
  limit?: number;
  offset?: number;
}

export interface RecurringAnswer {
  report: string;
  min_words: number;
  min_reports: number;
  view: 'maximal' | 'closed';
  /** Number of all phrases; `phrases` is one page of them. */
  total: number;
  /** `recurring_words`: tokens of the report inside at least one occurrence of at least one such phrase. */
  coverage: { words: number; recurring_words: number; share: number };
  phrases: (ListedFormula | PlacedFormula)[];
}

/**
 * The phrases of at least `min_words` words in one paragraph of the report that are in at least `min_reports` reports
 * of `scope`, including the report itself. `maximal`: those that cannot be extended by a word on the left or the right
 * and still qualify. `closed`: those that cannot be extended without losing a report. Complete. A scope's paragraph
 * mask narrows the other reports, not this one. Without `scope`: the report's series.
 */
export function recurringAnswer(view: PhraseView, params: RecurringParams, scope?: Scope): RecurringAnswer {
  const { view: kind = 'maximal', returns = false, match = 'folded' } = params;
  const minWords = wholeNumber(params.min_words ?? 4, 1, 'min_words');
  const minReports = wholeNumber(params.min_reports ?? 2, 1, 'min_reports');
  const limit = wholeNumber(params.limit ?? 20, 0, 'limit');
  const offset = wholeNumber(params.offset ?? 0, 0, 'offset');
  const report = reportNumber(view.table, params.report);
  const index = view.byProfile(match);
  const around = withReport(view.table, scope ?? seriesScope(view.table, report), report);
  const census = new Census(index, around);
  const atLeast = (run: Run) => {
    if (sizeOf(run) < minReports) return 0;
    const reports = census.reports(run);
    return reports >= minReports ? reports : 0;
  };
  const grade = returns ? returning(view, around, report, census, minReports) : atLeast;
  const { found, words, covered } = formulasOf(
    index,
    report,
    { minWords, view: kind, paragraphs: around.paragraphs },
    remembered(grade),
  );
  const list = params.places ? placeFormulas : listFormulas;
  found.sort(comparison(index, around, census, params.order ?? (returns ? 'weight' : 'longest')));
  return {
    report: params.report,
    min_words: minWords,
    min_reports: minReports,
    view: kind,
    total: found.length,
    coverage: { words, recurring_words: covered, share: words === 0 ? 0 : covered / words },
    phrases: list(view, index, census, found.slice(offset, offset + limit)),
  };
}

/** In a report before the last one, and not in the last one. Then any longer run is not in the last one either. */
function returning(
  { table }: PhraseView,
  scope: Scope,
  report: number,
  census: Census,
  minReports: number,
): (run: Run) => number {
  const earlier = earlierReports(table, scope, report);
  const last = earlier.pop();
  const isEarlier = new Uint8Array(table.reports.length);
  for (const number of earlier) isEarlier[number] = 1;
  return (run) => {
    if (earlier.length === 0 || sizeOf(run) === 1) return 0;
    let reports = 0;
    let inLast = false;
    let inEarlier = false;
    census.each(run, (number) => {
      reports += 1;
      if (number === last) inLast = true;
      else if (isEarlier[number] === 1) inEarlier = true;
    });
    return inEarlier && !inLast && reports >= minReports ? reports : 0;
  };
}

/** Number of the first report that contains it: reports are numbered by date, undated ones last. */
function earliest(census: Census, formula: Formula): number {
  let first = Number.POSITIVE_INFINITY;
  for (const [report] of census.occurrences(formula)) first = Math.min(first, report);
  return first;
}

function comparison(
  index: CollectionIndex,
  scope: Scope,
  census: Census,
  order: RecurringOrder,
): (a: Formula, b: Formula) => number {
  if (order === 'longest') return byLength;
  if (order === 'reports') return byReports;
  if (order === 'weight') return byWeight;
  if (order === 'first') return byScore((formula) => -earliest(census, formula));
  return byScore(keyness(index, scope, census));
}
