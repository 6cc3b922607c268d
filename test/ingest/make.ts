/** Small files for the reader tests, written by hand so that each shows one feature. */
import { strToU8, zipSync } from 'fflate';
import { parseReport } from '../../src/ingest/index.ts';
import type { Paragraph, ParsedReport } from '../../src/report/index.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function parseText(text: string, file = 'report.txt'): Promise<ParsedReport> {
  return parseReport(bytesOf(text), { file });
}

/** A paragraph in one line: kind, number or label, text; indented by two for each parent above. */
export function outline(parsed: ParsedReport): string[] {
  const byId = new Map(parsed.paragraphs.map((p) => [p.id, p]));
  const depth = (p: Paragraph): number => (p.parent === null ? 0 : 1 + depth(byId.get(p.parent)!));
  return parsed.paragraphs.map((p) => {
    const mark = p.number ?? p.label;
    return `${'  '.repeat(depth(p))}${p.kind}${mark === null ? '' : ` ${mark}`}: ${p.text}`;
  });
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** Inner XML of each part; omitted parts are not in the file. */
export interface WordParts {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  header?: string;
  settings?: string;
  /** Complete XML of the main part, in place of `body`. */
  document?: string;
}

export function docx(parts: WordParts): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const links: string[] = [];
  const add = (type: string, root: string, inner: string | undefined) => {
    if (inner === undefined) return;
    files[`word/${type}.xml`] = strToU8(`<w:${root} ${w}>${inner}</w:${root}>`);
    links.push(relation(`r${links.length}`, type, `${type}.xml`));
  };
  add('styles', 'styles', parts.styles);
  add('numbering', 'numbering', parts.numbering);
  add('footnotes', 'footnotes', parts.footnotes);
  add('header', 'hdr', parts.header);
  add('settings', 'settings', parts.settings);
  files['word/document.xml'] = strToU8(
    parts.document ?? `<w:document ${w}><w:body>${parts.body}</w:body></w:document>`,
  );
  files['_rels/.rels'] = strToU8(relations([relation('r1', 'officeDocument', 'word/document.xml')]));
  files['word/_rels/document.xml.rels'] = strToU8(relations(links));
  return zipSync(files);
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of one run, or of the runs given as XML. */
export function p(
  text: string,
  options: { style?: string; num?: [id: number, level: number]; pPr?: string } = {},
): string {
  const style = options.style === undefined ? '' : `<w:pStyle w:val="${options.style}"/>`;
  const num = options.num
    ? `<w:numPr><w:ilvl w:val="${options.num[1]}"/><w:numId w:val="${options.num[0]}"/></w:numPr>`
    : '';
  const inner = text.startsWith('<') ? text : text === '' ? '' : run(text);
  return `<w:p><w:pPr>${style}${num}${options.pPr ?? ''}</w:pPr>${inner}</w:p>`;
}

export const level = (i: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

export const abstractNum = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;

export const num = (id: number, abstract: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;

const odf = ['office', 'text', 'table', 'style'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const odfRoot = `${odf.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`;

export function odt(body: string, styles = '', manifest = ''): Uint8Array {
  return zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8(
      `<office:document-content ${odfRoot}><office:automatic-styles>${styles}</office:automatic-styles>` +
        `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    ),
  });
}
