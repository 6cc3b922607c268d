/**
 * Lines → paragraphs, across pages. A paragraph ends where the leading widens, where the type changes, or where
 * the next word would still have fitted on the line.
 */

import { type TextLine, toNumber } from '../lines/text-line.ts';
import { type Column, columnsOf, sample } from './columns.ts';
import { tableRows } from './rows.ts';
import { blockThresholds } from './thresholds.ts';

export interface Style {
  /** Size of most of the text. */
  size: number;
  /** Is most of it bold? */
  bold: boolean;
  /** Usual distance of base lines inside a paragraph, in sizes, for each type of the document. */
  leadings: ReadonlyMap<string, number>;
  /** Usual distance of base lines, in sizes, between two paragraphs of the text. */
  parting: number;
}

/** Groups of lines, one for each paragraph. `lines` in reading order, without furniture and footnotes. */
export function toParagraphs(lines: readonly TextLine[], style: Style): TextLine[][] {
  const columns = columnsOf(lines);
  const rows = tableRows(lines);
  const out: TextLine[][] = [];
  let open: TextLine[] = [];
  for (const line of lines) {
    const last = open.at(-1);
    const apart = last === undefined || rows.has(last) || rows.has(line);
    if (!apart && continues(last, line, open, columns, style)) open.push(line);
    else {
      open = [line];
      out.push(open);
    }
  }
  return out;
}

/** Type of the document's text: sizes weighed by their letters, leading by its commonest value. */
export function styleOf(lines: readonly TextLine[]): Style {
  const { wideLine, shortWeight } = blockThresholds;
  const widest = Math.max(...sample(lines.map((l) => l.x1 - l.x0)));
  const sizes = new Map<number, number>();
  for (const l of lines) {
    const key = Math.round(l.size * 2) / 2;
    // Headings may fill more lines than text does, but not as wide ones.
    const weight = l.bold || l.x1 - l.x0 < wideLine * widest ? shortWeight : 1;
    sizes.set(key, (sizes.get(key) ?? 0) + weight * l.text.length);
  }
  const bold = lines.reduce((sum, l) => sum + (l.bold ? 1 : -1) * l.text.length, 0) > 0;
  const size = commonest(sizes) ?? 12;
  return { size, bold, leadings: leadingsOf(lines), parting: partingOf(lines, size, bold) };
}

/**
 * Distance, in sizes, of two lines of the text where the first one had room for more, so that a paragraph surely
 * ends: the middle value, because lists of notes are set closer. Infinite where too few are seen.
 */
function partingOf(lines: readonly TextLine[], size: number, bold: boolean): number {
  const { textSizePoints, shortLine, partingSeen } = blockThresholds;
  const columns = columnsOf(lines);
  const seen: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    if (a.page !== b.page || a.bold !== bold || b.bold !== bold) continue;
    const ofText = (l: TextLine) => Math.abs(l.size - size) <= textSizePoints;
    if (!ofText(a) || !ofText(b) || b.y <= a.y) continue;
    const column = columns(a.page);
    // A third of the column left free is no chance of the line's breaking.
    const short = a.x1 - a.x0 < shortLine * (column.right - column.left);
    if (short && hasRoom(a, b, column)) seen.push((b.y - a.y) / size);
  }
  seen.sort((x, y) => x - y);
  return seen.length < partingSeen ? Number.POSITIVE_INFINITY : seen[seen.length >> 1]!;
}

/** Lines of one kind of type; Latin lines among Arabic ones often come from another font with its own leading. */
const typeOf = (line: TextLine): string =>
  `${Math.round(line.size * 2) / 2}${line.bold ? 'b' : ''}${line.latin ? 'l' : ''}`;
const anyType = '';

/**
 * For each type the usual distance, in sizes, of two lines of one paragraph: seen where a line is full, so that
 * the next word had to go to the next one. Of several common distances the least; infinite where none is seen.
 */
