/** Reports, paragraphs, series, repairs and references as text. */
import type { z } from '@hono/zod-openapi';
import type { bodies, cases, View } from '../../collection/index.ts';
import { counted } from '../../report/index.ts';
import { placeOf } from './place.ts';
import { columns, style } from './style.ts';

export function reports({ total, items }: z.output<typeof cases.reports.body>, { reader }: View): string {
  if (total === 0 && reader.summaries().length === 0)
    return 'no reports yet: add some with siyagha ingest PATH…';
  if (total === 0) return 'no report matches these filters';
  const rows = items.map((report) => [
    report.year ?? '-',
    report.id,
    counted(report.paragraphs, 'paragraph'),
    counted(report.words, 'word'),
    report.title,
    marksOf(report),
  ]);
  return [columns(rows), more(total, items.length)].filter((line) => line !== '').join('\n');
}

/** What to know before using the report: it is unreadable, a copy of another one, or has warnings. */
function marksOf({ unreadable, duplicate_of, warnings }: z.output<typeof bodies.report>): string {
  const codes = [...new Set(warnings.map(({ code }) => code))];
  const marks = [
    unreadable ? 'unreadable, so not counted' : '',
    duplicate_of.length > 0 ? `same file as ${duplicate_of.join(' ')}` : '',
    codes.length > 0 ? `warnings: ${codes.join(', ')}` : '',
  ].filter((mark) => mark !== '');
  return marks.length === 0 ? '' : `! ${marks.join('; ')}`;
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

export function show(body: z.output<typeof cases.report.body>, view: View): string {
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
    `${body.source.file} (${body.source.format}, ${body.source.layer} layer), ${counted(body.words, 'word')}, ${body.repairs.words} repaired`,
    ...(body.unreadable ? ['! unreadable: left out of every search and count'] : []),
    ...(body.duplicate_of.length > 0 ? [`! the same file as ${body.duplicate_of.join(' ')}`] : []),
    ...body.warnings.map((warning) => `! ${warning.code}: ${warning.message}`),
  ];
  const paragraphs = typeof body.paragraphs === 'number' ? [] : body.paragraphs;
  return [...head, ...paragraphs.map((item) => paragraph(item, view))].join('\n');
}

export function paragraphs(body: z.output<typeof cases.paragraphs.body>, view: View): string {
  if (body.total === 0) return 'no such paragraph in this report';
  const shown = body.items.map((item) => paragraph(item, view)).join('\n');
  return [shown.replace(/^\n/, ''), more(body.total, body.items.length)]
    .filter((line) => line !== '')
    .join('\n');
}

function paragraph(item: z.output<typeof bodies.paragraph>, view: View): string {
  const heading = item.kind === 'heading' || item.kind === 'title';
  const text = heading && item.label !== null ? `${item.label} ${item.text}` : item.text;
  return `\n${style('dim', placeOf(view, item))}\n${heading ? style('bold', text) : text}`;
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
  if (total === 0) return 'no references of this kind; a symbol is named in full, such as A/RES/63/72';
  const rows = items.map((item) => [
    item.count,
    item.symbol,
    item.first === item.last ? String(item.first ?? '') : `${item.first}–${item.last}`,
    counted(item.reports.length, 'report'),
    item.citations[0]?.text ?? '',
  ]);
  return [columns(rows), more(total, items.length)].filter((line) => line !== '').join('\n');
}
