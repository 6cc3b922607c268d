/**
 * Small PDFs written by hand, so that a test can say which glyph is where with which code. The Arabic font is not
 * embedded: only its widths and its ToUnicode map matter to a reader.
 */

/** One code of the font: its letters (null if the ToUnicode map omits it) and its width in thousandths. */
export interface Code {
  code: number;
  text: string | null;
  width: number;
}

export interface BuildOptions {
  /** Content stream of each page. Fonts: `/A` with two-byte codes, `/L` Helvetica. */
  pages: string[];
  codes?: Code[];
  /** Further objects by number from 50 on, e.g. forms; `/X1` is object 50, and so on. */
  objects?: string[];
  /** A TrueType program to embed; default none. */
  program?: Uint8Array;
  /** A structure tree: objects from 1000 on, its root first. Pages are the objects 100, 102 and so on. */
  tree?: string[];
}

const hex = (n: number): string => n.toString(16).padStart(4, '0').toUpperCase();
const utf16 = (s: string): string => [...Array(s.length).keys()].map((i) => hex(s.charCodeAt(i))).join('');

/** The operand of a show operator for these codes. */
export const codesOf = (...codes: number[]): string => `<${codes.map(hex).join('')}>`;

export function buildPdf({ pages, codes = [], objects = [], program, tree }: BuildOptions): Uint8Array {
  const bodies = new Map<number, string>();
  const kids = pages.map((_, i) => 100 + 2 * i);
  const tagged = tree ? '/MarkInfo << /Marked true >> /StructTreeRoot 1000 0 R' : '';
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${tagged} >>`);
  tree?.forEach((body, i) => {
    bodies.set(1000 + i, body);
  });
  bodies.set(2, `<< /Type /Pages /Kids [${kids.map((k) => `${k} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  bodies.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  bodies.set(
    4,
    '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Own /Encoding /Identity-H /DescendantFonts [5 0 R] /ToUnicode 7 0 R >>',
  );
  const widths = codes.map((c) => `${c.code} [${c.width}]`).join(' ');
  bodies.set(
    5,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 6 0 R /DW 500 /W [${widths}] >>`,
  );
  bodies.set(
    6,
    '<< /Type /FontDescriptor /FontName /AAAAAA+Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80' +
      `${program ? ' /FontFile2 8 0 R' : ''} >>`,
  );
  if (program) bodies.set(8, stream(Buffer.from(program).toString('latin1')));
  const named = codes.filter((c) => c.text !== null);
  const map = named.map((c) => `<${hex(c.code)}> <${utf16(c.text!)}>`).join('\n');
  bodies.set(
    7,
    stream(
      `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${named.length} beginbfchar\n${map}\nendbfchar endcmap end end`,
    ),
  );
  objects.forEach((body, i) => {
    bodies.set(50 + i, body);
  });
  const forms = objects.map((_, i) => `/X${i + 1} ${50 + i} 0 R`).join(' ');
  pages.forEach((content, i) => {
    bodies.set(
      100 + 2 * i,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /L 3 0 R /A 4 0 R >> /XObject << ${forms} >> >> /Contents ${101 + 2 * i} 0 R >>`,
    );
    bodies.set(101 + 2 * i, stream(content));
  });
  return assemble(bodies);
}

export const stream = (content: string, dict = ''): string =>
  `<< ${dict} /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`;

function assemble(bodies: ReadonlyMap<number, string>): Uint8Array {
  let out = '%PDF-1.4\n';
  const offsets = new Map<number, number>();
  for (const [number, body] of bodies) {
    offsets.set(number, out.length);
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = out.length;
  const size = [...bodies.keys()].reduce((a, b) => Math.max(a, b)) + 1;
  out += `xref\n0 ${size}\n0000000000 65535 f \n`;
  for (let n = 1; n < size; n++) {
    const offset = offsets.get(n);
    out += offset === undefined ? '0000000000 00000 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  out += `trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(out, 'latin1'));
}
