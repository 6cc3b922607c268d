/** Makes small tagged PDFs: a structure tree and a page of lines, each in a marked piece. */
import { buildPdf } from './build.ts';

export interface Line {
  text: string;
  /** Left end and baseline, in points from the bottom. */
  x?: number;
  y: number;
  size?: number;
  /** The identifier of the marked piece around it; `artifact` for an artifact, none for text in no piece. */
  mcid?: number | 'artifact';
}

export interface TaggedOptions {
  pages: Line[][];
  /** Objects of the tree by number from 1000 on, its root first. `100 0 R` is the first page, `102 0 R` the second. */
  tree: string[];
}

const piece = ({ text, x = 50, y, size = 12, mcid }: Line): string => {
  const drawn = `BT /L ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;
  if (mcid === undefined) return drawn;
  return mcid === 'artifact'
    ? `/Artifact <</Type /Pagination>> BDC ${drawn} EMC`
    : `/P <</MCID ${mcid}>> BDC ${drawn} EMC`;
};

export function buildTagged({ pages, tree }: TaggedOptions): Uint8Array {
  return buildPdf({
    pages: pages.map((lines) => lines.map(piece).join('\n')),
    tree,
  });
}

/** A tree of one element per line: a root, a document and paragraphs with these pieces on a page. */
export function flatTree(mcids: readonly number[], type = 'P', page = 100): string[] {
  const kids = mcids.map((_, i) => `${1002 + i} 0 R`).join(' ');
  return [
    '<< /Type /StructTreeRoot /K 1001 0 R >>',
    `<< /S /Document /P 1000 0 R /K [${kids}] >>`,
    ...mcids.map((mcid) => `<< /S /${type} /P 1001 0 R /Pg ${page} 0 R /K ${mcid} >>`),
  ];
}
