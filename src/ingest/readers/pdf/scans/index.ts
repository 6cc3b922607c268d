/**
 * Pages that are images, read by Tesseract if the settings allow it. Pages are read one after the other, each with a
 * time limit; what cannot be read is reported and left out, never guessed.
 */
import type { Warning } from '../../../../report/index.ts';
import type { OcrOptions } from '../../../document.ts';
import { readPicture } from '../../ocr/page.ts';
import { checkTesseract, type Installed, OcrError } from '../../ocr/tesseract.ts';
import { ocrThresholds } from '../../ocr/thresholds.ts';
import type { TextLine } from '../lines/text-line.ts';
import { openPdf } from '../open/open.ts';
import { partRunning } from './furniture.ts';
import { type ScannedPage, toTextLines } from './lines.ts';
import { rasterOf } from './raster.ts';
import { scanThresholds } from './thresholds.ts';

export interface Scans {
  /** Lines of the pages that were read. */
  lines: ReadonlyMap<number, TextLine[]>;
  /** Their running headers and footers. */
  furniture: string[];
  warnings: Warning[];
  /** Why nothing was read, if nothing was: what Tesseract lacks, or what is wrong with the images. */
  failed: string | null;
}

/** Nothing recognised. */
export const noScans: Omit<Scans, 'failed'> = { lines: new Map(), furniture: [], warnings: [] };

/** Why a page was not read. */
interface Unread {
  page: number;
  reason: string;
}

/** `pictures`: page numbers, ascending. */
export async function readScans(
  bytes: Uint8Array,
  file: string,
  pictures: readonly number[],
  { known, onPage }: OcrOptions,
): Promise<Scans> {
  let installed: Installed;
  try {
    installed = await checkTesseract();
  } catch (error) {
    return { ...noScans, failed: asOcrError(error).message };
  }
  const read: ScannedPage[] = [];
  const unread: Unread[] = [];
  let failures = 0;
  for (let at = 0; at < pictures.length && failures < scanThresholds.failures; ) {
    const { doc, close } = await openPdf(bytes, file, scanThresholds.largestPicture);
    try {
      const group = pictures.slice(at, at + scanThresholds.pagesAtOnce);
      for (const n of group) {
        onPage?.(at, pictures.length);
        const reader = new ScanReader(n, known, installed.script);
        try {
          const scanned = await reader.read(await doc.getPage(n));
          failures = 0;
          if (typeof scanned === 'string') unread.push({ page: n, reason: scanned });
          else read.push(scanned);
        } catch (error) {
          failures++;
          unread.push({ page: n, reason: asOcrError(error).message });
        }
        at++;
        if (failures >= scanThresholds.failures) break;
      }
    } finally {
      await close();
    }
  }
  const tried = new Set([...read.map(({ page }) => page), ...unread.map(({ page }) => page)]);
  for (const page of pictures) {
    if (!tried.has(page)) unread.push({ page, reason: `not tried, because ${unread.at(-1)!.reason}` });
  }
  onPage?.(pictures.length, pictures.length);
  const lines = toTextLines(read);
  const furniture = partRunning(lines).map(({ text }) => text);
  const written = read.filter(({ page }) => lines.get(page)!.length > 0).map(({ page }) => page);
  const warnings = [
    ...(written.length > 0 ? [wereRecognised(written, installed.version)] : []),
    ...unreadable(unread),
  ];
  const failed = written.length > 0 ? null : (unread[0]?.reason ?? 'nothing is written on them');
  return { lines, furniture, warnings, failed };
}

const scanAgain = 'scan it again, in grey and at 300 dpi';

class ScanReader {
  private readonly n: number;
  private readonly known: OcrOptions['known'];
  private readonly script: Installed['script'];

  constructor(n: number, known: OcrOptions['known'], script: Installed['script']) {
    this.n = n;
    this.known = known;
    this.script = script;
  }

  /**
   * The page, or why it cannot be read.
   * @throws OcrError if it is Tesseract that fails
   */
  async read(page: Parameters<typeof rasterOf>[0]): Promise<ScannedPage | string> {
    const deadline = performance.now() + 1000 * scanThresholds.pageSeconds;
    const raster = await inTime(rasterOf(page), deadline);
    page.cleanup();
    if (raster.lost > 0) {
      const most = Math.round(scanThresholds.largestPicture / 1_000_000);
      return `its picture cannot be decoded, or has more than ${most} million pixels: ${scanAgain}`;
    }
    const { left, top } = originOf(page);
    const read = await readPicture(raster.grey, raster.scale * 72, {
      known: this.known,
      script: this.script,
      deadline,
    });
    const { pageWords, readablePage } = ocrThresholds;
    if (read.words >= pageWords && read.readable < readablePage)
      return `only ${Math.round(100 * read.readable)} % of its words could be recognised: ${scanAgain}`;
    return {
      page: this.n,
      origin: { left, top },
      raster: { scale: raster.scale, width: raster.width },
      read,
    };
  }
}

/** Where the page's box begins, as measured on text pages. */
function originOf(page: { view: number[]; rotate: number }): { left: number; top: number } {
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  return page.rotate % 180 === 0
    ? { left: Math.min(left, right), top: Math.max(bottom, top) }
    : { left: Math.min(bottom, top), top: Math.max(left, right) };
}

async function inTime<T>(work: Promise<T>, deadline: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new OcrError('too_slow', `its pictures were not decoded in time: ${scanAgain}`);
    timer = setTimeout(() => reject(error), Math.max(0, deadline - performance.now()));
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function asOcrError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

/** `1, 2, 5…`, at most twenty. */
export const named = (pages: readonly number[]): string =>
  pages.slice(0, 20).join(', ') + (pages.length > 20 ? '…' : '');

function wereRecognised(pages: readonly number[], version: string): Warning {
  return {
    code: 'pages_recognised',
    message:
      `${pages.length} page(s) are pictures (${named(pages)}) and were recognised by Tesseract ${version}: ` +
      'uncertain words are marked as doubtful',
  };
}

function unreadable(unread: readonly Unread[]): Warning[] {
  const reasons = new Map<string, number[]>();
  for (const { page, reason } of unread) reasons.set(reason, [...(reasons.get(reason) ?? []), page]);
  return [...reasons].map(([reason, pages]) => ({
    code: 'page_unreadable',
    message: `Page(s) ${named(pages)} are pictures that could not be read and are missing from the text: ${reason}`,
  }));
}
