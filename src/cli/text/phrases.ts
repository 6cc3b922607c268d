/** Search, phrases, trends, recurring and novelty as text. */
import type { z } from '@hono/zod-openapi';
import type { cases, View } from '../../collection/index.ts';
import { counted } from '../../report/index.ts';
import { placeAt, placeOf } from './place.ts';
import { more } from './reports.ts';
import { columns, highlighted, percent, style, yearOf } from './style.ts';

export function search(body: z.output<typeof cases.search.body>, view: View): string {
  const lines = [`${counted(body.total, 'paragraph')} (${body.query.match}; ${also(body.also)})`];
  for (const { paragraph, report, highlights } of body.hits) {
    const place = [yearOf(report), placeOf(view, paragraph), ...paragraph.path.slice(-1)];
    lines.push('', style('bold', place.join('  ')), highlighted(paragraph.text, highlights));
  }
  if (body.suggestions.length > 0) lines.push(`did you mean: ${body.suggestions.join(' | ')}`);
  if (body.degraded) lines.push('(the search server is down: ranked by the embedded engine)');
  return lines.join('\n');
}

const also = (counts: { exact: number; folded: number; stem: number }): string =>
  `exact ${counts.exact}, folded ${counts.folded}, stem ${counts.stem}`;

export function phrase(body: z.output<typeof cases.phrases.body>, view: View): string {
  const { first, last } = body;
  const lines = [
    `${style('bold', body.phrase.text)}: ${counted(body.occurrences, 'time')} in ${counted(body.paragraphs, 'paragraph')} of ${counted(body.reports, 'report')} (${also(body.also)})`,
  ];
  if (first && last)
    lines.push(`first ${first.year ?? '-'} ${first.report}, last ${last.year ?? '-'} ${last.report}`);
  lines.push(
    columns(
      body.by_report.map((row) => [
        row.year ?? '-',
        row.symbol,
        row.occurrences,
        `${row.per_10k_words.toFixed(1)} per 10,000 words`,
      ]),
    ),
  );
  if (body.sample)
    lines.push(
      '',
      style('dim', `a sample of ${counted(body.sample.size, 'occurrence')}, seed ${body.sample.seed}:`),
    );
  for (const line of body.concordance) {
    lines.push('', style('dim', `${yearOf(line)}  ${placeAt(view, line.paragraph)}`));
    lines.push(`${line.before} ${style(['bold', 'yellow'], line.keyword)} ${line.after}`.trim());
  }
  return lines.join('\n');
}

export function trends({ trends: all }: z.output<typeof cases.trends.body>): string {
  return all
    .map(({ phrase: { text }, points }) => {
      const highest = Math.max(1e-9, ...points.map((point) => point.per_10k_words ?? 0));
      const rows = points.map((point) => [
        point.year,
        point.occurrences ?? '?',
        `${point.reports_with ?? 0}/${counted(point.reports, 'report')}`,
        point.per_10k_words === null
          ? 'no report'
          : `${'█'.repeat(Math.round((point.per_10k_words / highest) * 30))} ${point.per_10k_words.toFixed(1)}`,
      ]);
      return `${style('bold', text)} (per 10,000 words)\n${columns(rows)}`;
    })
    .join('\n\n');
}

export function recurring(body: z.output<typeof cases.recurring.body>): string {
  const { coverage } = body;
  const head = `${counted(body.total, 'phrase')} of ${counted(body.min_words, 'word')} or more in ${counted(body.min_reports, 'report')} or more (${body.view}); ${coverage.recurring_words} of ${counted(coverage.words, 'word')} (${percent(coverage.share)}) recur`;
  return formulas(head, body);
}

const listed = new Intl.ListFormat('en');

export function dropped(body: z.output<typeof cases.dropped.body>): string {
  if (body.compared.length < body.min_reports) {
    const there = body.compared.length === 0 ? 'no earlier report' : `only ${body.compared.length} earlier`;
    return `${body.min_reports} earlier reports have to share a phrase, and there is ${there} to compare ${body.report} with`;
  }
  const years = listed.format(body.compared.map((report) => String(report.year ?? report.report)));
  return formulas(
    `${counted(body.total, 'phrase')} in the reports of ${years} ${body.total === 1 ? 'is' : 'are'} not in ${body.report}`,
    body,
  );
}

function formulas(
  head: string,
  body: Pick<z.output<typeof cases.recurring.body>, 'total' | 'phrases'>,
): string {
  const phrases = body.phrases.map((item) => {
    const years = item.reports.map((report) => report.year ?? report.report).join(' ');
    return `\n${style('bold', `${counted(item.words, 'word')}, ${counted(item.report_count, 'report')}`)} (${years})\n${item.text}`;
  });
  return [head, ...phrases, more(body.total, body.phrases.length)].filter((line) => line !== '').join('\n');
}

/** Every paragraph: new words in {+…+}, the others followed by the year in which they first appeared. */
export function novelty(body: z.output<typeof cases.novelty.body>, view: View): string {
  const { coverage, missing } = body;
  const lines = [
    coverage === null
      ? 'there is no earlier report of its series in the collection to compare it with'
      : `${coverage.seen_words} of ${counted(coverage.words, 'word')} (${percent(coverage.share)}) occur in earlier reports`,
  ];
  if (missing.length > 0) lines.push(`not in the collection: ${missing.join(' ')}`);
  if (body.undated.length > 0) lines.push(`left out because undated: ${body.undated.join(' ')}`);
  for (const { paragraph, new_share, spans } of body.paragraphs) {
    const text = view.reader.paragraph(paragraph)?.text ?? '';
    const words = spans.map(({ start, end, first_seen }) => {
      const said = text.slice(start, end);
      if (first_seen === null) return style('green', `{+${said}+}`);
      return `${said} ${style('dim', `[${first_seen.year ?? first_seen.report}]`)}`;
    });
    const head = `${placeAt(view, paragraph)}  ${percent(new_share)} new`;
    lines.push('', style('bold', head), words.join(' '));
  }
  return lines.join('\n');
}
