/**
 * A page's glyphs → lines, each of one tag. The tags decide which glyphs belong together; within a tag, lines are found
 * as everywhere else, by their position.
 */
import { replaceText } from '../glyphs/actual-text.ts';
import { type Glyph, isSpace } from '../glyphs/glyph.ts';
import { artifact, unmarked } from '../glyphs/marks.ts';
import type { PageContent } from '../glyphs/pages.ts';
import { upright } from '../glyphs/rotation.ts';
import { toLines } from '../lines/lines.ts';
import type { LineTag, OrderedLine, Sheet } from '../lines/text-line.ts';
import { withSides } from '../lines/window.ts';
import { wholePage } from '../regions/region.ts';
import { tagThresholds } from './thresholds.ts';
import type { TagTree } from './tree.ts';

interface Group {
  tag: LineTag;
  /** In the order of the tree, then of the stream. */
  glyphs: Glyph[];
}

/** In the order of the tree; what is outside all tags comes last. */
export function taggedLines(page: number, content: PageContent, tree: TagTree): OrderedLine[] {
  const { view } = content;
  const region = wholePage();
  const lines = groupsOf(content, tree).flatMap(({ tag, glyphs }) =>
    upright(glyphs).flatMap((turned) => {
      const sheet: Sheet | null = turned[0]!.angle === 0 ? { left: view[0], right: view[2] } : null;
      return inColumns(turned).flatMap((column) =>
        toLines(column).map((line) => ({ ...line, page, sheet, tag, region, aside: false })),
      );
    }),
  );
  return withSides(lines);
}

/** What no piece of the tree contains, as keys after all of its pieces. */
const last = Number.MAX_SAFE_INTEGER;

function groupsOf({ glyphs, marks, number }: PageContent, tree: TagTree): Group[] {
  const pieces = new Map<number, Glyph[]>();
  for (const g of glyphs) {
    const mark = marks.of(g.seq);
    const piece = mark < 0 ? undefined : tree.pieceOf(number ?? -1, mark);
    const key = piece ?? (mark === artifact ? last : last - 1);
    const own = pieces.get(key);
    if (own) own.push(g);
    else pieces.set(key, [g]);
  }
  const groups = new Map<number, Group>();
  for (const [piece, own] of [...pieces].sort(([a], [b]) => a - b)) {
    const outside = piece >= last - 1;
    const block = outside ? (piece === last ? artifact : unmarked) : tree.blockOf(piece);
    const label = !outside && tree.isLabel(piece);
    const text = outside ? undefined : tree.actualOf(piece);
    const drawn = text === undefined ? own : replaced(own, text);
    const key = 2 * block + Number(label);
    const group = groups.get(key);
    if (group) for (const g of drawn) group.glyphs.push(g);
    else
      groups.set(key, { tag: { block: block === -1 && !outside ? artifact : block, label }, glyphs: drawn });
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}

/**
 * Copies, because the page is also read without its tags. A text of nothing but spaces says nothing that is not seen.
 */
function replaced(glyphs: Glyph[], text: string): Glyph[] {
  if (isSpace(text) || glyphs.map((g) => g.s).join('') === text) return glyphs;
  const copies = glyphs.map((g) => ({ ...g }));
  replaceText(copies, 0, text);
  return copies;
}

const rank = ({ tag }: Group): number => (tag.block < 0 ? last : tag.block);

/**
 * A paragraph that continues at the top of the next column: where the stream goes up and to another side. Otherwise its
 * lines would be next to each other.
 */
function inColumns(glyphs: readonly Glyph[]): Glyph[][] {
  const { columnJump } = tagThresholds;
  const columns: Glyph[][] = [[]];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const g of glyphs) {
    if (!isSpace(g.s)) {
      if (g.y < bottom - columnJump * g.size) {
        columns.push([]);
        bottom = g.y;
      } else bottom = Math.max(bottom, g.y);
    }
    columns.at(-1)!.push(g);
  }
  if (columns.length === 1) return columns;
  const spans = columns.map(spanOf);
  const beside = spans.every(([from, to], i) => {
    const before = spans[i - 1];
    return !before || from >= before[1] || to <= before[0];
  });
  return beside ? columns : [[...glyphs]];
}

function spanOf(glyphs: readonly Glyph[]): [number, number] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const g of glyphs) {
    if (isSpace(g.s)) continue;
    from = Math.min(from, g.x);
    to = Math.max(to, g.x + g.w);
  }
  return [from, to];
}
