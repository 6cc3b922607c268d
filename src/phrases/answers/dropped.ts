/** Phrases that disappear: each of the last few reports contains them, this one does not. */
import type { Profile } from 'arabic-normalizer';
import { wholeNumber } from '../errors.ts';
import { earlierReports, type Scope, seriesScope } from '../scope.ts';
import { Census, remembered } from './census.ts';
import { byWeight, type ListedFormula, listFormulas } from './formula-list.ts';
import { formulasOf } from './formulas.ts';
import { type Run, sizeOf } from './report-walk.ts';
import { Standing } from './standing.ts';
import { type DatedReport, datedReport, type PhraseView, reportNumber } from './view.ts';

export interface DroppedParams {
  report: string;
  min_words?: number;
  /** How many of the last earlier reports must all contain it. */
  min_reports?: number;
  match?: Profile;
  limit?: number;
  offset?: number;
}

export interface DroppedAnswer {
  report: string;
  min_words: number;
  min_reports: number;
  /** The reports that had to contain it, oldest first; if there are fewer than `min_reports`, none. */
  compared: DatedReport[];
  total: number;
  /**
   * `text` and `occurrences` are those of the last report in `compared`; `reports` are all earlier ones that contain
   * it.
   */
  phrases: ListedFormula[];
}

/**
 * The phrases of at least `min_words` words that are in each of the last `min_reports` reports of the scope dated
 * before this one, but not in this one; of these only maximal ones. Highest words × reports first; complete. A scope's
 * paragraph mask narrows the earlier reports, not this one: a phrase that occurs anywhere in this one is not dropped.
 * Without `scope`: the report's series. The cost grows with the length of the previous report.
 */
export function droppedAnswer(view: PhraseView, params: DroppedParams, scope?: Scope): DroppedAnswer {
  const { table } = view;
  const minWords = wholeNumber(params.min_words ?? 4, 1, 'min_words');
  const minReports = wholeNumber(params.min_reports ?? 2, 1, 'min_reports');
  const limit = wholeNumber(params.limit ?? 20, 0, 'limit');
  const offset = wholeNumber(params.offset ?? 0, 0, 'offset');
  const report = reportNumber(table, params.report);
  const index = view.byProfile(params.match ?? 'folded');
  const around = scope ?? seriesScope(table, report);
  const earlier = earlierReports(table, around, report);
  const compared = earlier.slice(-minReports);
  const answer = {
    report: params.report,
    min_words: minWords,
    min_reports: minReports,
    compared: compared.map((number) => datedReport(table, number)),
  };
  if (compared.length < minReports) return { ...answer, total: 0, phrases: [] };

  const { paragraphs } = around;
  const reports = new Uint8Array(table.reports.length);
  for (const number of earlier) reports[number] = 1;
  const required = new Uint8Array(table.reports.length);
  for (const number of compared) required[number] = 1;
  const census = new Census(index, { reports, paragraphs });
  const here = new Standing(index, report, null);
  const before = new Standing(index, compared.at(-2) ?? compared.at(-1)!, paragraphs);
  const isRequired = (run: Run) => sizeOf(run) >= minReports && before.count(run) > 0;
  const grade = (run: Run): number => {
    // Visiting every report of a common phrase takes longest, so the cheaper checks that settle most runs come first.
    if (!isRequired(run) || here.count(run) > 0) return 0;
    let missing = minReports;
    let holders = 0;
    census.each(run, (number) => {
      holders += 1;
      missing -= required[number]!;
    });
    return missing > 0 ? 0 : holders;
  };
  const { found } = formulasOf(
    index,
    compared.at(-1)!,
    { minWords, view: 'maximal', paragraphs, mayBegin: isRequired },
    remembered(grade),
  );
  found.sort(byWeight);
  return {
    ...answer,
    total: found.length,
    phrases: listFormulas(view, index, census, found.slice(offset, offset + limit)),
  };
}
