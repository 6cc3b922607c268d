/**
 * Text recognised in page images → the same lines as text pages have, so that furniture, notes and paragraphs are found
 * by the same steps. Recognition gives no font size, so words whose letters have the same ascenders and descenders are
 * compared.
 */
import { middle } from '../../middle.ts';
import type { OcrLine, OcrPage, OcrWord } from '../../ocr/page.ts';
import type { TextLine } from '../lines/text-line.ts';
import { type Region, wholePage } from '../regions/region.ts';
import { countLabels } from './labels.ts';
import { countArabic } from './letters.ts';
import type { Raster } from './raster.ts';
import { scanThresholds } from './thresholds.ts';

export interface ScannedPage {
  page: number;
  /** Left edge and top of the page's box, in points. */
  origin: { left: number; top: number };
  raster: Pick<Raster, 'scale' | 'width'>;
  read: OcrPage;
}

/** Lines of each page, by its number. */
export function toTextLines(pages: readonly ScannedPage[]): Map<number, TextLine[]> {
  const sizes = new Sizes(pages);
  const out = new Map<number, TextLine[]>();
  const joined = pages.map(({ read }) => withLabels(read.lines));
  countLabels(joined.flat());
  for (const [i, scanned] of pages.entries()) {
    const region = wholePage();
    const lines = joined[i]!.map((line) => toTextLine(line, scanned, sizes, region));
    out.set(scanned.page, lines);
  }
  return out;
}

/** A note's number is raised, and is read as one word with what follows it. */
function withNoteNumber(words: readonly OcrWord[]): OcrWord[] {
  const [first, ...rest] = words;
  const glued = /^([0-9\u0660-\u0669]{1,2})(\p{Script=Arabic}{2}.*)$/u.exec(first!.text);
  if (!glued) return [...words];
  const number = { ...first!, left: first!.right - 1, text: glued[1]! };
  return [number, { ...first!, text: glued[2]! }, ...rest];
}

function toTextLine(
  line: OcrLine,
  { page, origin, raster }: ScannedPage,
  sizes: Sizes,
  region: Region,
): TextLine {
  const { scale } = raster;
  const size = sizes.of(line, scale);
  const words = withNoteNumber(line.words);
  let text = '';
  const doubts: [number, number][] = [];
  for (const word of words) {
    if (text !== '') text += ' ';
    if (word.doubted) doubts.push([text.length, text.length + word.text.length]);
    text += word.text;
  }
  const { arabic, latin } = countArabic(text);
  const rtl = arabic >= latin;
  const across = (x: number) => x / scale + origin.left;
  const gaps = gapsOf(words, rtl);
  const [first] = words;
  const wide = ([from, to]: [number, number]) => (to - from) / scale > scanThresholds.columnGap * size;
  return {
    text,
    raised: [],
    page,
    y: line.base / scale - origin.top,
    x0: across(Math.min(...words.map((word) => word.left))),
    x1: across(Math.max(...words.map((word) => word.right))),
    size,
    bold: false,
    rtl,
    latin: arabic === 0,
    firstWord: (first!.right - first!.left) / scale,
    firstGap: gaps[0] ? Math.max(0, gaps[0][1] - gaps[0][0]) / scale / size : 0,
    gaps: gaps
      .slice(1)
      .filter(wide)
      .map(([from, to]) => [across(from), across(to)] as const),
    sheet: { left: origin.left, right: origin.left + raster.width },
    region,
    ...(doubts.length > 0 ? { doubts } : {}),
    unsureNumber: line.sureNumber !== true,
  };
}

/**
 * Between neighbours, from and to, beginning at the first word: where words run in the other direction, the next in
 * reading order is not the neighbour.
 */
function gapsOf(words: readonly OcrWord[], rtl: boolean): [number, number][] {
  // A paragraph's number may stand on the right of a line of Latin words.
  const fromRight = rtl || words.every(({ right }) => right <= words[0]!.right);
  const placed = [...words].sort((a, b) => (fromRight ? b.right - a.right : a.left - b.left));
  return placed.slice(1).map((word, i): [number, number] => {
    const before = placed[i]!;
    return fromRight ? [word.right, before.left] : [before.right, word.left];
  });
}

/** Numbers that hang in front of their lines may be read as lines of their own: they are joined again. */
function withLabels(lines: readonly OcrLine[]): OcrLine[] {
  const taken = new Set<OcrLine>();
  const out = lines.map((line) => {
    if (taken.has(line) || isLabel(line)) return line;
    const height = line.bottom - line.top;
    const label = lines.find((other) => {
      if (taken.has(other) || !isLabel(other)) return false;
      const down = Math.min(line.bottom, other.bottom) - Math.max(line.top, other.top);
      const gap = other.left - line.right;
      return (
        down > 0.6 * Math.min(height, other.bottom - other.top) &&
        gap > -0.2 * height &&
        gap < scanThresholds.labelReach * height
      );
    });
    if (!label) return line;
    taken.add(label);
    const joined: OcrLine = { ...line, right: label.right, words: [...label.words, ...line.words] };
    return label.sureNumber === undefined ? joined : { ...joined, sureNumber: label.sureNumber };
  });
  return out.filter((line) => !taken.has(line));
}

function isLabel({ words, left, right, top, bottom }: OcrLine): boolean {
  const text = words.map((word) => word.text).join('');
  return text.length <= 5 && right - left < 3 * (bottom - top) && !/\p{L}{2}/u.test(text);
}

const rising = /[اأإآلكطظ\u0622-\u0627لله]/u;
const falling = /[جحخعغمنقيىئورزسشصضؤبپ]/u;

/** Letters with ascenders and descenders give four kinds of words, all words of one kind having the same height. */
const kindOf = (text: string): number => (rising.test(text) ? 1 : 0) + (falling.test(text) ? 2 : 0);
const measured = /^[\u0621-\u064A،.؛:]{3,}$/u;

/** Font sizes, from the heights of words on all pages. */
class Sizes {
  private readonly usual = new Map<number, number>();
  private readonly text: number;

  constructor(pages: readonly ScannedPage[]) {
    const heights = new Map<number, number[]>();
    for (const { read, raster } of pages) {
      for (const word of read.lines.flatMap((line) => line.words)) {
        if (!measured.test(word.text)) continue;
        const kind = kindOf(word.text);
        const list = heights.get(kind) ?? [];
        list.push((word.bottom - word.top) / raster.scale);
        heights.set(kind, list);
      }
    }
    for (const [kind, list] of heights) this.usual.set(kind, middle(list));
    const tall = this.usual.get(3) ?? Math.max(0, ...this.usual.values());
    this.text = tall > 0 ? Math.round((2 * tall) / scanThresholds.tallWord) / 2 : 12;
  }

  of({ words, top, bottom }: OcrLine, scale: number): number {
    const { textSizeFrom, textSizeTo } = scanThresholds;
    const ratios = words.flatMap((word: OcrWord) => {
      const usual = measured.test(word.text) ? this.usual.get(kindOf(word.text)) : undefined;
      return usual ? [(word.bottom - word.top) / scale / usual] : [];
    });
    const ratio =
      ratios.length > 0 ? middle(ratios) : Math.min(1, (1.3 * (bottom - top)) / scale / (this.text * 1.25));
    // Boxes do not measure type exactly: what is near the text's size has that size.
    if (ratio >= textSizeFrom && ratio <= textSizeTo) return this.text;
    return Math.max(4, Math.round(ratio * this.text * 2) / 2);
  }
}
