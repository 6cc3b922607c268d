/** Puts pieces of a page one below the other on a strip and reads them again with another model. */
import { cut, type Grey, type Rect, scaled, stacked } from './grey.ts';
import { recognise } from './tesseract.ts';
import { ocrThresholds } from './thresholds.ts';

export interface StripWord {
  text: string;
  confidence: number;
  left: number;
  right: number;
}

export interface StripRow {
  words: StripWord[];
  /** The confidence of its least confident word. */
  confidence: number;
}

export interface StripOptions {
  dpi: number;
  /** Of the model; English by default. */
  language?: string;
  /** The only characters allowed; all by default. */
  letters?: string;
  deadline: number;
}

/** The reading of each piece, undefined if there is none. Positions of words are shares of the piece's width. */
export async function readStrip(
  page: Grey,
  pieces: readonly Rect[],
  { dpi, language = 'eng', letters, deadline }: StripOptions,
): Promise<(StripRow | undefined)[]> {
  if (pieces.length === 0) return [];
  const { strip, tops, widths } = stripOf(page, dpi, pieces);
  const how = { language, psm: 6, dpi: 300, ...(letters ? { letters } : {}) } as const;
  const read = await recognise(strip, how, deadline);
  const rows: (StripRow | undefined)[] = pieces.map(() => undefined);
  const { stripGap } = ocrThresholds;
  for (const { text, top, bottom, left, right, confidence } of read.flatMap(({ words }) => words)) {
    const at = tops.findLastIndex((start) => start <= (top + bottom) / 2);
    if (at < 0) continue;
    const row = rows[at] ?? { words: [], confidence: 100 };
    rows[at] = row;
    const share = (x: number) => (x - stripGap) / widths[at]!;
    row.words.push({ text, confidence, left: share(left), right: share(right) });
    row.confidence = Math.min(row.confidence, confidence);
  }
  for (const row of rows) row?.words.sort((a, b) => a.left - b.left);
  return rows;
}

function stripOf(page: Grey, dpi: number, pieces: readonly Rect[]) {
  const { stripHeight, stripGap } = ocrThresholds;
  const edge = dpi / 60;
  const cuts = pieces.map(({ left, top, right, bottom }) => {
    const piece = cut(page, {
      left: left - edge / 2,
      top: top - edge,
      right: right + edge / 2,
      bottom: bottom + edge,
    });
    // All are scaled to nearly the same height, so that none is mistaken for a superscript.
    return scaled(piece, Math.min(3, stripHeight / Math.max(bottom - top, stripHeight / 2)));
  });
  const { strip, starts } = stacked(cuts, stripGap);
  const tops = starts.map((start) => start - stripGap / 2);
  return { strip, tops, widths: cuts.map((piece) => piece.width) };
}
