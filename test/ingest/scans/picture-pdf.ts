/** PDFs whose pages are images, made from pixels or from a stream that something else encoded. */
import { deflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** The stream and the entries that say how it is encoded. */
  data: Uint8Array;
  entries: string;
}

/** What is drawn on a page, in points, by matrix; `/I0`, `/I1` … are its images. */
export interface PicturePage {
  pictures: Picture[];
  content: string;
  width?: number;
  height?: number;
  rotate?: number;
}

export const grey = (width: number, height: number, data: Uint8Array): Picture => ({
  width,
  height,
  data: deflateSync(data),
  entries: '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode',
});

/** One image that fills the page. */
export const fullPage = (picture: Picture, width = 600, height = 800): PicturePage => ({
  pictures: [picture],
  content: `q ${width} 0 0 ${height} 0 0 cm /I0 Do Q`,
  width,
  height,
});

export function picturePdf(pages: readonly PicturePage[]): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (data: Buffer) => {
    parts.push(data);
    length += data.length;
  };
  const object = (body: string, stream?: Uint8Array): number => {
    offsets.push(length);
    const number = offsets.length;
    put(Buffer.from(`${number} 0 obj\n${body}`, 'latin1'));
    if (stream) {
      put(Buffer.from('\nstream\n'));
      put(Buffer.from(stream));
      put(Buffer.from('\nendstream'));
    }
    put(Buffer.from('\nendobj\n'));
    return number;
  };
  put(Buffer.from('%PDF-1.7\n'));
  object('<< /Type /Catalog /Pages 2 0 R >>');
  // The page tree names the pages after it: their numbers are known beforehand.
  const numbers: number[] = [];
  let next = 4;
  for (const page of pages) {
    next += page.pictures.length + 1;
    numbers.push(next);
    next++;
  }
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] >>`);
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const { pictures, content, width = 600, height = 800, rotate = 0 } of pages) {
    const images = pictures.map((one) =>
      object(
        `<< /Type /XObject /Subtype /Image /Width ${one.width} /Height ${one.height} ${one.entries} /Length ${one.data.length} >>`,
        one.data,
      ),
    );
    const stream = Buffer.from(content);
    const contents = object(`<< /Length ${stream.length} >>`, stream);
    const named = images.map((n, i) => `/I${i} ${n} 0 R`).join(' ');
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${contents} 0 R ` +
        `/Resources << /Font << /L 3 0 R >> /XObject << ${named} >> >> >>`,
    );
  }
  const start = length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  put(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`));
  put(Buffer.from(`trailer << /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
