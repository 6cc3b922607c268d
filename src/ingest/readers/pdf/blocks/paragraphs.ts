/**
 * Lines → paragraphs, across pages. A paragraph ends where the leading widens, where the type changes, or where the
 * next word would still have fitted on the line.
 */

import { middle } from '../../middle.ts';
import type { TextLine } from '../lines/text-line.ts';
import type { Region } from '../regions/region.ts';
import { type Column, type ColumnOf, columnsOf, sample } from './columns.ts';
import { indentsOf, opensByIndent } from './indents.ts';
import { OpenNumbers, opensByLabel } from './openings.ts';
import { endsEarly, hasRoom, isJustified } from './room.ts';
import { tableRows } from './rows.ts';
import { blockThresholds } from './thresholds.ts';

export interface Style {
  /** The most common size of the text. */
  size: number;
  /** Whether most of it is bold. */
  bold: boolean;
  /** Usual distance of baselines within a paragraph, in font sizes, for each type of the document. */
  leadings: ReadonlyMap<string, number>;
  /** The same on pages and in columns with wider leading. */
  ownLeadings: ReadonlyMap<Region, ReadonlyMap<string, number>>;
  /** Usual distance of baselines, in font sizes, between two paragraphs of the text … */
  parting: number;
  /** … and between two Latin ones: next to their translation, paragraphs of one language are farther apart. */
  latinParting: number;
}

/** What a document's lines show about how its paragraphs begin and end. */
interface Setting {
  style: Style;
  columns: ColumnOf;
  /** First-line indents, in points. */
  indents: ReadonlySet<number>;
  justified: boolean;
  numbers: OpenNumbers;
}

/**
 * Groups of lines, one for each paragraph and each table cell. `lines` are in reading order, without furniture and
 * footnotes.
 */
export function toParagraphs(lines: readonly TextLine[], style: Style): TextLine[][] {
  const text = lines.filter((l) => l.region.cell === null);
  const columns = columnsOf(text);
  const justified = isJustified(text, columns);
  const numbers = new OpenNumbers();
  const setting: Setting = { style, columns, indents: indentsOf(text, columns), justified, numbers };
  const rows = tableRows(text);
  const out: TextLine[][] = [];
  let open: TextLine[] = [];
  // Columns in two languages alternate page by page: each waits for its next part.
  const waiting = new Map<boolean, TextLine[]>();
  for (const line of lines) {
    const last = open.at(-1);
    if (last && goesOn(last, line, open, rows, setting)) {
      open.push(line);
      continue;
    }
    const turned = last && languageOf(last) !== languageOf(line) ? languageOf(line) : null;
    if (last && turned !== null && languageOf(last) !== null) waiting.set(!turned, open);
    const before = turned === null ? undefined : waiting.get(turned);
    if (before && goesOn(before.at(-1)!, line, before, rows, setting)) {
      open = before;
      open.push(line);
      continue;
    }
    if (languageOf(line) === null) waiting.clear();
    open = [line];
    numbers.add(line);
    out.push(open);
  }
  return out;
}

/** Whether the column of a line is right-to-left; null outside columns and if that is unclear. */
const languageOf = ({ region }: TextLine): boolean | null =>
  region.column && !region.cell ? region.rtl : null;

function goesOn(
  last: TextLine,
  line: TextLine,
  open: readonly TextLine[],
  rows: ReadonlySet<TextLine>,
  setting: Setting,
): boolean {
  if (last.region.cell || line.region.cell) return last.region === line.region;
  return !rows.has(last) && !rows.has(line) && continues(last, line, open, setting);
}

/** The document's text type: sizes weighted by their letters, leading by its most common value. */
export function styleOf(all: readonly TextLine[]): Style {
  const { wideLine, shortWeight } = blockThresholds;
  const text = all.filter((l) => l.region.cell === null);
  // A document that consists of a table.
  const lines = text.length > 0 ? text : all;
  const columns = columnsOf(lines);
  const widest = Math.max(...sample(lines.filter((l) => !l.region.column).map((l) => l.x1 - l.x0)));
  const sizes = new Map<number, number>();
  for (const l of lines) {
    const key = Math.round(l.size * 2) / 2;
    const column = columns(l);
    const full = l.region.column ? column.right - column.left : widest;
    // Headings may have more lines than the text, but shorter ones.
    const weight = l.bold || l.x1 - l.x0 < wideLine * full ? shortWeight : 1;
    sizes.set(key, (sizes.get(key) ?? 0) + weight * l.text.length);
  }
  const bold = lines.reduce((sum, l) => sum + (l.bold ? 1 : -1) * l.text.length, 0) > 0;
  const size = commonest(sizes) ?? 12;
  const { leadings, ownLeadings } = leadingsOf(lines, size, columns);
  const partings = partingsOf(lines, size, bold, columns);
  return { size, bold, leadings, ownLeadings, ...partings };
}

