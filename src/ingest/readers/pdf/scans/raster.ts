/**
 * The images of a page drawn into one in shades of grey, as they appear on the page: strips are put together and
 * rotated pages turned upright. pdf.js decodes them (JPEG, JPEG 2000, JBIG2, CCITT, Flate, in any colours); text, lines
 * and clip paths are not drawn.
 */
import { ImageKind, OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { between, blankGrey, type Grey } from '../../ocr/grey.ts';
import { DrawingSpace } from '../glyphs/drawing-space.ts';
import type { Matrix } from '../glyphs/space.ts';
import { scanThresholds } from './thresholds.ts';

export interface Raster {
  grey: Grey;
  /** Pixels of the image per point (1/72 inch) of the page. */
  scale: number;
  /** The page as displayed, in points. */
  width: number;
  height: number;
  /** Images that could not be decoded, or are too large. */
  lost: number;
}

/** What pdf.js gives for a decoded image. */
interface Decoded {
  width: number;
  height: number;
  kind?: number;
  data?: Uint8Array | Uint8ClampedArray;
}

/** An image and its position: the unit square through the matrix. */
interface Drawn {
  matrix: Matrix;
  /** null: lost. A mask's ink is drawn in `ink`. */
  picture: Shades | null;
}

/** Shades of an image and how much of it covers what is under it. */
interface Shades {
  grey: Grey;
  /** null: all of it. */
  cover: Grey | null;
}

type Args = ArrayLike<unknown> | null;

export async function rasterOf(page: PDFPageProxy): Promise<Raster> {
  const list = await page.getOperatorList({ annotationMode: 0 });
  const view = page.getViewport({ scale: 1 });
  const { width, height } = view;
  const drawn = await picturesOf(page, list.fnArray, list.argsArray as Args[], view.transform as Matrix);
  const there = drawn.flatMap(({ matrix, picture }) => (picture ? [{ matrix, ...picture }] : []));
  const scale = scaleFor(there, width, height);
  const grey = blankGrey(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  for (const one of there) draw(grey, one, scale);
  // An image that is too large is not even named.
  const area = there.reduce((sum, { matrix: m }) => sum + Math.abs(m[0] * m[3] - m[1] * m[2]), 0);
  const missing = area < scanThresholds.leastCover * width * height ? 1 : 0;
  return { grey, scale, width, height, lost: Math.max(missing, drawn.length - there.length) };
}

/** In drawing order. */
async function picturesOf(
  page: PDFPageProxy,
  operators: readonly number[],
  args: readonly Args[],
  start: Matrix,
): Promise<Drawn[]> {
  const out: Drawn[] = [];
  const space = new DrawingSpace(start);
  const inks: number[] = [];
  let ink = 0;
  const add = async (decoded: Decoded | null, mask: boolean) => {
    if (out.length >= scanThresholds.mostPictures) return;
    out.push({
      matrix: space.matrix,
      picture: decoded && (mask ? maskShades(decoded, ink) : shadesOf(decoded)),
    });
  };
  for (const [i, operator] of operators.entries()) {
    const given = args[i]!;
    space.follow(operator, given);
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) inks.push(ink);
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) ink = inks.pop() ?? ink;
    else if (operator === OPS.setFillRGBColor) ink = inkOf(given);
    else if (operator === OPS.paintImageXObject) await add(await object(page, String(given?.[0])), false);
    else if (operator === OPS.paintInlineImageXObject) await add(given?.[0] as Decoded, false);
    else if (operator === OPS.paintImageMaskXObject) {
      const mask = given?.[0] as Decoded & { data: unknown };
      const found = typeof mask.data === 'string' ? await object(page, mask.data) : mask;
      await add(found as Decoded | null, true);
    }
  }
  return out;
}

/** null if pdf.js could not decode it. */
function object(page: PDFPageProxy, id: string): Promise<Decoded | null> {
  const from = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    from.get(id, (found: Decoded | null) => resolve(found?.data ? found : null));
  });
}

const luma = (r: number, g: number, b: number): number => (77 * r + 150 * g + 29 * b) >> 8;

function inkOf(args: Args): number {
  const first = args?.[0];
  if (typeof first === 'string') {
    const value = Number.parseInt(first.slice(1), 16) || 0;
    return luma(value >> 16, (value >> 8) & 255, value & 255);
  }
  return luma(Number(first) || 0, Number(args?.[1]) || 0, Number(args?.[2]) || 0);
}

