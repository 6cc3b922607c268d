/**
 * Pages of known layout, made from given texts: columns (two and three, justified and ragged), Arabic next to English,
 * and tables with all, some or no rules. Each is made as HTML for Chromium and as .docx for LibreOffice.
 */
import {
  AlignmentType,
  BorderStyle,
  Column,
  Document,
  Packer,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** How a text is set. Lengths in millimetres, sizes in points. */
export interface Setting {
  font: string;
  size: number;
  /** Of the text on the page. */
  width: number;
  justified: boolean;
  /** Paragraphs are marked by first-line indents, otherwise by white space between them. */
  indent: boolean;
}

export type Layout =
  | { kind: 'columns'; count: number; gap: number; rule: boolean; setting: Setting }
  /** `rows`: each paragraph next to its translation; otherwise two texts that run independently. */
  | { kind: 'bilingual'; rows: boolean; rule: boolean; setting: Setting }
  | { kind: 'table'; columns: number; rules: 'all' | 'across' | 'none'; setting: Setting };

export interface LayoutBlock {
  kind: 'text' | 'table';
  text: string;
}

export interface LayoutPage {
  name: string;
  layout: Layout;
  /** In reading order; of pages in two languages, all of the Arabic first, then all of the English. */
  blocks: LayoutBlock[];
  html: string;
  docx: Promise<Buffer>;
}

/** Blocks of a page below each other, and between them one part in which some are side by side. */
interface Content {
  title: string;
  before: readonly string[];
  /** Texts of the columns, pairs of languages or rows of cells. */
  body: readonly string[] | readonly (readonly string[])[];
  after: readonly string[];
}

const font = (name: string, size: number, width = 170): Setting => ({
  font: name,
  size,
  width,
  justified: true,
  indent: false,
});

/** The layouts that are measured; every layout is made from every text. */
export function layoutsOf(): { name: string; layout: Layout }[] {
  const naskh = font('Noto Naskh Arabic', 12);
  const sans = font('Noto Sans Arabic', 10, 180);
  const narrow = font('Noto Naskh Arabic', 11, 140);
  const dejavu = font('DejaVu Sans', 9.5, 160);
  return [
    ...[naskh, sans, dejavu].map((setting) => ({
      name: `2 columns justified, ${setting.font} ${setting.size}`,
      layout: { kind: 'columns' as const, count: 2, gap: 10, rule: false, setting },
    })),
    {
      name: '2 columns justified, indents, rule between',
      layout: { kind: 'columns', count: 2, gap: 7, rule: true, setting: { ...naskh, indent: true } },
    },
    {
      name: '2 columns justified, narrow, close',
      layout: { kind: 'columns', count: 2, gap: 5, rule: false, setting: narrow },
    },
    ...[naskh, sans].map((setting) => ({
      name: `2 columns ragged, ${setting.font} ${setting.size}`,
      layout: {
        kind: 'columns' as const,
        count: 2,
        gap: 8,
        rule: false,
        setting: { ...setting, justified: false },
      },
    })),
    ...[
      { ...naskh, size: 10 },
      { ...sans, size: 8 },
    ].flatMap((setting) =>
      [true, false].map((justified) => ({
        name: `3 columns ${justified ? 'justified' : 'ragged'}, ${setting.font} ${setting.size}`,
        layout: {
          kind: 'columns' as const,
          count: 3,
          gap: 6,
          rule: false,
          setting: { ...setting, justified },
        },
      })),
    ),
    {
      name: 'bilingual, paragraph by paragraph',
      layout: { kind: 'bilingual', rows: true, rule: false, setting: naskh },
    },
    {
      name: 'bilingual, paragraph by paragraph, ragged, narrow',
      layout: { kind: 'bilingual', rows: true, rule: false, setting: { ...narrow, justified: false } },
    },
    {
      name: 'bilingual, each on its own',
      layout: { kind: 'bilingual', rows: false, rule: false, setting: { ...sans, size: 9 } },
    },
    {
      name: 'bilingual, each on its own, rule between',
      layout: { kind: 'bilingual', rows: false, rule: true, setting: { ...naskh, justified: false } },
    },
    ...(['all', 'across', 'none'] as const).flatMap((rules) => [
      {
        name: `table of 3, rules ${rules}`,
        layout: { kind: 'table' as const, columns: 3, rules, setting: naskh },
      },
      {
        name: `table of 4, rules ${rules}, sans`,
        layout: { kind: 'table' as const, columns: 4, rules, setting: { ...sans, size: 9 } },
      },
      {
        name: `table of 2, rules ${rules}, narrow`,
        layout: { kind: 'table' as const, columns: 2, rules, setting: { ...narrow, justified: false } },
      },
    ]),
  ];
}

/**
 * @param texts paragraphs of running text, at least 40
 * @param english as many of them are used as fit
 */
export function layoutPage(
  name: string,
  layout: Layout,
  title: string,
  texts: readonly string[],
  english: readonly string[],
): LayoutPage {
  const content = contentOf(layout, title, texts, english);
  const loose = (text: string): LayoutBlock => ({ kind: 'text', text });
  const body = content.body.flat().map((text): LayoutBlock => {
    return { kind: layout.kind === 'table' ? 'table' : 'text', text };
  });
  const ordered =
    layout.kind === 'bilingual' ? [...body.filter(isArabic), ...body.filter((b) => !isArabic(b))] : body;
  return {
    name,
    layout,
    blocks: [loose(title), ...content.before.map(loose), ...ordered, ...content.after.map(loose)],
    html: toHtml(layout, content),
    docx: toDocx(layout, content),
  };
}

export const isArabic = ({ text }: { text: string }): boolean => /\p{Script=Arabic}/u.test(text);

/** This many words from somewhere in the texts; the same each time. */
const cellText = (texts: readonly string[], i: number): string => {
  const words = texts[i % texts.length]!.split(' ');
  const lengths = [2, 5, 9, 3, 14, 7, 1, 11];
  return words.slice(0, lengths[(i * 5 + (i >> 2)) % lengths.length]).join(' ');
};

function contentOf(
  layout: Layout,
  title: string,
  texts: readonly string[],
  english: readonly string[],
): Content {
  if (layout.kind === 'columns')
    return { title, before: texts.slice(0, 2), body: texts.slice(2, -2), after: texts.slice(-2) };
  if (layout.kind === 'bilingual') {
    const arabic = texts.slice(0, 24);
    return {
      title,
      before: [],
      body: arabic.map((text, i) => [text, english[i % english.length]!]),
      after: [],
    };
  }
  const rows = Array.from({ length: 14 }, (_, r) =>
    Array.from({ length: layout.columns }, (_, c) => cellText(texts, r * layout.columns + c)),
  );
  return { title, before: texts.slice(0, 3), body: rows, after: texts.slice(3, 6) };
}

const escaped = (text: string) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
const p = (text: string) => `<p>${escaped(text)}</p>`;

function toHtml(layout: Layout, { title, before, body, after }: Content): string {
  const { setting } = layout;
  const style = [
    `@page{size:A4;margin:20mm ${(210 - setting.width) / 2}mm}`,
    `body{margin:0;font:${setting.size}pt/1.5 "${setting.font}";text-align:${setting.justified ? 'justify' : 'start'}}`,
    setting.indent ? 'p{margin:0;text-indent:6mm}' : 'p{margin:0 0 2.5mm}',
    'h1{font-size:1.4em;text-align:center}',
    'p,td{orphans:1;widows:1}',
  ];
  let middle: string;
  if (layout.kind === 'columns') {
    const { count, gap, rule } = layout;
    style.push(`.body{columns:${count};column-gap:${gap}mm;${rule ? 'column-rule:0.5pt solid' : ''}}`);
    middle = `<div class="body">${(body as string[]).map(p).join('')}</div>`;
  } else if (layout.kind === 'bilingual') {
    const pairs = body as string[][];
    style.push(
      '.pair{display:grid;grid-template-columns:1fr 1fr;column-gap:8mm}',
      layout.rule ? '.pair>:last-child{border-right:0.5pt solid;padding-right:3mm;margin-right:-4mm}' : '',
    );
    const pair = (own: string[][]) =>
      `<div class="pair"><div>${own.map(([arabic]) => p(arabic!)).join('')}</div><div lang="en" dir="ltr">${own
        .map(([, english]) => p(english!))
        .join('')}</div></div>`;
    middle = layout.rows
      ? pairs.map((one) => pair([one])).join('')
      : pair(pairs.slice(0, 6)) + pair(pairs.slice(6));
  } else {
    const border = { all: '0.5pt solid', across: '0.5pt solid;border-width:0.5pt 0', none: '0' }[
      layout.rules
    ];
    style.push(
      `table{border-collapse:collapse;width:100%;margin:4mm 0;text-align:start}td{border:${border};padding:1.5mm 2mm;vertical-align:top}`,
    );
    const row = (own: readonly string[]) =>
      `<tr>${own.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
    middle = `<table>${(body as string[][]).map(row).join('')}</table>`;
  }
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>-</title><style>${style.join('\n')}</style>
<body><h1>${escaped(title)}</h1>${before.map(p).join('')}${middle}${after.map(p).join('')}</body></html>`;
}

const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

async function toDocx(layout: Layout, { title, before, body, after }: Content): Promise<Buffer> {
  const { setting } = layout;
  const latin = (text: string) => !isArabic({ text });
  const run = (text: string, bold = false) => {
    return new TextRun({ text, rightToLeft: !latin(text), font: setting.font, size: setting.size * 2, bold });
  };
  const paragraph = (text: string, justified = setting.justified) =>
    new Paragraph({
      children: [run(text)],
      bidirectional: !latin(text),
      alignment: justified ? AlignmentType.BOTH : AlignmentType.START,
      spacing: { after: setting.indent ? 0 : twips(2.5) },
      ...(setting.indent ? { indent: { firstLine: twips(6) } } : {}),
    });
  const heading = new Paragraph({
    children: [run(title, true)],
    bidirectional: true,
    alignment: AlignmentType.CENTER,
    spacing: { after: twips(4) },
  });
  const page = {
    page: {
      size: { width: twips(210), height: twips(297) },
      margin: {
        left: twips((210 - setting.width) / 2),
        right: twips((210 - setting.width) / 2),
        top: twips(20),
        bottom: twips(20),
      },
    },
  };
  const continuous = { ...page, type: SectionType.CONTINUOUS };
  const head = [heading, ...before.map((text) => paragraph(text))];
  const tail = after.map((text) => paragraph(text));
  if (layout.kind === 'columns') {
    const space = twips(layout.gap);
    const width = Math.floor((twips(setting.width) - (layout.count - 1) * space) / layout.count);
    const column = {
      count: layout.count,
      space,
      separate: layout.rule,
      children: Array.from({ length: layout.count }, (_, i) =>
        i + 1 < layout.count ? new Column({ width, space }) : new Column({ width }),
      ),
    };
    const columns = (body as string[]).map((text) => paragraph(text));
    return pack([
      { properties: page, children: head },
      { properties: { ...continuous, column }, children: columns },
      { properties: continuous, children: tail },
    ]);
  }
  const rules = layout.kind === 'table' ? layout.rules : 'none';
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
  const [across, down] = [rules === 'none' ? none : line, rules === 'all' ? line : none];
  const middle = layout.kind === 'bilingual' && layout.rule ? line : down;
  const rows =
    layout.kind === 'bilingual' && !layout.rows
      ? [(body as string[][]).slice(0, 6), (body as string[][]).slice(6)].map((part) =>
          [0, 1].map((side) => part.map((pair) => pair[side]!)),
        )
      : (body as string[][]).map((row) => row.map((text) => [text]));
  const table = new Table({
    visuallyRightToLeft: true,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: rows[0]!.map(() => Math.floor(twips(setting.width) / rows[0]!.length)),
    borders: {
      top: across,
      bottom: across,
      left: down,
      right: down,
      insideHorizontal: across,
      insideVertical: middle,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (texts) =>
              new TableCell({
                children: texts.map((text) =>
                  paragraph(text, layout.kind === 'bilingual' && setting.justified),
                ),
                margins: { left: twips(2), right: twips(2), top: twips(1), bottom: 0 },
              }),
          ),
        }),
    ),
  });
  return pack([{ properties: page, children: [...head, table, ...tail] }]);
}

/** Sections whose first column is the right one, for which the library has no option. */
async function pack(sections: ConstructorParameters<typeof Document>[0]['sections']): Promise<Buffer> {
  const parts = unzipSync(await Packer.toBuffer(new Document({ sections })));
  const name = 'word/document.xml';
  parts[name] = strToU8(strFromU8(parts[name]!).replaceAll('<w:docGrid', '<w:bidi/><w:docGrid'));
  return Buffer.from(zipSync(parts));
}
