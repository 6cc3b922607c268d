/** Citations as text, and sentences about what a scope leaves out. */
import type { ReportSummary } from '../../report/index.ts';
import type { StoredParagraph } from '../../store/index.ts';
import { allReports } from '../meetings.ts';
import type { ScopeBody } from '../scope.ts';
import type { View } from '../view.ts';
import type { Citation } from './types.ts';

const linkTo = (report: string, fragment = ''): string =>
  `/?${new URLSearchParams({ page: 'report', id: report })}${fragment}`;

/** A report of the collection, even if unreadable. */
function reportOf(view: View, id: string): ReportSummary | undefined {
  const number = view.table.reportNumber(id);
  return number < 0 ? allReports(view).find((report) => report.id === id) : view.table.reports[number];
}

export function citeReport(view: View, id: string): Citation {
  const report = reportOf(view, id);
  return {
    report: id,
    symbol: report?.symbol ?? id,
    body: report?.body ?? null,
    year: report?.year ?? null,
    paragraph: null,
    kind: 'report',
    number: null,
    label: null,
    part: 'main',
    page: null,
    doubtful_words: 0,
    link: linkTo(id),
  };
}

export function cite(view: View, paragraph: string): Citation {
  const found = view.reader.paragraph(paragraph);
  const whole = citeReport(view, found?.report ?? paragraph.slice(0, paragraph.lastIndexOf(':')));
  return found === null ? { ...whole, paragraph } : citeParagraph(view, found);
}

type Placed = Pick<
  StoredParagraph,
  'id' | 'report' | 'ordinal' | 'kind' | 'number' | 'label' | 'part' | 'page' | 'parent' | 'doubts'
>;

export function citeParagraph(view: View, paragraph: Placed): Citation {
  const { id, report, ordinal, kind, label, part, page, parent, doubts } = paragraph;
  const above = kind === 'item' && parent !== null ? view.reader.paragraph(parent) : null;
  return {
    ...citeReport(view, report),
    paragraph: id,
    kind,
    number: paragraph.number ?? above?.number ?? null,
    label,
    part,
    page,
    doubtful_words: doubts.length,
    link: linkTo(report, `#p${ordinal}`),
  };
}

/** `SRO/C.7/2016/9 (SRO/C.7, 2016), para. 58(أ)`. */
export function citationText(cited: Citation): string {
  const about = [cited.body, cited.year].filter((one) => one !== null).join(', ');
  const annex = cited.part === 'main' ? '' : `, ${cited.part}`;
  return `${cited.symbol}${about === '' ? '' : ` (${about})`}${annex}${placeOf(cited)}`;
}

function placeOf({ paragraph, kind, number, label }: Citation): string {
  if (paragraph === null) return '';
  if (kind === 'footnote') return `, note ${number ?? label ?? ''}`.trimEnd();
  if (number === null) return `, ${label ?? kind}`;
  return `, para. ${number}${kind === 'item' ? (label ?? '') : ''}`;
}

const named = (names: readonly string[], most = 10): string =>
  names.length <= most
    ? names.join(', ')
    : `${names.slice(0, most).join(', ')} and ${names.length - most} more`;

/** What was not counted and so cannot be said. */
export function limitsOf({ unreadable, undated, missing }: ScopeBody): string[] {
  return [
    unreadable.length > 0 ? `Not counted, because they cannot be read: ${named(unreadable)}.` : '',
    undated.length > 0 ? `Without a date, so in no timeline: ${named(undated)}.` : '',
    missing.length > 0 ? `In the series but not in the collection: ${named(missing)}.` : '',
  ].filter((line) => line !== '');
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