function shadesOf({ width, height, kind, data }: Decoded): Shades | null {
  const points = width * height;
  const grey = new Uint8Array(points);
  const from = data!;
  if (kind === ImageKind.GRAYSCALE_1BPP) unpack(from, width, height, grey);
  else if (kind === ImageKind.RGB_24BPP && from.length >= 3 * points) {
    for (let i = 0, k = 0; i < points; i++, k += 3) grey[i] = luma(from[k]!, from[k + 1]!, from[k + 2]!);
  } else if (kind === ImageKind.RGBA_32BPP && from.length >= 4 * points) {
    const cover = new Uint8Array(points);
    let whole = true;
    for (let i = 0, k = 0; i < points; i++, k += 4) {
      grey[i] = luma(from[k]!, from[k + 1]!, from[k + 2]!);
      cover[i] = from[k + 3]!;
      if (cover[i] !== 255) whole = false;
    }
    return { grey: { width, height, data: grey }, cover: whole ? null : { width, height, data: cover } };
  } else return null;
  return { grey: { width, height, data: grey }, cover: null };
}

/** A mask draws with the current ink where its bits are 0. */
function maskShades({ width, height, data }: Decoded, ink: number): Shades {
  const cover = new Uint8Array(width * height);
  unpack(data!, width, height, cover);
  for (let i = 0; i < cover.length; i++) cover[i] = 255 - cover[i]!;
  return {
    grey: { width, height, data: new Uint8Array(cover.length).fill(ink) },
    cover: { width, height, data: cover },
  };
}

/** Bits of rows that begin with a byte each; 1 is white. */
function unpack(bits: ArrayLike<number>, width: number, height: number, into: Uint8Array): void {
  const bytes = (width + 7) >> 3;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      into[y * width + x] = (bits[y * bytes + (x >> 3)]! >> (7 - (x & 7))) & 1 ? 255 : 0;
    }
  }
}

/** Pixels to draw for each point of the page: as many as the images have, within what recognition needs. */
function scaleFor(drawn: readonly (Shades & { matrix: Matrix })[], width: number, height: number): number {
  const { wantedDpi, longestPage, mostPoints } = scanThresholds;
  const long = Math.max(width, height);
  // Some scanners write one point of the page for each pixel of the image.
  const usual = long <= longestPage ? wantedDpi / 72 : (wantedDpi / 72) * (longestPage / long);
  const finest = Math.max(
    0,
    ...drawn.map(({ matrix, grey }) => {
      const area = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
      return area < 0.001 * width * height ? 0 : Math.sqrt((grey.width * grey.height) / area);
    }),
  );
  const fine = long <= longestPage ? usual : Math.max(usual, Math.min(finest, 1.5 * usual));
  return Math.min(fine, Math.sqrt(mostPoints / (width * height)));
}

function draw(page: Grey, { matrix, grey, cover }: Shades & { matrix: Matrix }, scale: number): void {
  const [a, b, c, d, e, f] = matrix.map((value) => value * scale) as Matrix;
  const determinant = a * d - b * c;
  if (!Number.isFinite(determinant) || Math.abs(determinant) < 1e-9) return;
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const right = Math.min(page.width, Math.ceil(Math.max(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const bottom = Math.min(page.height, Math.ceil(Math.max(...ys)));
  // Pixels of the image per pixel of the page, along each side: this many are sampled.
  const density = Math.sqrt((grey.width * grey.height) / Math.abs(determinant));
  const looks = density <= 1.2 ? 1 : Math.min(6, Math.ceil(density));
  const { width, height, data } = grey;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      let sum = 0;
      let weight = 0;
      for (let k = 0; k < looks * looks; k++) {
        const px = x + ((k % looks) + 0.5) / looks - e;
        const py = y + (Math.floor(k / looks) + 0.5) / looks - f;
        const u = (d * px - c * py) / determinant;
        const v = (a * py - b * px) / determinant;
        if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
        const sx = u * width;
        const sy = (1 - v) * height;
        const at = Math.min(height - 1, Math.floor(sy)) * width + Math.floor(sx);
        const share = cover ? cover.data[at]! / 255 : 1;
        const shade = looks === 1 ? between(grey, sx - 0.5, sy - 0.5) : data[at]!;
        sum += share * shade;
        weight += share;
      }
      if (weight === 0) continue;
      const i = y * page.width + x;
      page.data[i] = (sum + page.data[i]! * (looks * looks - weight)) / (looks * looks) + 0.5;
    }
  }
}