/**
 * Distance, in font sizes, of two lines of the text of which the first had room for more, so that a paragraph certainly
 * ends there. The median, because lists of notes are set closer; infinite if too few are found.
 */
function partingsOf(lines: readonly TextLine[], size: number, bold: boolean, columns: ColumnOf) {
  const { textSizePoints, shortLine, partingSeen } = blockThresholds;
  const seen: number[][] = [[], []];
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    if (a.region !== b.region || a.bold !== bold || b.bold !== bold) continue;
    const ofText = (l: TextLine) => Math.abs(l.size - size) <= textSizePoints;
    if (!ofText(a) || !ofText(b) || b.y <= a.y) continue;
    const column = columns(a);
    // A third of the column left empty is not an accident of line breaking.
    const short = a.x1 - a.x0 < shortLine * (column.right - column.left);
    if (short && hasRoom(a, b, column)) seen[b.latin ? 1 : 0]!.push((b.y - a.y) / size);
  }
  const usual = (own: number[]) => (own.length < partingSeen ? null : middle(own));
  const parting = usual(seen.flat()) ?? Number.POSITIVE_INFINITY;
  return { parting: usual(seen[0]!) ?? parting, latinParting: usual(seen[1]!) ?? parting };
}

/** Lines of one kind of type; Latin lines among Arabic ones often come from another font with its own leading. */
const typeOf = (line: TextLine): string =>
  `${Math.round(line.size * 2) / 2}${line.bold ? 'b' : ''}${line.latin ? 'l' : ''}`;
const anyType = '';
/** Any type used for headings or for the script with less text. */
const lesserType = 'lesser';
const isAny = (type: string): boolean => type === anyType || type === lesserType;

/**
 * For each type the usual distance, in font sizes, of two lines of one paragraph. It is measured after full lines,
 * where the next word had to go to the next line. The smallest of several common distances; infinite if none is found.
 */
function leadingsOf(lines: readonly TextLine[], size: number, columns: ColumnOf) {
  const t = blockThresholds;
  const seen = new Map<string, Counts>();
  const seenIn = new Map<Region, Map<string, Counts>>();
  // The large lines of a cover, and its small Latin ones, say nothing about Arabic text.
  const latin = lines.reduce((sum, l) => sum + (l.latin ? 1 : -1) * l.text.length, 0) > 0;
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    const dy = (b.y - a.y) / b.size;
    if (a.region !== b.region || typeOf(a) !== typeOf(b)) continue;
    if (dy < t.leastLeading || dy > t.mostLeading) continue;
    if (hasRoom(a, b, columns(a))) continue;
    const own = seenIn.get(a.region) ?? new Map<string, Counts>();
    seenIn.set(a.region, own);
    const ofText = a.latin === latin && a.size <= t.headingSize * size;
    for (const type of [typeOf(a), ofText ? anyType : lesserType]) {
      for (const counted of [seen, own]) {
        const counts = counted.get(type) ?? new Map<number, number>();
        const key = Math.round(dy * 20) / 20;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        counted.set(type, counts);
      }
    }
  }
  const leadings = new Map<string, number>();
  const all = seen.get(anyType) ?? seen.get(lesserType);
  const any = all ? least(all) : Number.POSITIVE_INFINITY;
  leadings.set(anyType, any);
  for (const [type, counts] of seen) {
    const own = least(counts);
    // A type used only in single lines shows the distance between those, which is wider.
    if (!isAny(type) && own < t.typeLeading * any) leadings.set(type, own);
  }
  const ownLeadings = new Map<Region, Map<string, number>>();
  for (const [region, types] of seenIn) {
    const own = new Map<string, number>();
    for (const [type, counts] of types) {
      const all = [...counts].flatMap(([dy, n]) => Array<number>(n).fill(dy)).sort((a, b) => a - b);
      const dy = all[all.length >> 1]!;
      const usual = isAny(type) ? undefined : leadings.get(type);
      if (usual === undefined || all.length < t.ownLeadingLines) continue;
      // If the document's usual distance is among them, the wider ones are between paragraphs.
      const alike = all.filter((one) => one <= t.widerLeading * usual).length;
      if (alike >= Math.max(2, t.commonLeading * all.length)) continue;
      if (dy > usual && dy < t.ownLeading * usual) own.set(type, dy);
    }
    ownLeadings.set(region, own);
  }
  return { leadings, ownLeadings };
}

