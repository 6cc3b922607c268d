/**
 * Prepares a scan for recognition: the paper's own shade is divided out (as in Shi and Setlur, "Historical document
 * image enhancement using background light intensity normalization", ICPR 2004), noise is removed by a median filter if
 * there is any, and the image is binarised by local thresholds (Sauvola and Pietikäinen, "Adaptive document image
 * binarization", Pattern Recognition 33, 2000). Tesseract reads next to nothing on a raw grey scan.
 */
import type { Grey } from './grey.ts';
import { ocrThresholds } from './thresholds.ts';

/** Black on white. An image that already is comes back unchanged. */
export function cleaned(page: Grey): Grey {
  if (isClean(page)) return page;
  const even = withoutBackground(page);
  const calm = noiseOf(even) > ocrThresholds.noise ? median(even) : even;
  return blackOnWhite(calm);
}

/** Share of the pixels that are neither white nor black. */
function isClean({ data }: Grey): boolean {
  const { nearlyWhite, nearlyBlack, cleanGrey } = ocrThresholds;
  const step = Math.max(1, Math.floor(data.length / 200_000));
  let grey = 0;
  let seen = 0;
  for (let i = 0; i < data.length; i += step) {
    seen++;
    if (data[i]! < nearlyWhite && data[i]! > nearlyBlack) grey++;
  }
  return grey <= cleanGrey * seen;
}

/** Each pixel divided by the shade of the paper around it. */
export function withoutBackground(page: Grey): Grey {
  const { width, height, data } = page;
  const { cell, paperShare, darkestPaper } = ocrThresholds;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const paper = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      counts.fill(0);
      let seen = 0;
      for (let y = r * cell; y < Math.min(height, (r + 1) * cell); y++) {
        for (let x = c * cell; x < Math.min(width, (c + 1) * cell); x++) {
          counts[data[y * width + x]!]!++;
          seen++;
        }
      }
      let shade = 255;
      for (let brighter = 0; shade > 0; shade--) {
        brighter += counts[shade]!;
        if (brighter >= (1 - paperShare) * seen) break;
      }
      paper[r * columns + c] = shade;
    }
  }
  // If a cell is all ink, its neighbours show the paper.
  const shown = spread(paper, columns, rows);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const v = Math.max(0, Math.min(rows - 1, (y + 0.5) / cell - 0.5));
    const r0 = Math.floor(v);
    const r1 = Math.min(rows - 1, r0 + 1);
    for (let x = 0; x < width; x++) {
      const u = Math.max(0, Math.min(columns - 1, (x + 0.5) / cell - 0.5));
      const c0 = Math.floor(u);
      const c1 = Math.min(columns - 1, c0 + 1);
      const top = shown[r0 * columns + c0]! * (c0 + 1 - u) + shown[r0 * columns + c1]! * (u - c0);
      const bottom = shown[r1 * columns + c0]! * (c0 + 1 - u) + shown[r1 * columns + c1]! * (u - c0);
      const shade = Math.max(darkestPaper, top * (r0 + 1 - v) + bottom * (v - r0));
      out[y * width + x] = Math.min(255, (255 * data[y * width + x]!) / shade + 0.5);
    }
  }
  return { width, height, data: out };
}

/** The brightest value in each cell's neighbourhood, then a mean filter: a slowly changing shade. */
function spread(cells: Float32Array, columns: number, rows: number): Float32Array {
  const over = (from: Float32Array, of: (values: number[]) => number) => {
    const out = new Float32Array(from.length);
    for (let r = 0; r < rows; r++) {
      for (let c = 0; c < columns; c++) {
        const near: number[] = [];
        for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++) {
          for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++)
            near.push(from[y * columns + x]!);
        }
        out[r * columns + c] = of(near);
      }
    }
    return out;
  };
  const bright = over(cells, (near) => Math.max(...near));
  return over(bright, (near) => near.reduce((sum, value) => sum + value, 0) / near.length);
}

