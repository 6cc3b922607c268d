/** A report named by year and symbol, as a link to it or to one of its paragraphs. */
import { address } from '../place.ts';

interface Named {
  id: string;
  symbol: string;
  year: number | null;
}

export const ordinalOf = (paragraph: string): string => paragraph.slice(paragraph.lastIndexOf(':') + 1);

/** The report that a paragraph's id names. */
export const reportIdOf = (paragraph: string): string => paragraph.slice(0, paragraph.lastIndexOf(':'));

export const paragraphAddress = (paragraph: string): string =>
  address({ page: 'report', id: reportIdOf(paragraph) }, `p${ordinalOf(paragraph)}`);

export function ReportName({ report, paragraph }: { report: Named; paragraph?: string }) {
  const href =
    paragraph === undefined ? address({ page: 'report', id: report.id }) : paragraphAddress(paragraph);
  return (
    <a class="report-name" href={href}>
      {report.year !== null && <strong>{report.year} </strong>}
      <bdi dir="ltr">{report.symbol}</bdi>
    </a>
  );
}
