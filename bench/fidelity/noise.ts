/** What a scanner and its paper do to a page, the same each time: shade, blur, noise and skew. */
import { type Grey, turned } from '../../src/ingest/readers/ocr/grey.ts';

/** mulberry32 */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Skew of up to a degree, yellowing towards one side, ink that is not quite black, and noise of 14 shades. */
export function asScanned(page: Grey, seed: number): Grey {
  const next = random(seed);
  const askew = turned(page, 2 * next() - 1);
  const { width, height } = askew;
  const blurred = blur(askew);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const paper = 150 + 60 * (x / width) + 20 * Math.sin((3 * y) / height);
      const ink = 50;
      const noise = 14 * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      const shade = ink + ((paper - ink) * blurred.data[y * width + x]!) / 255 + noise;
      data[y * width + x] = Math.max(0, Math.min(255, shade));
    }
  }
  return { width, height, data };
}

function blur({ width, height, data }: Grey): Grey {
  const out = Uint8Array.from(data);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      let sum = 4 * data[i]!;
      for (const near of [i - 1, i + 1, i - width, i + width]) sum += 2 * data[near]!;
      for (const near of [i - width - 1, i - width + 1, i + width - 1, i + width + 1]) sum += data[near]!;
      out[i] = sum / 16;
    }
  }
  return { width, height, data: out };
}