/**
 * Standard deviation of the noise, by the difference of two Laplacians (Immerkær, "Fast noise variance estimation",
 * Computer Vision and Image Understanding 64, 1996), over paper only: edges of letters would count as noise.
 */
export function noiseOf({ width, height, data }: Grey): number {
  const { paperNoise } = ocrThresholds;
  let sum = 0;
  let seen = 0;
  for (let y = 1; y < height - 1; y += 3) {
    for (let x = 1; x < width - 1; x += 3) {
      const i = y * width + x;
      let darkest = 255;
      for (const at of [i - width - 1, i - width, i - width + 1, i - 1, i, i + 1])
        darkest = Math.min(darkest, data[at]!);
      for (const at of [i + width - 1, i + width, i + width + 1]) darkest = Math.min(darkest, data[at]!);
      if (darkest < paperNoise) continue;
      const corners =
        data[i - width - 1]! + data[i - width + 1]! + data[i + width - 1]! + data[i + width + 1]!;
      const sides = data[i - width]! + data[i + width]! + data[i - 1]! + data[i + 1]!;
      sum += Math.abs(corners - 2 * sides + 4 * data[i]!);
      seen++;
    }
  }
  return seen === 0 ? 0 : (Math.sqrt(Math.PI / 2) * sum) / (6 * seen);
}

/** The median of each pixel and its eight neighbours. */
export function median({ width, height, data }: Grey): Grey {
  const out = Uint8Array.from(data);
  const near = new Uint8Array(9);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      let n = 0;
      for (let dy = -width; dy <= width; dy += width) {
        const i = y * width + x + dy;
        for (let at = i - 1; at <= i + 1; at++) {
          // Insertion sort: there are only nine values.
          const value = data[at]!;
          let k = n++;
          while (k > 0 && near[k - 1]! > value) {
            near[k] = near[k - 1]!;
            k--;
          }
          near[k] = value;
        }
      }
      out[y * width + x] = near[4]!;
    }
  }
  return { width, height, data: out };
}

/**
 * A pixel is ink if it is darker than mean · (1 + k · (deviation / 128 − 1)) of the square around it. With the sums of
 * all pixels above and to the left (integral image), the mean of any square takes four steps.
 */
export function blackOnWhite({ width, height, data }: Grey): Grey {
  const { window, k } = ocrThresholds;
  const half = Math.max(7, Math.round((window * width) / 2));
  const wide = width + 1;
  const out = new Uint8Array(data.length);
  // Rows of sums that are still needed: the squares reach `half` rows up and down.
  const kept = 2 * half + 2;
  const sums = new Float64Array(kept * wide);
  const squares = new Float64Array(kept * wide);
  let filled = 0;
  const fill = (upTo: number) => {
    for (; filled < upTo; filled++) {
      const above = (filled % kept) * wide;
      const row = ((filled + 1) % kept) * wide;
      let sum = 0;
      let square = 0;
      for (let x = 0; x < width; x++) {
        const value = data[filled * width + x]!;
        sum += value;
        square += value * value;
        sums[row + x + 1] = sums[above + x + 1]! + sum;
        squares[row + x + 1] = squares[above + x + 1]! + square;
      }
    }
  };
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - half);
    const bottom = Math.min(height, y + half + 1);
    fill(bottom);
    const a = (top % kept) * wide;
    const b = (bottom % kept) * wide;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - half);
      const right = Math.min(width, x + half + 1);
      const points = (right - left) * (bottom - top);
      const mean = (sums[b + right]! - sums[b + left]! - sums[a + right]! + sums[a + left]!) / points;
      const square =
        (squares[b + right]! - squares[b + left]! - squares[a + right]! + squares[a + left]!) / points;
      const deviation = Math.sqrt(Math.max(0, square - mean * mean));
      const limit = mean * (1 + k * (deviation / 128 - 1));
      out[y * width + x] = data[y * width + x]! < limit ? 0 : 255;
    }
  }
  return { width, height, data: out };
}
