/** The texts of the other reports of a report's series, as evidence for repairing it. */
import { isDamagedLayer } from '../ingest/index.ts';
import type { Report, ReportSummary } from '../report/index.ts';
import type { Store, StoreReader } from '../store/index.ts';

/** This many words of siblings are enough: agreed language is in the nearest of them. */
const mostWords = 200_000;

/**
 * Texts of the other reports of its series (without a series: of the collection) in its language: those nearest in
 * years first, up to a few hundred thousand words. Reports that were repaired themselves are not used.
 */
export function siblingTexts(report: Report, store: Store): string[] {
  const reader = store.snapshot();
  try {
    return textsOf(report, reader);
  } finally {
    reader.close();
  }
}

function textsOf(report: Report, reader: StoreReader): string[] {
  const { series, language } = report;
  const distance = (other: ReportSummary) =>
    report.year === null || other.year === null
      ? Number.POSITIVE_INFINITY
      : Math.abs(report.year - other.year);
  const near = reader
    .summaries()
    .filter((other) => other.series === series && other.language === language && other.id !== report.id)
    .map((other) => ({ other, distance: distance(other) }))
    .sort((a, b) => a.distance - b.distance || (a.other.id < b.other.id ? -1 : 1));
  const texts: string[] = [];
  let words = 0;
  for (const { other } of near) {
    const whole = reader.report(other.id);
    if (!whole || isDamagedLayer(whole.source)) continue;
    words += other.words;
    if (words > mostWords && texts.length > 0) break;
    for (const { text } of reader.paragraphs(other.id)) texts.push(text);
  }
  return texts;
}
