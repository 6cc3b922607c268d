/**
 * Whether a file's tags can be trusted. Some writers leave text out of the tree, put a page into one tag or each line
 * into its own, or order elements as they were made. What the page shows decides: each check counts what only such tags
 * cause.
 */
import { artifact } from '../glyphs/marks.ts';
import type { TextLine } from '../lines/text-line.ts';
import { tagThresholds } from './thresholds.ts';
import type { TagTree, TreeFault } from './tree.ts';

export type Doubt = TreeFault | 'cover' | 'order' | 'joined' | 'cut' | 'broken_lines';

/** What is wrong, as it appears in the report's warning after "The tags of this PDF were not used: ". */
export const doubts: Record<Doubt, string> = {
  none: 'its structure tree refers to nothing on the pages',
  loop: 'its structure tree contains a loop',
  too_large: 'its structure tree is far larger than its pages need',
  repeated: 'elements of its structure tree claim the same text',
  cover: 'its structure tree leaves out text of the pages',
  order: 'the order of its structure tree contradicts that of the pages',
  joined: 'its structure tree has several paragraphs in one element',
  cut: 'its structure tree has an element for each line',
  broken_lines: 'elements of its structure tree begin and end inside words or lines of text',
};

/**
 * `lines` of each page in the order of the tree; `furniture` are those at the pages' edges. Null: the tags are used.
 */
export function doubtOf(
  pages: readonly (readonly TextLine[])[],
  furniture: ReadonlySet<TextLine>,
  tree: TagTree,
): Doubt | null {
  const blocks = linesOfBlocks(pages);
  if (!covers(pages, furniture)) return 'cover';
  if (!inOrder(blocks, tree)) return 'order';
  if (brokenLines(pages, tree)) return 'broken_lines';
  if (joined(blocks, tree)) return 'joined';
  if (cut(blocks, tree)) return 'cut';
  return null;
}

/** Lines of each block, in the order of the blocks, without labels. */
export function linesOfBlocks(pages: readonly (readonly TextLine[])[]): [number, TextLine[]][] {
  const blocks = new Map<number, TextLine[]>();
  for (const lines of pages) {
    for (const line of lines) {
      if (line.tag === undefined || line.tag.block < 0 || line.tag.label) continue;
      const own = blocks.get(line.tag.block);
      if (own) own.push(line);
      else blocks.set(line.tag.block, [line]);
    }
  }
  return [...blocks].sort(([a], [b]) => a - b);
}

const inTag = (line: TextLine): boolean => line.tag !== undefined && line.tag.block >= 0;

/** Nearly all text is in the tree, or furniture. */
function covers(pages: readonly (readonly TextLine[])[], furniture: ReadonlySet<TextLine>): boolean {
  const { uncovered, artifactShare } = tagThresholds;
  let tagged = 0;
  let outside = 0;
  let artifacts = 0;
  for (const lines of pages) {
    const edges = atEdges(lines);
    for (const line of lines) {
      const { length } = line.text;
      if (inTag(line)) tagged += length;
      else if (furniture.has(line)) continue;
      else if (edges.has(line)) artifacts += length;
      else outside += length;
    }
  }
  // Artifacts at the edges that are not running lines are few.
  if (artifacts > artifactShare * tagged) outside += artifacts;
  return tagged > 0 && outside <= uncovered * (tagged + outside);
}

/** Artifacts above and below everything that is in the tree: a few lines. */
export function atEdges(lines: readonly TextLine[]): Set<TextLine> {
  const { edgeArtifacts } = tagThresholds;
  const tagged = lines.filter(inTag).map((line) => line.y);
  if (tagged.length === 0) return new Set();
  const top = tagged.reduce((a, b) => Math.min(a, b));
  const bottom = tagged.reduce((a, b) => Math.max(a, b));
  const own = lines.filter((line) => line.tag?.block === artifact);
  const above = own.filter((line) => line.y < top);
  const below = own.filter((line) => line.y > bottom);
  return new Set([above, below].flatMap((side) => (side.length <= edgeArtifacts ? side : [])));
}

const overlap = (a: TextLine, b: TextLine): number =>
  (Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) / Math.max(1, Math.min(a.x1 - a.x0, b.x1 - b.x0));

/** Whether the text goes up from one line to the next, and away from the side towards which it is written. */
const toWrongSide = (a: TextLine, b: TextLine): boolean =>
  a.page === b.page &&
  b.y < a.y - tagThresholds.back * a.size &&
  (b.rtl ? b.x0 >= a.x1 : b.x1 <= a.x0) &&
  a.rtl === b.rtl &&
  a.latin === b.latin;

