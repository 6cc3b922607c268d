/** Unpacks a zipped document's parts within limits: a small file must not unpack to one that fills the memory. */
import { unzipSync } from 'fflate';
import { IngestError } from '../../document.ts';

export interface ZipLimits {
  /** Maximum unpacked size of a part, in bytes. */
  part: number;
  /** Maximum total of the unpacked parts, in bytes. */
  total: number;
  /** Maximum ratio of unpacked to packed size for a part above one megabyte. */
  ratio: number;
}

export const zipLimits: ZipLimits = { part: 200e6, total: 400e6, ratio: 250 };

/**
 * Unpacks the parts named by `wanted`.
 * @throws IngestError `damaged_file` for a broken archive, `zip_bomb` beyond the limits
 */
export function openZip(
  bytes: Uint8Array,
  file: string,
  wanted: (name: string) => boolean,
  limits: ZipLimits = zipLimits,
): Map<string, Uint8Array> {
  let total = 0;
  const bomb = (what: string) =>
    new IngestError(
      'zip_bomb',
      `${file} unpacks to ${what}: it is not an ordinary document and was not read`,
    );
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        if (originalSize > limits.part || total > limits.total)
          throw bomb(`more than ${limits.part / 1e6} MB`);
        if (originalSize > 1e6 && originalSize > size * limits.ratio)
          throw bomb(`${Math.round(originalSize / size)} times its size`);
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(
      'damaged_file',
      `${file} is damaged or cut off (${(error as Error).message}): download it again`,
    );
  }
}
