/**
 * Tables with ruled rows but unruled columns: rules of equal length below each other, and between them text with the
 * same white columns. A row is what is between two rules, so cells may have any number of lines.
 */
import { type Fragment, freeOf, type Interval, toBands } from './fragments.ts';
import type { Grid, Span } from './grid.ts';
import type { KnownTable } from './known.ts';
import { columnsOf, common, isClose, sides } from './stretches.ts';
import { regionThresholds } from './thresholds.ts';

export interface RuledRows {
  grid: Grid;
  gutters: readonly Interval[];
  span: Interval;
}

/** What is between two rules. */
interface Section {
  y0: number;
  y1: number;
  fragments: Fragment[];
}

/** `open`: the table at the end of the previous page. */
export function ruledRows(
  rules: readonly Span[],
  fragments: readonly Fragment[],
  open: KnownTable | null,
): RuledRows[] {
  return alike(rules)
    .map((group, i) => {
      const [first] = group as [Span];
      const goesOn = i === 0 && open?.span && sameEnds(first, { from: open.span[0], to: open.span[1] });
      return toRows(group, fragments, goesOn ? open : null);
    })
    .filter((found) => found !== null);
}

const sameEnds = (a: Omit<Span, 'at'>, b: Omit<Span, 'at'>): boolean =>
  Math.max(Math.abs(a.from - b.from), Math.abs(a.to - b.to)) <= regionThresholds.sameRule;

