/**
 * The skew of a page: the angle at which its ink gathers into the sharpest rows (projection profiles, Postl 1986;
 * searched from coarse to fine).
 */
import { type Grey, scaled, turned } from './grey.ts';
import { ocrThresholds } from './thresholds.ts';

/**
 * Degrees, counter-clockwise, by which the page must be rotated; 0 if it is straight enough. `page`: black on white.
 */
export function skewOf(page: Grey): number {
  const { mostSkew, leastSkew, skewWidth } = ocrThresholds;
  const small = page.width > skewWidth ? scaled(page, skewWidth / page.width) : page;
  const ink = inkOf(small);
  if (ink.length < 2 * 200) return 0;
  let best = 0;
  let step = 0.5;
  let sharpest = sharpness(ink, small, 0);
  for (let reach = mostSkew; step >= 0.05; reach = step, step /= 3) {
    const around = best;
    for (let angle = around - reach; angle <= around + reach + 1e-9; angle += step) {
      const sharp = sharpness(ink, small, angle);
      if (sharp > sharpest * (1 + 1e-9)) {
        sharpest = sharp;
        best = angle;
      }
    }
  }
  return Math.abs(best) < leastSkew ? 0 : best;
}

export const straightened = (page: Grey, degrees: number): Grey =>
  degrees === 0 ? page : turned(page, degrees);

/** x and y of dark pixels, alternating. */
function inkOf({ width, height, data }: Grey): Float32Array {
  const found: number[] = [];
  for (let i = 0; i < width * height; i++) if (data[i]! < 128) found.push(i % width, Math.floor(i / width));
  return Float32Array.from(found);
}

/** Sum of squares of the ink in each row after rotating the page. */
function sharpness(ink: Float32Array, { width, height }: Grey, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Float32Array(height + 2 * width);
  for (let i = 0; i < ink.length; i += 2) {
    rows[Math.round(ink[i + 1]! + slope * (width / 2 - ink[i]!)) + width]!++;
  }
  let sum = 0;
  for (const row of rows) sum += row * row;
  return sum;
}
