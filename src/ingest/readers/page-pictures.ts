/**
 * Images as large as a page: scans that were inserted into a document. Their text is missing, and a warning says so, as
 * for a PDF.
 */
import type { Warning } from '../../report/index.ts';
import { markupThresholds } from './thresholds.ts';

/** An A4 page, in square millimetres. */
const page = 210 * 297;

/** Units per millimetre. */
const perMillimetre: Record<string, number> = {
  mm: 1,
  cm: 0.1,
  in: 1 / 25.4,
  pt: 72 / 25.4,
  pc: 6 / 25.4,
  px: 96 / 25.4,
  emu: 36_000,
};

/** `21cm`, `595.3pt`, `800`: a length in millimetres, 0 if it has none. A number without a unit is in `unit`. */
export function millimetres(length: string | undefined, unit: string): number {
  const found = /^\s*([0-9]+(?:\.[0-9]+)?)\s*([a-z]*)\s*$/u.exec(length ?? '');
  const per = found && perMillimetre[found[2] || unit];
  return per ? Number(found[1]) / per : 0;
}

/** Whether an image with these sides, in millimetres, is a scanned page. */
export const isPage = (width: number, height: number): boolean =>
  width * height >= markupThresholds.pagePicture * page;

export function pagesArePictures(count: number): Warning[] {
  if (count === 0) return [];
  return [
    {
      code: 'pages_are_pictures',
      message:
        `${count} of its pictures are as large as a page, and what is written on them is missing from the text: ` +
        'have them recognised (OCR) and ingest the file again',
    },
  ];
}