/** A block follows the one before: below it, in the next column or on a later page. Notes are at their reference. */
function inOrder(blocks: readonly [number, TextLine[]][], tree: TagTree): boolean {
  const { sameColumn, back, againstOrder } = tagThresholds;
  // An Arabic page whose first column is the left one is recognised by paragraphs that continue from there to the
  // right.
  const otherWay = blocks.some(([, lines]) =>
    lines.some((line, i) => i > 0 && toWrongSide(lines[i - 1]!, line)),
  );
  let against = 0;
  let pairs = 0;
  let before: { lines: TextLine[]; cell: number } | null = null;
  for (const [number, lines] of blocks) {
    const { note, cell } = tree.blocks[number]!;
    if (note >= 0) continue;
    const first = lines[0]!;
    if (before && !sameRow(before.cell, cell, tree)) {
      const last = before.lines.at(-1)!;
      const cells = before.cell >= 0 && cell >= 0;
      pairs++;
      // A row that continues on the next page ends later than the next cell begins.
      if (first.page < (cells ? before.lines[0]! : last).page) against++;
      else if (first.page === last.page && first.y < last.y - back * last.size) {
        if (overlap(last, first) >= sameColumn) against++;
        else if (!cells && !otherWay && toWrongSide(last, first)) against++;
      }
    }
    before = { lines, cell };
  }
  return against <= againstOrder * pairs;
}

function sameRow(a: number, b: number, tree: TagTree): boolean {
  const one = tree.cells[a];
  const other = tree.cells[b];
  return one !== undefined && one.table === other?.table && one.row === other.row && a !== b;
}

/** Pieces of one line of text, without a gap as between columns, that are in different blocks. */
function brokenLines(pages: readonly (readonly TextLine[])[], tree: TagTree): boolean {
  const { nearPieces, sameLine, brokenLines: most } = tagThresholds;
  let broken = 0;
  let all = 0;
  for (const lines of pages) {
    const text = lines.filter((l) => inTag(l) && !l.tag!.label && tree.blocks[l.tag!.block]!.cell < 0);
    text.sort((a, b) => a.y - b.y || a.x0 - b.x0);
    all += text.length;
    for (let i = 1; i < text.length; i++) {
      const a = text[i - 1]!;
      const b = text[i]!;
      if (a.tag!.block === b.tag!.block || Math.abs(a.y - b.y) > sameLine * a.size) continue;
      const gap = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1);
      if (gap < nearPieces * a.size) broken++;
    }
  }
  return broken > most * all;
}

/** Blocks with lines inside that end early: each such line ends a paragraph. */
function joined(blocks: readonly [number, TextLine[]][], tree: TagTree): boolean {
  const { shortLine, shortLines, shortShare, joinedShare, otherSize } = tagThresholds;
  let inJoined = 0;
  let all = 0;
  for (const [number, lines] of blocks) {
    const letters = lettersOf(lines);
    all += letters;
    if (tree.blocks[number]!.cell >= 0) continue;
    let short = 0;
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i - 1]!;
      const widest = widestNear(lines, i - 1);
      if (line.page === lines[i]!.page && line.x1 - line.x0 < shortLine * widest) short++;
      else if (Math.abs(line.size - lines[i]!.size) > otherSize * line.size) short++;
    }
    if (short >= shortLines && short >= shortShare * lines.length) inJoined += letters;
  }
  return inJoined > joinedShare * all;
}

/**
 * Blocks that end with a full line while the sentence continues in the next block, as close as lines of one paragraph.
 */
function cut(blocks: readonly [number, TextLine[]][], tree: TagTree): boolean {
  const { fullLine, cutLines, cutShare, otherSize } = tagThresholds;
  const plain = blocks.filter(([number]) => {
    const { kind, cell } = tree.blocks[number]!;
    return kind === 'paragraph' && cell < 0;
  });
  const lines = plain.flatMap(([, own]) => own);
  let cuts = 0;
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    if (
      a.tag!.block !== b.tag!.block &&
      a.page === b.page &&
      a.bold === b.bold &&
      Math.abs(a.size - b.size) < otherSize * a.size &&
      a.x1 - a.x0 + b.firstWord > fullLine * widestNear(lines, i - 1) &&
      !/[.؟?!:؛;،,…)\]*]$/u.test(a.text) &&
      !/^[([]?\p{N}/u.test(b.text)
    ) {
      cuts++;
    }
  }
  return cuts >= cutLines && cuts > cutShare * (lines.length - 1);
}

/** The widest of the lines around one. */
function widestNear(lines: readonly TextLine[], at: number): number {
  const { linesAround } = tagThresholds;
  let widest = 0;
  const to = Math.min(lines.length, at + linesAround + 1);
  for (let i = Math.max(0, at - linesAround); i < to; i++) {
    widest = Math.max(widest, lines[i]!.x1 - lines[i]!.x0);
  }
  return widest;
}

export const lettersOf = (lines: readonly TextLine[]): number =>
  lines.reduce((sum, line) => sum + line.text.length, 0);
