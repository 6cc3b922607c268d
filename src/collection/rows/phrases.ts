/** Rows of answers about runs of words: one for each occurrence, span, point or hit. */
import type { z } from '@hono/zod-openapi';
import type * as bodies from '../bodies/index.ts';
import type { View } from '../view.ts';
import type { Row } from './index.ts';
import { Places } from './places.ts';

type Body<B extends z.ZodType> = z.output<B>;
type Place = Body<typeof bodies.recurringPhrase>['occurrences'][number];

const reportOf = (paragraph: string): string => paragraph.slice(0, paragraph.lastIndexOf(':'));

/**
 * One row for each phrase and report that contains it, or for each place if the answer has them: always in the report
 * asked about, in others with `include=occurrences`.
 */
export function phrases(body: Pick<Body<typeof bodies.recurring>, 'phrases'>, view: View): Row[] {
  const places = new Places(view);
  return body.phrases.flatMap((phrase) => {
    const own = new Map<string, Place[]>();
    for (const place of phrase.occurrences) {
      const report = reportOf(place.paragraph);
      own.set(report, [...(own.get(report) ?? []), place]);
    }
    const listed = phrase.reports.map(({ report, year, occurrences }) => {
      const given: Place[] | undefined = Array.isArray(occurrences) ? occurrences : own.get(report);
      own.delete(report);
      return { report, year, count: Array.isArray(occurrences) ? occurrences.length : occurrences, given };
    });
    // For a dropped phrase: the previous report, if it is not among those counted.
    for (const [report, given] of own) listed.push({ report, year: null, count: given.length, given });
    return listed.flatMap(({ report, year, count, given }): Row[] => {
      const head: Row = {
        text: phrase.text,
        words: phrase.words,
        report_count: phrase.report_count,
        ...places.report(report, year),
        occurrences: count,
      };
      if (!given) return [{ ...head, ...places.at(null), start: null, end: null, as_printed: null }];
      return given.map((place) => ({
        ...head,
        ...places.at(place.paragraph),
        start: place.start,
        end: place.end,
        as_printed: places.cut(place),
      }));
    });
  });
}

export function spans(body: Body<typeof bodies.novelty>, view: View): Row[] {
  const places = new Places(view);
  return body.paragraphs.flatMap(({ paragraph, spans: all }) =>
    all.map(({ start, end, words, first_seen }) => ({
      ...places.at(paragraph),
      start,
      end,
      words,
      new: first_seen === null,
      first_seen_report: first_seen?.report ?? null,
      first_seen_year: first_seen?.year ?? null,
      text: places.cut({ paragraph, start, end }),
    })),
  );
}

export function concordance(body: Body<typeof bodies.phrases>, view: View): Row[] {
  const places = new Places(view);
  return body.concordance.map(({ report, year, paragraph, start, end, before, keyword, after }) => ({
    ...places.report(report, year),
    ...places.at(paragraph),
    start,
    end,
    before,
    keyword,
    after,
    text: places.text(paragraph),
  }));
}

export function points(body: Body<typeof bodies.trends>): Row[] {
  return body.trends.flatMap(({ phrase, points: all }) =>
    all.map(({ interval, reports_interval, ...point }) => ({
      phrase: phrase.text,
      ...point,
      interval_low: interval?.[0] ?? null,
      interval_high: interval?.[1] ?? null,
      reports_interval_low: reports_interval?.[0] ?? null,
      reports_interval_high: reports_interval?.[1] ?? null,
    })),
  );
}

/** One row for each paragraph, even if those with the same words are one hit. */
export function hits(body: Body<typeof bodies.search>, view: View): Row[] {
  const places = new Places(view);
  return body.hits.flatMap(({ paragraph, report, score, highlights, places: all }) => {
    const row = (of: typeof report, one: Pick<typeof paragraph, 'id' | 'kind' | 'path' | 'text'>): Row => ({
      ...places.report(of.id, of.year),
      ...places.at(one.id),
      kind: one.kind,
      section: one.path.at(-1) ?? null,
      score,
      highlights: highlights.length,
      text: one.text,
    });
    if (!all) return [row(report, paragraph)];
    return view.reader
      .paragraphsById(all.map((place) => place.paragraph))
      .map((one, i) => ({ ...row(all[i]!.report, one), same_text_as: paragraph.id }));
  });
}
