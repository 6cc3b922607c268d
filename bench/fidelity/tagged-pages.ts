/**
 * Pages to be printed with tags, made from given texts, and the blocks that they contain: headings, two columns, a list
 * in a list, a table whose cells have several lines, notes, running lines.
 */
import {
  AlignmentType,
  Column,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface Made {
  /** What a reader of the pages finds, in order; notes last. */
  blocks: { kind: 'heading' | 'paragraph' | 'item' | 'table' | 'footnote'; text: string }[];
  html: string;
  docx: Promise<Buffer>;
}

/** `texts`: paragraphs of running text, at least 30. */
export function madePages(title: string, texts: readonly string[]): Made {
  const [head, columns, list, cells, notes] = [
    texts.slice(0, 3),
    texts.slice(3, 15),
    texts.slice(15, 21),
    texts.slice(21, 27).map((text) => text.split(' ').slice(0, 14).join(' ')),
    texts.slice(27, 29),
  ];
  const parts = ['العمودان', 'القائمة', 'الجدول'];
  const blocks: Made['blocks'] = [
    ...head.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', text: parts[0]! },
    ...columns.map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'heading', text: parts[1]! },
    ...list.map((text) => ({ kind: 'item' as const, text })),
    { kind: 'heading', text: parts[2]! },
    ...cells.map((text) => ({ kind: 'table' as const, text })),
    ...notes.map((text) => ({ kind: 'footnote' as const, text })),
  ];
  return {
    blocks,
    html: toHtml(title, head, columns, list, cells, notes, parts),
    docx: toDocx(title, head, columns, list, cells, notes, parts),
  };
}

type Parts = [
  title: string,
  head: readonly string[],
  columns: readonly string[],
  list: readonly string[],
  cells: readonly string[],
  notes: readonly string[],
  parts: readonly string[],
];

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

function toHtml(...[title, head, columns, list, cells, notes, parts]: Parts): string {
  const p = (text: string) => `<p>${escaped(text)}</p>`;
  const call = (i: number) => `<sup><a href="#n${i + 1}">${i + 1}</a></sup>`;
  const li = (text: string) => `<li>${escaped(text)}</li>`;
  const row = (own: readonly string[]) =>
    `<tr>${own.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>${escaped(title)}</title><style>
body{font:12pt "Noto Naskh Arabic";width:17cm;margin:auto}p{text-align:justify}
.columns{columns:2;column-gap:1cm}td{border:1px solid;padding:4px}table{border-collapse:collapse}
</style><body><h1>${escaped(title)}</h1>
${head.map((text, i) => (i < 2 ? `<p>${escaped(text)}${call(i)}</p>` : p(text))).join('')}
<h2>${parts[0]}</h2><div class="columns">${columns.map(p).join('')}</div>
<h2>${parts[1]}</h2><ol>${list.slice(0, 3).map(li).join('')}<li>${escaped(list[3]!)}<ul>${list.slice(4).map(li).join('')}</ul></li></ol>
<h2>${parts[2]}</h2><table>${row(cells.slice(0, 3))}${row(cells.slice(3))}</table>
<hr><ol>${notes.map((text, i) => `<li id="n${i + 1}">${escaped(text)}</li>`).join('')}</ol></body></html>`;
}

/** Sections whose first column is the right one, for which the library has no option. */
function fromRight(docx: Buffer): Buffer {
  const parts = unzipSync(docx);
  const name = 'word/document.xml';
  parts[name] = strToU8(strFromU8(parts[name]!).replaceAll('<w:docGrid', '<w:bidi/><w:docGrid'));
  return Buffer.from(zipSync(parts));
}

async function toDocx(...[title, head, columns, list, cells, notes, parts]: Parts): Promise<Buffer> {
  const run = (text: string) => new TextRun({ text, rightToLeft: true, font: 'Noto Naskh Arabic', size: 24 });
  const paragraph = (text: string, more: object = {}) =>
    new Paragraph({ children: [run(text)], bidirectional: true, alignment: AlignmentType.BOTH, ...more });
  const heading = (text: string) =>
    paragraph(text, { heading: HeadingLevel.HEADING_2, alignment: AlignmentType.START });
  const running = {
    headers: { default: new Header({ children: [paragraph('A/TEST/2020/1')] }) },
    footers: {
      default: new Footer({
        children: [new Paragraph({ children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
      }),
    },
  };
  const continuous = { type: SectionType.CONTINUOUS };
  const row = (own: readonly string[]) =>
    new TableRow({
      children: own.map(
        (text) => new TableCell({ children: [paragraph(text, { alignment: AlignmentType.START })] }),
      ),
    });
  const document = new Document({
    footnotes: Object.fromEntries(notes.map((text, i) => [i + 1, { children: [paragraph(text)] }])),
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [0, 1].map((level) => ({
            level,
            format: level === 0 ? LevelFormat.DECIMAL : LevelFormat.BULLET,
            text: level === 0 ? '%1.' : '•',
            style: { paragraph: { indent: { start: 500 * (level + 1), hanging: 400 } } },
          })),
        },
      ],
    },
    sections: [
      {
        ...running,
        children: [
          paragraph(title, { heading: HeadingLevel.HEADING_1 }),
          ...head.map(
            (text, i) =>
              new Paragraph({
                children: [run(text), ...(i < 2 ? [new FootnoteReferenceRun(i + 1)] : [])],
                bidirectional: true,
              }),
          ),
          heading(parts[0]!),
        ],
      },
      {
        properties: {
          ...continuous,
          column: {
            count: 2,
            space: 500,
            children: [new Column({ width: 4500, space: 500 }), new Column({ width: 4500 })],
          },
        },
        children: columns.map((text) => paragraph(text)),
      },
      {
        properties: continuous,
        children: [
          heading(parts[1]!),
          ...list.map((text, i) =>
            paragraph(text, { numbering: { reference: 'list', level: i > 3 ? 1 : 0 } }),
          ),
          heading(parts[2]!),
          new Table({ rows: [row(cells.slice(0, 3)), row(cells.slice(3))], visuallyRightToLeft: true }),
          paragraph(''),
        ],
      },
    ],
  });
  return fromRight(await Packer.toBuffer(document));
}