/** Rules that begin and end alike, from top to bottom; the highest group first. */
function alike(rules: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const group = groups.find(([first]) => sameEnds(first!, rule));
    if (group) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

function toRows(
  rules: readonly Span[],
  fragments: readonly Fragment[],
  open: KnownTable | null,
): RuledRows | null {
  const { ruledRows: least, layoutLines, spanningRows } = regionThresholds;
  const span: Interval = [rules[0]!.from, rules[0]!.to];
  const within = fragments.filter((f) => f.x1 > span[0] && f.x0 < span[1]);
  const sections = sectionsOf(rules, within, open);
  if (sections.length < (open ? 1 : least)) return null;
  const gutters = open ? knownGutters(sections, open) : guttersOf(sections);
  if (!gutters) return null;
  const crossed = sections.map((section) => !fits(section, gutters));
  const [end, shared] = [sections.at(-1)!, (gap: Interval) => isParting([sections.at(-1)!], gap, 1)];
  if (end.y0 >= rules.at(-1)!.at && !gutters.some(shared)) {
    sections.pop();
    crossed.pop();
  }
  // Text above and below a table may be between rules of the same length.
  let from = 0;
  let to = sections.length;
  while (from < to && crossed[from]) from++;
  while (to > from && crossed[to - 1]) to--;
  const rows = sections.slice(from, to);
  const whole = crossed.slice(from, to);
  if (rows.length < (open ? 1 : least) || whole.filter(Boolean).length > spanningRows * rows.length)
    return null;
  // Long texts side by side between rules are columns.
  if (rows.some(({ fragments: own }) => toBands(own).length >= layoutLines)) return null;
  const xs = open?.span
    ? [...open.part.edges]
    : [span[0], ...gutters.map(([left, right]) => (left + right) / 2), span[1]];
  const columns = xs.length - 1;
  const cells = new Int32Array(rows.length * columns);
  rows.forEach((_, r) => {
    for (let c = 0; c < columns; c++) cells[r * columns + c] = r * columns + (whole[r] ? 0 : c);
  });
  return { grid: { xs, ys: [rows[0]!.y0, ...rows.map(({ y1 }) => y1)], cells }, gutters, span };
}

/** Sections with text. A page may begin with the rest of a row, and end with the first lines of one. */
function sectionsOf(
  rules: readonly Span[],
  fragments: readonly Fragment[],
  open: KnownTable | null,
): Section[] {
  const at = (f: Fragment) => (f.y0 + f.y1) / 2;
  const sections = rules.slice(1).map((rule, i): Section => {
    const [y0, y1] = [rules[i]!.at, rule.at];
    return { y0, y1, fragments: fragments.filter((f) => at(f) > y0 && at(f) < y1) };
  });
  const [first, last] = [rules[0]!.at, rules.at(-1)!.at];
  if (open) {
    const above = toBands(fragments.filter((f) => at(f) < first)).reverse();
    const end = above.findIndex((band, i) => !isClose(band, above[i - 1] ?? { ...band, y0: first }));
    const own = (end < 0 ? above : above.slice(0, end)).flatMap((band) => band.fragments);
    const y0 = Math.min(...own.map((f) => f.y0)) - 1;
    if (own.length > 0) sections.unshift({ y0, y1: first, fragments: own });
  }
  const below = toBands(fragments.filter((f) => at(f) > last));
  const end = below.findIndex((band, i) => !isClose(below[i - 1] ?? { ...band, y1: last }, band));
  const own = (end < 0 ? below : below.slice(0, end)).flatMap((band) => band.fragments);
  if (end < 0 || below.length - end <= regionThresholds.footLines) {
    const y1 = Math.max(...own.map((f) => f.y1)) + 1;
    if (own.length > 0) sections.push({ y0: last, y1, fragments: own });
  }
  return sections.filter((section) => section.fragments.length > 0);
}

const widthIn = (section: Section): number =>
  regionThresholds.gutterWidth * Math.min(...section.fragments.map((f) => f.size));

/** Whether none of its text crosses the white columns. */
const fits = (section: Section, gutters: readonly Interval[]): boolean =>
  common(gutters, freeOf(section.fragments), widthIn(section)).length === gutters.length;

/** The gutters of a table that continues, if most of the content keeps to them. */
function knownGutters(sections: readonly Section[], { gutters }: KnownTable): readonly Interval[] | null {
  return sections.some((section) => fits(section, gutters)) ? gutters : null;
}

/**
 * White columns that most sections share, with text on both sides. Rows that extend across the full width are ignored.
 */
function guttersOf(sections: readonly Section[]): Interval[] | null {
  const { fewLines, spanningRows } = regionThresholds;
  let best: Interval[] | null = null;
  const most = Math.floor(spanningRows * sections.length);
  for (const first of sections.slice(0, most + 1)) {
    let gaps = freeOf(first.fragments);
    let crossed = 0;
    const seen: Section[] = [];
    for (const section of sections) {
      const next = common(gaps, freeOf(section.fragments), widthIn(section));
      const lost = gaps.some(
        (gap) => isParting(seen, gap, fewLines - 1) && !next.some(([a, b]) => a >= gap[0] && b <= gap[1]),
      );
      if (lost) crossed++;
      else {
        gaps = next;
        seen.push(section);
      }
    }
    const gutters = partingCells(
      gaps.filter((gap) => isParting(seen, gap, fewLines - 1)),
      seen,
      fewLines - 1,
    );
    if (gutters.length > (best?.length ?? 0) && crossed <= most) best = gutters;
  }
  return best;
}

/**
 * The gutters that separate two cells in this many sections; others are white space next to the short texts of one
 * column.
 */
function partingCells(all: readonly Interval[], sections: readonly Section[], times: number): Interval[] {
  const gutters = [...all];
  for (;;) {
    const rows = sections.map(({ fragments }) =>
      columnsOf(fragments, gutters, false).map((c) => c.length > 0),
    );
    const counts = gutters.map((_, i) => rows.filter((row) => row[i] && row[i + 1]).length);
    const least = Math.min(...counts);
    if (counts.length === 0 || least >= times) return gutters;
    gutters.splice(counts.indexOf(least), 1);
  }
}

/** Whether it has text on both sides in this many sections. */
function isParting(sections: readonly Section[], gap: Interval, times: number): boolean {
  let found = 0;
  for (const { fragments } of sections) {
    if (sides(fragments, gap).every((side) => side.length > 0) && ++found >= times) return true;
  }
  return false;
}
