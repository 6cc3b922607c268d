/** Tables as a test writes them: as HTML, as OpenDocument, and with the position of each cell. */

export interface Cell {
  /** Paragraphs; a line break in one is a line of its own. */
  text: string[];
  across?: number;
  down?: number;
}

export interface Table {
  says: string;
  /** Widths of the columns in centimetres. */
  columns: number[];
  rows: Cell[][];
}

/** Row, column and text of each cell with a text: occupied positions are skipped. */
export function placesOf({ rows }: Table): [number, number, string][] {
  const taken = new Set<string>();
  const out: [number, number, string][] = [];
  rows.forEach((cells, r) => {
    let column = 0;
    for (const { text, across = 1, down = 1 } of cells) {
      while (taken.has(`${r} ${column}`)) column++;
      for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) taken.add(`${r + y} ${column + x}`);
      const whole = text.join(' ').replaceAll('\n', ' ');
      if (whole !== '') out.push([r + 1, column + 1, whole]);
    }
  });
  return out;
}

export function asHtml({ columns, rows }: Table, before: string, after: string): string {
  const cell = ({ text, across = 1, down = 1 }: Cell) =>
    `<td colspan=${across} rowspan=${down}>${text.map((own) => `<p>${own.replaceAll('\n', '<br>')}</p>`).join('')}</td>`;
  const body = rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('');
  const width = columns.reduce((sum, one) => sum + one, 0);
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><style>
@page{size:A4;margin:2cm}body{font:12pt "Noto Naskh Arabic"}td p{margin:0}td{border:1px solid;padding:1mm}
table{border-collapse:collapse;width:${width}cm;table-layout:fixed}</style><body><p>${before}</p>
<table><colgroup>${columns.map((one) => `<col style="width:${one}cm">`).join('')}</colgroup>${body}</table><p>${after}</p></body></html>`;
}

/** A flat OpenDocument text, from which LibreOffice makes the other formats. */
export function asOpenDocument({ columns, rows }: Table, before: string, after: string): string {
  const covered = (count: number) => '<table:covered-table-cell/>'.repeat(count);
  const p = (text: string, style: string) =>
    `<text:p text:style-name="${style}">${text.replaceAll('\n', '<text:line-break/>')}</text:p>`;
  const below = new Map<number, number>();
  const row = (cells: readonly Cell[], r: number): string => {
    let out = '';
    let column = 0;
    const pass = () => {
      for (; (below.get(column) ?? 0) > r; column++) out += covered(1);
    };
    for (const { text, across = 1, down = 1 } of cells) {
      pass();
      const spans = `table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"`;
      out += `<table:table-cell table:style-name="c" office:value-type="string" ${spans}>${text.map((own) => p(own, 't')).join('')}</table:table-cell>${covered(across - 1)}`;
      for (let x = 0; x < across; x++) below.set(column++, r + down);
    }
    pass();
    return `<table:table-row>${out}</table:table-row>`;
  };
  const style = (name: string, family: string, kind: string, properties: string) =>
    `<style:style style:name="${name}" style:family="${family}"><style:${kind}-properties ${properties}/></style:style>`;
  const names = ['office', 'style', 'text', 'table'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const width = columns.reduce((sum, one) => sum + one, 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${names.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/><style:text-properties style:font-name-complex="Noto Naskh Arabic" style:font-size-complex="12pt" style:language-complex="ar" style:country-complex="SA"/></style:default-style></office:styles>
<office:automatic-styles>${style('p', 'paragraph', 'paragraph', 'style:writing-mode="rl-tb" fo:margin-bottom="0.3cm"')}${style('t', 'paragraph', 'paragraph', 'style:writing-mode="rl-tb"')}
${style('T', 'table', 'table', `style:width="${width}cm" table:align="right" style:writing-mode="rl-tb"`)}${style('c', 'table-cell', 'table-cell', 'fo:border="0.5pt solid #000000" fo:padding="0.1cm"')}
${columns.map((one, i) => style(`c${i}`, 'table-column', 'table-column', `style:column-width="${one}cm"`)).join('')}
<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" style:writing-mode="rl-tb"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"/></office:master-styles>
<office:body><office:text>${p(before, 'p')}<table:table table:name="t" table:style-name="T">${columns.map((_, i) => `<table:table-column table:style-name="c${i}"/>`).join('')}${rows.map(row).join('')}</table:table>${p(after, 'p')}</office:text></office:body></office:document>`;
}