function leadingsOf(lines: readonly TextLine[]): Map<string, number> {
  const t = blockThresholds;
  const columns = columnsOf(lines);
  const seen = new Map<string, Map<number, number>>();
  for (let i = 1; i < lines.length; i++) {
    const a = lines[i - 1]!;
    const b = lines[i]!;
    const dy = (b.y - a.y) / b.size;
    if (a.page !== b.page || typeOf(a) !== typeOf(b)) continue;
    if (dy < t.leastLeading || dy > t.mostLeading) continue;
    if (hasRoom(a, b, columns(a.page))) continue;
    for (const type of [typeOf(a), anyType]) {
      const counts = seen.get(type) ?? new Map<number, number>();
      const key = Math.round(dy * 20) / 20;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      seen.set(type, counts);
    }
  }
  const out = new Map<string, number>();
  const least = (counts: ReadonlyMap<number, number>): number => {
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const common = [...counts].filter(([, n]) => n >= Math.max(2, t.commonLeading * total)).map(([dy]) => dy);
    return common.length > 0 ? Math.min(...common) : commonest(counts)!;
  };
  const all = seen.get(anyType);
  const any = all ? least(all) : Number.POSITIVE_INFINITY;
  out.set(anyType, any);
  for (const [type, counts] of seen) {
    const own = least(counts);
    // Type that only stands in single lines shows the distance of those, which is wider.
    if (type !== anyType && own < t.typeLeading * any) out.set(type, own);
  }
  return out;
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
  columns: (page: number) => Column,
  style: Style,
): boolean {
  const t = blockThresholds;
  if (last.bold !== line.bold || Math.abs(last.size - line.size) > t.sameSize * style.size) return false;
  const size = line.size;
  if (line.page === last.page) {
    const dy = (line.y - last.y) / size;
    const usual = style.leadings.get(typeOf(line)) ?? t.unseenLeading * style.leadings.get(anyType)!;
    if (dy < t.nearestLines || dy > t.mostLeading || dy > widestLeading(usual, style.parting)) return false;
  }
  // A heading does not run over to the next page.
  const heading = (line.bold && !style.bold) || line.size > t.headingSize * style.size;
  if (line.page !== last.page && heading && open.length < t.headingLines) return false;
  if (opensByNumber(line, open[0]!)) return false;
  return !hasRoom(last, line, columns(last.page));
}

/**
 * Widest distance of two lines of one paragraph: a raised number or a letter from another font widens a line. Where
 * paragraphs are set clearly apart, all that is nearer to the usual distance than to theirs.
 */
function widestLeading(usual: number, parting: number): number {
  const { widerLeading, widerBy, towardsParting, widestLeading: widest } = blockThresholds;
  const little = usual * widerLeading + widerBy;
  if (!Number.isFinite(parting)) return little;
  return Math.max(little, Math.min((1 - towardsParting) * usual + towardsParting * parting, widest * usual));
}

const label =
  /^([([]?)([0-9\u0660-\u0669\u06F0-\u06F9]{1,3})\s*([-–—.)\]])(?![0-9\u0660-\u0669\u06F0-\u06F9])/u;

/** Does the line begin with the number after that of the open paragraph, written in the same way? */
function opensByNumber(line: TextLine, first: TextLine): boolean {
  const now = label.exec(line.text);
  const before = label.exec(first.text);
  if (!now || !before || toNumber(now[2]!) !== toNumber(before[2]!) + 1) return false;
  const european = (m: RegExpExecArray) => m[2]!.charCodeAt(0) < 0x80;
  return now[1] === before[1] && now[3] === before[3] && european(now) === european(before);
}

/** Would the first word of `line` have fitted behind `last`? Then the break was meant. */
function hasRoom(last: TextLine, line: TextLine, column: Column): boolean {
  const { noIndent, unevenEnds, deepIndent, centred: onBothSides, freeSpace } = blockThresholds;
  const width = column.right - column.left;
  const before = last.rtl ? column.right - last.x1 : last.x0 - column.left;
  const behind = last.rtl ? last.x0 - column.left : column.right - last.x1;
  // Set to the far side, the near ends uneven: not an indent, which all lines or only the first one have.
  const near = (l: TextLine) => (l.rtl ? column.right - l.x1 : l.x0 - column.left);
  const uneven = near(line) > noIndent * width && Math.abs(near(line) - before) > unevenEnds * width;
  const aside =
    before > noIndent * width && behind < noIndent * width && (uneven || before > deepIndent * width);
  // Centred: what is free on both sides counts.
  const centred = behind > onBothSides * before && before > noIndent * width;
  const free = aside ? before : centred ? before + behind : behind;
  return free > line.firstWord + freeSpace * line.size;
}
