/** The text width: where the lines of a page, or of a column on it, begin and end. */
import { middle } from '../../middle.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { Region } from '../regions/region.ts';
import { blockThresholds } from './thresholds.ts';

export interface Column {
  left: number;
  right: number;
}

/** Where the lines next to a line may begin and end. */
export type ColumnOf = (line: TextLine) => Column;

export function columnsOf(lines: readonly TextLine[]): ColumnOf {
  const page = pageColumns(lines.filter((l) => !l.region.column));
  const narrow = regionColumns(lines);
  return (line) => narrow.get(line.region) ?? page(line.page);
}

/**
 * Columns on pages with several. A column without full lines is as wide as the narrowest column with full lines that
 * begins at the same place and has room for it; so is a page that has only a first column.
 */
function regionColumns(lines: readonly TextLine[]): Map<Region, Column> {
  const { sameWidth, sureLines, samePoints } = blockThresholds;
  const regions = new Map<Region, { column: Column; widths: number[]; rtl: boolean }>();
  for (const l of lines) {
    const known = regions.get(l.region);
    if (!known) {
      const column = { left: l.x0, right: l.x1 };
      regions.set(l.region, { column, widths: [l.x1 - l.x0], rtl: l.rtl });
      continue;
    }
    known.column.left = Math.min(known.column.left, l.x0);
    known.column.right = Math.max(known.column.right, l.x1);
    known.widths.push(l.x1 - l.x0);
  }
  const filled = [...regions].filter(([region, { column, widths }]) => {
    const width = column.right - column.left;
    return region.column && widths.filter((w) => w > (1 - sameWidth) * width).length > sureLines;
  });
  const out = new Map<Region, Column>();
  for (const [region, { column, rtl }] of regions) {
    const { left, right } = column;
    const near = (c: Column) => (rtl ? Math.abs(c.right - right) : Math.abs(c.left - left));
    const like = filled
      .map(([, one]) => one.column)
      .filter((c) => near(c) <= 2 * samePoints && c.right - c.left >= (1 - sameWidth) * (right - left));
    const widths = like.map((c) => c.right - c.left);
    const best = like[widths.indexOf(Math.min(...widths))];
    if (region.column || best) out.set(region, best ?? column);
  }
  return out;
}

/** The text column of each page, from its wider lines; a page of short lines takes the document's. */
function pageColumns(lines: readonly TextLine[]): (page: number) => Column {
  const t = blockThresholds;
  const widest = Math.max(...sample(lines.map((l) => l.x1 - l.x0)));
  const pages = new Map<number, Column & { full: number }>();
  for (const l of lines) {
    const width = l.x1 - l.x0;
    if (width < t.wideLine * widest) continue;
    const column = pages.get(l.page);
    if (!column) {
      pages.set(l.page, { left: l.x0, right: l.x1, full: 1 });
      continue;
    }
    const same = Math.abs(width - (column.right - column.left)) < t.sameWidth * width;
    column.left = Math.min(column.left, l.x0);
    column.right = Math.max(column.right, l.x1);
    column.full = same ? column.full + 1 : width >= column.right - column.left ? 1 : column.full;
  }
  const full = [...pages.values()].filter(
    (c) => c.right - c.left > t.fullColumn * widest && c.full > t.fullLines,
  );
  const usual = { left: middle(full.map((c) => c.left)), right: middle(full.map((c) => c.right)) };
  const sheet = mirrored(lines);
  return (page) => {
    if (sheet) return sheet;
    const own = pages.get(page);
    // Several lines as wide as the column show that it is one.
    const sure = own && (own.full > t.sureLines || own.right - own.left > t.sureColumn * widest);
    return sure || full.length === 0 ? (own ?? usual) : usual;
  };
}

/** At most a few thousand values, so that they can be spread into a call. */
export function sample(values: number[]): number[] {
  const step = Math.ceil(values.length / 5000);
  return step <= 1 ? values : values.filter((_, i) => i % step === 0);
}

/**
 * If there are few lines and only the widest is that wide, nothing shows that any line is full. Then the margin on the
 * side where lines begin is used for the other side as well; null if the lines show their column or the page is
 * unknown.
 */
function mirrored(lines: readonly TextLine[]): Column | null {
  const { manyLines, samePoints, widestMargin } = blockThresholds;
  if (lines.length >= manyLines || lines.length === 0) return null;
  const left = Math.min(...lines.map((l) => l.x0));
  const right = Math.max(...lines.map((l) => l.x1));
  const rtl = lines.filter((l) => l.rtl).length * 2 > lines.length;
  const full = lines.filter((l) => (rtl ? l.x0 - left : right - l.x1) < samePoints);
  const sheet = lines[0]!.sheet;
  if (
    full.length > 1 ||
    !sheet ||
    lines.some((l) => l.sheet?.left !== sheet.left || l.sheet.right !== sheet.right)
  ) {
    return null;
  }
  const margin = rtl ? sheet.right - right : left - sheet.left;
  // Text in the middle or on one half of the page has no such margins.
  if (margin < 0 || margin > widestMargin * (sheet.right - sheet.left)) return null;
  return rtl
    ? { left: Math.min(left, sheet.left + margin), right }
    : { left, right: Math.max(right, sheet.right - margin) };
}
