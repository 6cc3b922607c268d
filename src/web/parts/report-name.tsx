/** A report by year, title and symbol, as a link to it or to one of its paragraphs. */
import { titleOf } from '../known.ts';
import { number } from '../language.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { SymbolName, Year } from './isolated.tsx';

interface Named {
  id: string;
  symbol: string;
  year: number | null;
}

export const ordinalOf = (paragraph: string): string => paragraph.slice(paragraph.lastIndexOf(':') + 1);

/** The report that a paragraph's id belongs to. */
export const reportIdOf = (paragraph: string): string => paragraph.slice(0, paragraph.lastIndexOf(':'));

export const paragraphAddress = (paragraph: string): string =>
  address({ page: 'report', id: reportIdOf(paragraph) }, `p${ordinalOf(paragraph)}`);

/** `short`: without the title, for many in a row. */
export function ReportName({
  report,
  paragraph,
  short = false,
}: {
  report: Named;
  paragraph?: string;
  short?: boolean;
}) {
  const title = titleOf(report.id);
  const href =
    paragraph === undefined ? address({ page: 'report', id: report.id }) : paragraphAddress(paragraph);
  return (
    <a class="report-name" href={href} title={short ? title : undefined}>
      {report.year !== null && (
        <strong>
          <Year year={report.year} />{' '}
        </strong>
      )}
      {!short && title !== undefined && (
        <>
          <bdi>{title}</bdi>{' '}
        </>
      )}
      <small>
        <SymbolName text={report.symbol} />
      </small>
    </a>
  );
}

/** A place as people cite it: by the printed number or, without one, by its position in reading order. */
export const placeName = (paragraph: string, printed: number | null): string =>
  printed === null
    ? `${say('placeInOrder')} ${number(Number(ordinalOf(paragraph)))}`
    : `${say('number')} ${number(printed)}`;
