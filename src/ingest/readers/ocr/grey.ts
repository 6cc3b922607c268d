/** A greyscale image of a page, and operations on it: scaling, rotating, cropping. */

/** Row by row from the top left; 0 is black, 255 white. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A rectangle of pixels; `right` and `bottom` are exclusive. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function blankGrey(width: number, height: number): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Scales down by averaging pixels, up by interpolating between the four nearest. */
export function scaled(from: Grey, factor: number): Grey {
  const width = Math.max(1, Math.round(from.width * factor));
  const height = Math.max(1, Math.round(from.height * factor));
  if (width === from.width && height === from.height) return from;
  return factor < 1 ? shrunk(from, width, height) : turned(from, 0, width, height);
}

function shrunk(from: Grey, width: number, height: number): Grey {
  const data = new Uint8Array(width * height);
  // First along the rows, then along the columns: each pixel counts by its part inside the new one.
  const rows = new Float32Array(width * from.height);
  const across = from.width / width;
  for (let x = 0; x < width; x++) {
    eachPart(x * across, (x + 1) * across, from.width, (i, share) => {
      for (let y = 0; y < from.height; y++) rows[y * width + x]! += share * from.data[y * from.width + i]!;
    });
  }
  const down = from.height / height;
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    eachPart(y * down, (y + 1) * down, from.height, (i, share) => {
      for (let x = 0; x < width; x++) sums[x]! += share * rows[i * width + x]!;
    });
    for (let x = 0; x < width; x++) data[y * width + x] = sums[x]! / (across * down) + 0.5;
  }
  return { width, height, data };
}

function eachPart(start: number, end: number, size: number, add: (i: number, share: number) => void): void {
  const last = Math.min(size, Math.ceil(end - 1e-6));
  for (let i = Math.floor(start); i < last; i++) {
    add(i, Math.min(end, i + 1) - Math.max(start, i));
  }
}

/** Rotated by `degrees` (counter-clockwise) around its centre; areas from outside are white. */
export function turned(from: Grey, degrees: number, width = from.width, height = from.height): Grey {
  const out = blankGrey(width, height);
  const angle = (degrees * Math.PI) / 180;
  const scale = from.width / width;
  const cos = Math.cos(angle) * scale;
  const sin = Math.sin(angle) * scale;
  for (let y = 0; y < height; y++) {
    const dy = y + 0.5 - height / 2;
    for (let x = 0; x < width; x++) {
      const dx = x + 0.5 - width / 2;
      const u = from.width / 2 + cos * dx - sin * dy - 0.5;
      const v = from.height / 2 + sin * dx + cos * dy - 0.5;
      out.data[y * width + x] = between(from, u, v) + 0.5;
    }
  }
  return out;
}

/** The shade at a position between four pixels. */
export function between({ width, height, data }: Grey, u: number, v: number): number {
  if (u <= -1 || v <= -1 || u >= width || v >= height) return 255;
  const x = Math.floor(u);
  const y = Math.floor(v);
  const x0 = Math.max(0, x);
  const x1 = Math.min(width - 1, x + 1);
  const y0 = Math.max(0, y) * width;
  const y1 = Math.min(height - 1, y + 1) * width;
  const fx = u - x;
  const fy = v - y;
  const top = data[y0 + x0]! * (1 - fx) + data[y0 + x1]! * fx;
  const bottom = data[y1 + x0]! * (1 - fx) + data[y1 + x1]! * fx;
  return top * (1 - fy) + bottom * fy;
}

export function cut(from: Grey, rect: Rect): Grey {
  const left = Math.max(0, Math.floor(rect.left));
  const top = Math.max(0, Math.floor(rect.top));
  const width = Math.max(1, Math.min(from.width, Math.ceil(rect.right)) - left);
  const height = Math.max(1, Math.min(from.height, Math.ceil(rect.bottom)) - top);
  const out = blankGrey(width, height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * from.width + left;
    out.data.set(from.data.subarray(start, start + width), y * width);
  }
  return out;
}

/** Strokes one pixel thicker, to the right and below: each pixel as dark as the darkest of itself, left and above. */
export function thickened({ width, height, data }: Grey): Grey {
  const out = Uint8Array.from(data);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x > 0) out[i] = Math.min(out[i]!, data[i - 1]!);
      if (y > 0) out[i] = Math.min(out[i]!, data[i - width]!);
    }
  }
  return { width, height, data: out };
}

/** As a binary PGM file, which Tesseract reads from its input. */
export function toPgm({ width, height, data }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}

/** Pieces one below the other on white, with a margin of `gap` pixels around each; `starts` are their top edges. */
export function stacked(pieces: readonly Grey[], gap: number): { strip: Grey; starts: number[] } {
  const width = Math.max(...pieces.map((piece) => piece.width)) + 2 * gap;
  const height = pieces.reduce((sum, piece) => sum + piece.height + gap, gap);
  const strip = blankGrey(width, height);
  const starts: number[] = [];
  let y = gap;
  for (const piece of pieces) {
    starts.push(y);
    for (let row = 0; row < piece.height; row++) {
      const from = row * piece.width;
      strip.data.set(piece.data.subarray(from, from + piece.width), (y + row) * width + gap);
    }
    y += piece.height + gap;
  }
  return { strip, starts };
}
