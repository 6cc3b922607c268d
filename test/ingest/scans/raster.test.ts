/** Images of a page drawn into one: strips, rotated pages, colours, masks and codecs. */
import { spawnSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPdf } from '../../../src/ingest/readers/pdf/open/open.ts';
import { withoutSideEffects } from '../../../src/ingest/readers/pdf/open/side-effects.ts';
import { fullPage, grey, type Picture, type PicturePage, picturePdf } from './picture-pdf.ts';

async function draw(page: PicturePage) {
  const { rasterOf } = await withoutSideEffects(
    () => import('../../../src/ingest/readers/pdf/scans/raster.ts'),
  );
  const { doc, close } = await openPdf(new Uint8Array(picturePdf([page])), 'a.pdf', 72_000_000);
  try {
    return await rasterOf(await doc.getPage(1));
  } finally {
    await close();
  }
}

/** Shades in the middle of a page's quarters: upper left and right, lower left and right. */
async function quarters(page: PicturePage): Promise<number[]> {
  const { grey: drawn } = await draw(page);
  return [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map(
      (x) => drawn.data[Math.floor(y * drawn.height) * drawn.width + Math.floor(x * drawn.width)]!,
    ),
  );
}

const [width, height] = [300, 400];
/** Four quarters, each of one shade or colour: row after row. */
function quartered(parts: readonly (readonly number[])[]): Uint8Array {
  const n = parts[0]!.length;
  const out = new Uint8Array(width * height * n);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const part = parts[2 * Number(y >= height / 2) + Number(x >= width / 2)]!;
      part.forEach((value, k) => {
        out[(y * width + x) * n + k] = value;
      });
    }
  }
  return out;
}
const shades = [[0], [80], [160], [255]];
const picture = (parts: readonly (readonly number[])[], space: string): Picture => ({
  width,
  height,
  data: deflateSync(quartered(parts)),
  entries: `/ColorSpace /${space} /BitsPerComponent 8 /Filter /FlateDecode`,
});
function near(found: readonly number[], wanted: readonly number[]): void {
  for (const [i, shade] of found.entries()) expect(Math.abs(shade - wanted[i]!)).toBeLessThan(8);
}

test('grey', async () => near(await quarters(fullPage(picture(shades, 'DeviceGray'))), [0, 80, 160, 255]));

test('RGB and CMYK by their brightness', async () => {
  const rgb = [
    [0, 0, 0],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 255],
  ];
  near(await quarters(fullPage(picture(rgb, 'DeviceRGB'))), [0, 77, 150, 255]);
  const cmyk = [
    [0, 0, 0, 255],
    [0, 0, 0, 0],
    [0, 0, 0, 255],
    [0, 0, 0, 0],
  ];
  const [black, white, ...rest] = await quarters(fullPage(picture(cmyk, 'DeviceCMYK')));
  expect(black).toBeLessThan(60);
  expect(white).toBeGreaterThan(240);
  expect(rest).toEqual([black, white]);
});

test('a rotated page is read upright', async () => {
  const page = { ...fullPage(picture(shades, 'DeviceGray')), rotate: 90 };
  // Rotated clockwise, the lower left becomes the upper left.
  near(await quarters(page), [160, 0, 255, 80]);
});

test('strips of one page are put together', async () => {
  const strip = (shade: number) => grey(300, 50, new Uint8Array(300 * 50).fill(shade));
  const page: PicturePage = {
    pictures: [strip(0), strip(100), strip(200), strip(255)],
    content: [0, 1, 2, 3].map((i) => `q 600 0 0 200 0 ${600 - 200 * i} cm /I${i} Do Q`).join(' '),
  };
  const { grey: drawn } = await draw(page);
  const middles = [0.125, 0.375, 0.625, 0.875].map(
    (y) => drawn.data[Math.floor(y * drawn.height) * drawn.width + 100]!,
  );
  near(middles, [0, 100, 200, 255]);
});

const bits = (mask: string): Picture => ({
  width: 8,
  height: 8,
  data: deflateSync(Uint8Array.from([240, 240, 240, 240, 15, 15, 15, 15])),
  entries: `${mask} /BitsPerComponent 1 /Filter /FlateDecode`,
});

test('one bit per pixel', async () => {
  near(await quarters(fullPage(bits('/ColorSpace /DeviceGray'))), [255, 0, 0, 255]);
});

test('a mask draws in the current ink', async () => {
  const mask = bits('/ImageMask true');
  near(await quarters(fullPage(mask)), [255, 0, 0, 255]);
  const page = fullPage(mask);
  near(await quarters({ ...page, content: `1 1 1 rg ${page.content}` }), [255, 255, 255, 255]);
});

const opj = spawnSync('opj_compress', ['-h']).error === undefined;
test.skipIf(!opj)('JPEG 2000 of more than 2,048 pixels keeps its size (needs opj_compress)', async () => {
  const { mkdtempSync, readFileSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'jp2-'));
  const [wide, high] = [2400, 3300];
  const data = Uint8Array.from({ length: wide * high }, (_, i) => ((i % wide) % 2 === 0 ? 0 : 255));
  writeFileSync(join(folder, 'a.pgm'), Buffer.concat([Buffer.from(`P5\n${wide} ${high}\n255\n`), data]));
  spawnSync('opj_compress', ['-i', join(folder, 'a.pgm'), '-o', join(folder, 'a.jp2')]);
  const jpx: Picture = {
    width: wide,
    height: high,
    data: readFileSync(join(folder, 'a.jp2')),
    entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode',
  };
  // One point of the page for each pixel of the image: at half the size, all would have one shade.
  const { grey: drawn, scale } = await draw(fullPage(jpx, (wide * 72) / 300, (high * 72) / 300));
  expect(scale).toBeCloseTo(300 / 72, 5);
  const row = drawn.data.subarray(1000 * wide + 1000, 1000 * wide + 1010);
  expect([...row].filter((shade) => shade < 40)).toHaveLength(5);
});
