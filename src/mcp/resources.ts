/** Reports as resources: `siyagha://report/ID` is a report's text, with its printed numbers. */
import { type Collection, cases, checkParameters, type UseCase } from '../collection/index.ts';

const scheme = 'siyagha://report/';
/** Number of reports on one page of the list. */
const pageSize = 100;
/** Maximum number of characters in one resource. */
const mostText = 200_000;

export const template = {
  name: 'report',
  title: 'A report',
  uriTemplate: `${scheme}{id}`,
  description: "A report's text in reading order, each paragraph with its printed number",
  mimeType: 'text/plain',
};

interface Report {
  id: string;
  symbol: string;
  title: string;
  body: string | null;
  year: number | null;
  unreadable: boolean;
}

async function ask<B>(collection: Collection, useCase: unknown, raw: Record<string, unknown>): Promise<B> {
  const { params, run } = useCase as UseCase;
  const checked = checkParameters(params, raw);
  return (await collection.use((view) => run(view, checked))) as B;
}

export async function listed(collection: Collection, cursor: string | undefined) {
  const offset = cursor === undefined ? 0 : Number(/^\d{1,8}$/.exec(cursor)?.[0] ?? Number.NaN);
  const { total, items } = await ask<{ total: number; items: Report[] }>(collection, cases.reports, {
    limit: pageSize,
    // An unknown cursor is reported as a wrong offset.
    offset: Number.isNaN(offset) ? '' : offset,
  });
  const next = offset + items.length;
  return {
    resources: items.map(({ id, symbol, title, year, unreadable }) => ({
      uri: `${scheme}${encodeURIComponent(id)}`,
      name: symbol,
      title: title.slice(0, 200),
      description: `${year ?? 'undated'}${unreadable ? '; cannot be read' : ''}`,
      mimeType: template.mimeType,
    })),
    ...(next < total && items.length > 0 ? { nextCursor: String(next) } : {}),
  };
}

interface Paragraph {
  kind: string;
  number: number | null;
  label: string | null;
  part: string;
  text: string;
}

/** Null if the address is not that of a report. @throws CollectionError `unknown_report` */
export async function read(collection: Collection, uri: string) {
  if (!uri.startsWith(scheme)) return null;
  let id: string;
  try {
    id = decodeURIComponent(uri.slice(scheme.length));
  } catch {
    return null;
  }
  if (id === '') return null;
  const report = await ask<Report & { paragraphs: Paragraph[] }>(collection, cases.report, {
    id,
    paragraphs: 'true',
  });
  const lines = report.paragraphs.map(({ kind, number, label, part, text }) => {
    const printed = label ?? (number === null ? '' : String(number));
    const heading = kind === 'heading' || kind === 'title' ? '# ' : '';
    return `${heading}${printed === '' ? '' : `${printed} `}${part === 'main' || heading === '' ? '' : `(${part}) `}${text}`;
  });
  const head = [report.symbol, report.body, report.year].filter((one) => one !== null).join(', ');
  const text = `${head}\n${report.title}\n\n${lines.join('\n\n')}`;
  const whole =
    text.length <= mostText
      ? text
      : `${text.slice(0, mostText)}\n\n… cut here: the tool "report" gives the rest page by page`;
  return { contents: [{ uri, mimeType: template.mimeType, text: whole }] };
}
