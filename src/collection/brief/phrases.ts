/** Search, phrases, recurring and new wording in brief. */
import type { z } from '@hono/zod-openapi';
import type * as cases from '../cases/index.ts';
import { oneLine, textsOf } from '../marked.ts';
import { cite, citeParagraph, counted, limitsOf, percent } from './cite.ts';
import type { BriefOf } from './types.ts';

type Body<C extends { body: z.ZodType }> = z.output<C['body']>;

const spellings = ({ exact, folded, stem }: { exact: number; folded: number; stem: number }): string =>
  `By match profile: exact ${exact}, folded ${folded}, stem ${stem}.`;

export const search: BriefOf<Body<typeof cases.search>> = (view, body) => ({
  head: [
    `${counted(body.total, 'paragraph')} of ${counted(body.scope.reports, 'report')} match (the count is exact).`,
    spellings(body.also),
    ...(body.suggestions.length > 0
      ? [`Nothing matches; did you mean: ${body.suggestions.join(' | ')}`]
      : []),
  ],
  entries: body.hits.map(({ paragraph, highlights, places }) => ({
    text: around(paragraph.text, highlights[0]?.[0] ?? 0),
    cites: [
      citeParagraph(view, paragraph),
      ...(places ?? []).slice(1, 6).map((place) => cite(view, place.paragraph)),
    ],
  })),
  total: body.groups ?? body.total,
  unit: body.groups === undefined ? 'paragraph' : 'text',
  limits: [
    ...limitsOf(body.scope),
    ...(body.degraded ? ['The search server is down, so the embedded engine ranked these results.'] : []),
  ],
});

/** A long text, cut to start shortly before the first match. */
function around(text: string, at: number): string {
  const from = at < 300 ? 0 : text.lastIndexOf(' ', at - 200) + 1;
  return `${from > 0 ? '… ' : ''}${oneLine(text.slice(from))}`;
}

export const phrases: BriefOf<Body<typeof cases.phrases>> = (view, body) => {
  const { first, last, sample } = body;
  const years = body.by_year.map(({ year, occurrences }) => `${year ?? 'undated'}: ${occurrences}`);
  const words = (list: typeof body.before) =>
    list
      .slice(0, 8)
      .map(({ word, count }) => `${word} ${count}`)
      .join(', ');
  return {
    head: [
      `"${body.phrase.text}": ${counted(body.occurrences, 'occurrence')} in ${counted(body.paragraphs, 'paragraph')} of ` +
        `${counted(body.reports, 'report')}, out of ${counted(body.scope.reports, 'report')} searched (counts are exact).`,
      spellings(body.also),
      ...(first && last ? [`First ${first.year ?? 'undated'}, last ${last.year ?? 'undated'}.`] : []),
      ...(years.length > 0 ? [`By year: ${years.join(', ')}.`] : []),
      ...(body.before.length > 0 ? [`Words before: ${words(body.before)}.`] : []),
      ...(body.after.length > 0 ? [`Words after: ${words(body.after)}.`] : []),
    ],
    entries: body.concordance.map(({ before, keyword, after, paragraph }) => ({
      text: oneLine(`${before} **${keyword}** ${after}`),
      cites: [cite(view, paragraph)],
    })),
    total: sample ? Math.min(sample.size, body.occurrences) : body.occurrences,
    unit: 'occurrence',
    limits: limitsOf(body.scope),
  };
};

export const recurring: BriefOf<Body<typeof cases.recurring>> = (view, body) => {
  const { coverage } = body;
  return {
    head: [
      `${counted(body.total, 'phrase')} of ${counted(body.min_words, 'word')} or more in ${counted(body.min_reports, 'report')} or more, ` +
        `out of ${counted(body.scope.reports, 'report')} (the list is complete).`,
      `${percent(coverage.share)} of the report's ${counted(coverage.words, 'word')} are in such a phrase.`,
    ],
    entries: body.phrases.map(({ text, words, report_count, first, last, occurrences }) => ({
      text: `${oneLine(text)} (${counted(words, 'word')}, ${counted(report_count, 'report')}, ${first.year ?? first.report} to ${last.year ?? last.report})`,
      cites: occurrences.slice(0, 3).map(({ paragraph }) => cite(view, paragraph)),
    })),
    total: body.total,
    unit: 'phrase',
    limits: limitsOf(body.scope),
  };
};

export const novelty: BriefOf<Body<typeof cases.novelty>> = (view, body) => {
  const textOf = textsOf(view);
  const { coverage, earlier, undated, missing } = body;
  const fresh = body.paragraphs.filter(({ new_share }) => new_share > 0);
  return {
    head: coverage
      ? [
          `Compared with ${counted(earlier.length, 'earlier report')}; ${percent(coverage.share)} of ${counted(coverage.words, 'word')} were said before.`,
          `${counted(fresh.length, 'paragraph')} of ${body.paragraphs.length} say something new; {+…+} marks it.`,
        ]
      : ['There is no earlier report of the series in the collection to compare this one with.'],
    entries: fresh.map(({ paragraph, new_share, spans }) => {
      const said = spans.map(({ start, end, first_seen }) => {
        const words = textOf(paragraph).slice(start, end);
        return first_seen === null ? `{+${words}+}` : words;
      });
      return {
        text: `${percent(new_share)} new: ${oneLine(said.join(' '))}`,
        cites: [cite(view, paragraph)],
      };
    }),
    total: fresh.length,
    unit: 'paragraph',
    limits: [...limitsOf({ ...body.scope, undated, missing })],
  };
};