/** How often each distance was found. */
type Counts = Map<number, number>;

/** The smallest of several common distances; if each was found only once, the smallest of all. */
function least(counts: ReadonlyMap<number, number>): number {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const enough = Math.max(2, blockThresholds.commonLeading * total);
  const common = [...counts].filter(([, n]) => n >= enough).map(([dy]) => dy);
  if (common.length > 0) return Math.min(...common);
  const most = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, n]) => n === most).map(([dy]) => dy));
}

function commonest(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [key, n] of counts) {
    if (n > most) {
      most = n;
      best = key;
    }
  }
  return best;
}

function continues(
  last: TextLine,
  line: TextLine,
  open: readonly TextLine[],
  { style, columns, indents, justified, numbers }: Setting,
): boolean {
  const t = blockThresholds;
  if (last.bold !== line.bold || Math.abs(last.size - line.size) > t.sameSize * style.size) return false;
  const size = line.size;
  const follows = line.region === last.region;
  if (follows) {
    const dy = (line.y - last.y) / size;
    const type = typeOf(line);
    const usual =
      style.ownLeadings.get(line.region)?.get(type) ??
      style.leadings.get(type) ??
      t.unseenLeading * style.leadings.get(anyType)!;
    if (
      dy < t.nearestLines ||
      dy > t.mostLeading ||
      dy > widestLeading(usual, line.latin ? style.latinParting : style.parting)
    )
      return false;
  } else if (!isNextColumn(last, line, columns)) return false;
  // A heading does not run over to the next page or column.
  const heading = (line.bold && !style.bold) || line.size > t.headingSize * style.size;
  if (!follows && heading && open.length < t.headingLines) return false;
  if (last.rtl !== line.rtl || opensByLabel(last, line, open[0]!) || numbers.continues(line)) return false;
  if (standsAlone(line, columns(line))) return false;
  if (justified && endsEarly(last, columns(last))) return false;
  if (opensByIndent(last, line, columns(last), columns(line), indents)) return false;
  return !hasRoom(last, line, columns(last), open.length === 1 ? indents : undefined);
}

/**
 * In a column too narrow for text, for example on a cover, a Latin line that begins with a capital letter or a number.
 */
function standsAlone(line: TextLine, { left, right }: Column): boolean {
  if (!line.latin || !line.region.column) return false;
  return right - left < blockThresholds.narrowColumn * line.size && /^[\p{Lu}0-9]/u.test(line.text);
}

/** Whether the text continues on the next page or at the top of the next column. */
function isNextColumn(last: TextLine, line: TextLine, columns: ColumnOf): boolean {
  const width = ({ left, right }: Column) => right - left;
  const { sameWidth } = blockThresholds;
  const alike = width(columns(line)) <= (1 + 2 * sameWidth) * width(columns(last));
  if (line.page > last.page + 1) return false;
  if (line.page !== last.page) return alike || last.region.column === line.region.column;
  return last.region.column && line.region.column && line.y < last.y && last.latin === line.latin;
}

/**
 * The greatest distance of two lines of one paragraph; a raised number or a letter from another font widens a line. If
 * paragraphs are clearly set apart, everything nearer to the usual distance than to theirs.
 */
function widestLeading(usual: number, parting: number): number {
  const { widerLeading, widerBy, towardsParting, widestLeading: widest } = blockThresholds;
  const little = usual * widerLeading + widerBy;
  if (!Number.isFinite(parting)) return little;
  return Math.max(little, Math.min((1 - towardsParting) * usual + towardsParting * parting, widest * usual));
}
