/** Reports, paragraphs, series, repairs and references as text. */
import type { z } from '@hono/zod-openapi';
import type { bodies, cases } from '../../collection/index.ts';
import { columns, style } from './style.ts';

export function reports({ total, items }: z.output<typeof cases.reports.body>): string {
  if (total === 0) return 'no reports yet: siyagha ingest PATH… reads some';
  const rows = items.map((report) => [
    report.year ?? '-',
    report.id,
    `${report.paragraphs} paragraphs`,
    `${report.words} words`,
    report.title,
  ]);
  return [columns(rows), more(total, items.length)].filter((line) => line !== '').join('\n');
}

export function more(total: number, shown: number): string {
  return total > shown ? `… ${shown} of ${total} (--limit, --offset)` : '';
}

export function series({ items }: z.output<typeof cases.series.body>): string {
  return items
    .map((entry) => {
      const head = `${style('bold', entry.id)}  ${entry.title}${entry.constructed ? '  (constructed sample)' : ''}`;
      const rows = entry.meetings.map((meeting) => [
        '',
        meeting.year,
        meeting.symbol ?? '(symbol unconfirmed)',
        meeting.kind,
        meeting.status === 'ingested' ? 'ingested' : style('yellow', 'missing'),
      ]);
      const others = entry.uncatalogued.map((report) => [
        '',
        report.year ?? '-',
        report.symbol,
        '',
        'ingested',
      ]);
      return `${head}\n${columns([...rows, ...others])}`;
    })
    .join('\n\n');
}

export function show(body: z.output<typeof cases.report.body>): string {
  const head = [
    style('bold', body.symbol),
    body.title,
    [
      body.date ? `${body.date.from} – ${body.date.to}` : (body.year ?? 'undated'),
      body.session === null ? null : `session ${body.session}`,
      body.series,
      body.body,
    ]
      .filter((part) => part !== null)
      .join('  '),
    `${body.source.file} (${body.source.format}, ${body.source.layer} layer), ${body.words} words, ${body.repairs.words} repaired`,
    ...body.warnings.map((warning) => `! ${warning.code}: ${warning.message}`),
  ];
  const paragraphs = typeof body.paragraphs === 'number' ? [] : body.paragraphs;
  return [...head, '', ...paragraphs.map(paragraph)].join('\n');
}

function paragraph(item: z.output<typeof bodies.paragraph>): string {
  const text = item.label === null ? item.text : `${item.label} ${item.text}`;
  if (item.kind === 'heading' || item.kind === 'title') return `\n${style('bold', text)}`;
  return `${item.kind === 'item' || item.kind === 'footnote' ? '    ' : ''}${text}`;
}

export function repairs({ total, items }: z.output<typeof cases.repairs.body>): string {
  const rows = items.map((repair) => [
    repair.paragraph,
    repair.doubtful ? '?' : '',
    repair.kinds.join('+'),
    `${repair.raw.replaceAll(/\s+/g, ' ')} → ${repair.text}`,
  ]);
  return [columns(rows), more(total, items.length), `${total} repaired`]
    .filter((line) => line !== '')
    .join('\n');
}

export function references({ total, items }: z.output<typeof cases.references.body>): string {
  const rows = items.map((item) => [
    item.count,
    item.symbol,
    item.first === item.last ? String(item.first ?? '') : `${item.first}–${item.last}`,
    `${item.reports.length} reports`,
    item.citations[0]?.text ?? '',
  ]);
  return [columns(rows), more(total, items.length)].filter((line) => line !== '').join('\n');
}
