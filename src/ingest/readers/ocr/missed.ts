/**
 * Lines that Tesseract leaves out of one reading but has in another. It leaves them out of every reading of that image,
 * even if they are cut out and read alone, but seldom at another resolution.
 */
import type { Rect } from './grey.ts';
import type { HocrLine } from './hocr.ts';
import { ocrThresholds } from './thresholds.ts';

/** Lines of `second` in positions where `first` has none. */
export function missedLines(first: readonly HocrLine[], second: readonly HocrLine[]): HocrLine[] {
  return second.filter((line) => !first.some((other) => overlap(line, other)));
}

function overlap(a: Rect, b: Rect): boolean {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > ocrThresholds.sameLine * Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** All of them, each before the first line below it. */
export function withMissed(lines: readonly HocrLine[], missed: Iterable<HocrLine>): HocrLine[] {
  const out = [...lines];
  for (const line of missed) {
    const at = out.findIndex(
      (other) => other.base > line.base && other.left < line.right && line.left < other.right,
    );
    out.splice(at < 0 ? out.length : at, 0, line);
  }
  return out;
}
