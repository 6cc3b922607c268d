/** A citation of a paragraph: as plain text, BibTeX and RIS. Pure functions, so that tests can check them. */

export interface Cited {
  report: {
    id: string;
    symbol: string;
    title: string;
    body: string | null;
    year: number | null;
    date: { from: string; to: string } | null;
    language: string;
  };
  /** "الفقرة 12", or its position if it has no printed number; empty for the report as a whole. */
  place: string;
  /** The full URL. */
  link: string;
}

export function plainCitation({ report, place, link }: Cited, comma: string): string {
  const { title, body, symbol, year } = report;
  // Many symbols begin with the symbol of their body.
  const issuer = body !== null && !symbol.startsWith(body) ? body : '';
  const parts = [title, issuer, symbol, year === null ? '' : String(year), place];
  return `${parts.filter((part) => part !== '').join(`${comma} `)}. ${link}`;
}

const languages: Readonly<Record<string, string>> = {
  ar: 'arabic',
  en: 'english',
  fr: 'french',
  es: 'spanish',
  ru: 'russian',
  zh: 'chinese',
};

/** BibTeX's special characters become letters; backslashes and braces would unbalance an entry. */
const braced = (text: string): string =>
  `{${text.replaceAll(/[\\{}]/g, ' ').replaceAll(/[#$%&_]/g, (sign) => `\\${sign}`)}}`;

export function bibtex({ report, place, link }: Cited): string {
  const ascii = report.id.normalize('NFKD').replaceAll(/[^A-Za-z0-9.-]/g, '');
  const number = place.match(/\d+/)?.[0];
  const key = `${/[A-Za-z0-9]/.test(ascii) ? ascii : `report${report.year ?? ''}`}${number ? `-${number}` : ''}`;
  const fields: [string, string | null][] = [
    ['title', braced(report.title)],
    ['institution', report.body && braced(report.body)],
    ['number', braced(report.symbol)],
    ['year', report.year === null ? null : braced(String(report.year))],
    ['note', place === '' ? null : braced(place)],
    ['language', braced(languages[report.language] ?? report.language)],
    ['url', `{${link.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@techreport{${key},\n${lines.join(',\n')}\n}\n`;
}

export function ris({ report, place, link }: Cited): string {
  const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  const fields: [string, string | null][] = [
    ['TY', 'RPRT'],
    ['TI', report.title],
    ['AU', report.body],
    ['SN', report.symbol],
    ['PY', report.year === null ? null : String(report.year)],
    ['DA', report.date?.from.replaceAll('-', '/') ?? null],
    ['N1', place === '' ? null : place],
    ['LA', report.language],
    ['UR', link],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}  - ${line(value)}`] : []));
  return `${lines.join('\r\n')}\r\nER  - \r\n`;
}
