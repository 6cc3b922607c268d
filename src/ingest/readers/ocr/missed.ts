/**
 * Lines that Tesseract leaves out: rows with ink that none of its lines covers. They are cut out, put one below the
 * other and read separately.
 */
import { middle } from '../middle.ts';
import { cut, type Grey, type Rect, stacked } from './grey.ts';
import type { HocrLine } from './hocr.ts';
import { recognise } from './tesseract.ts';
import { ocrThresholds } from './thresholds.ts';

/** The lines together with those that were missed, from top to bottom. */
export async function withMissed(
  page: Grey,
  lines: readonly HocrLine[],
  dpi: number,
  deadline: number,
): Promise<HocrLine[]> {
  const bands = uncovered(page, lines);
  if (bands.length === 0) return [...lines];
  const { stripGap } = ocrThresholds;
  const pieces = bands.map((band) => cut(page, band));
  const { strip, starts } = stacked(pieces, stripGap, 'right');
  const found = await recognise(strip, { language: 'ara', psm: 6, dpi }, deadline);
  const out = [...lines];
  for (const line of found) {
    const i = starts.findLastIndex((start) => start <= (line.top + line.bottom) / 2);
    if (i < 0) continue;
    const moved = shifted(line, bands[i]!.right - (strip.width - stripGap), bands[i]!.top - starts[i]!);
    const at = out.findIndex(
      (other) => other.base > moved.base && other.left < moved.right && moved.left < other.right,
    );
    out.splice(at < 0 ? out.length : at, 0, at < 0 ? moved : { ...moved, block: out[at]!.block });
  }
  return out;
}

function shifted(line: HocrLine, x: number, y: number): HocrLine {
  const move = <T extends Rect>(rect: T): T => ({
    ...rect,
    left: rect.left + x,
    right: rect.right + x,
    top: rect.top + y,
    bottom: rect.bottom + y,
  });
  return { ...move(line), base: line.base + y, words: line.words.map(move) };
}

/** Bands as high as a line, with as much ink as words have. */
function uncovered(page: Grey, lines: readonly HocrLine[]): Rect[] {
  const { width, height, data } = page;
  const { missedInk, missedHeight, mostMissed } = ocrThresholds;
  const usual = middle(lines.map((line) => line.bottom - line.top));
  if (usual === 0) return [];
  const free = Uint8Array.from(data);
  for (const line of lines) {
    for (let y = Math.max(0, line.top); y < Math.min(height, line.bottom); y++) {
      free.fill(255, y * width + Math.max(0, line.left), y * width + Math.min(width, line.right));
    }
  }
  const bands: Rect[] = [];
  let open: { top: number; ink: number } | null = null;
  for (let y = 0; y <= height; y++) {
    let ink = 0;
    if (y < height) for (let x = 0; x < width; x++) if (free[y * width + x]! < 128) ink++;
    if (ink > 2) {
      open ??= { top: y, ink: 0 };
      open.ink += ink;
    } else if (open) {
      const high = y - open.top;
      // A lower one is a ruling line or part of a neighbouring line, a higher one is an image.
      if (high >= missedHeight * usual && high < 4 * usual && open.ink > missedInk * usual * usual) {
        const sides = sidesOf(free, width, open.top, y);
        const edge = Math.round(usual / 4);
        if (sides.right - sides.left > 2 * usual) {
          const { left, right } = sides;
          bands.push({ left: left - edge, top: open.top - edge, right: right + edge, bottom: y + edge });
        }
      }
      open = null;
    }
  }
  return bands.slice(0, mostMissed).map((band) => ({
    left: Math.max(0, band.left),
    top: Math.max(0, band.top),
    right: Math.min(width, band.right),
    bottom: Math.min(height, band.bottom),
  }));
}

function sidesOf(
  free: Uint8Array,
  width: number,
  top: number,
  bottom: number,
): { left: number; right: number } {
  let left = width;
  let right = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < width; x++) {
      if (free[y * width + x]! >= 128) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
    }
  }
  return { left, right };
}
