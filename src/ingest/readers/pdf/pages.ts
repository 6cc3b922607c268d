/**
 * One page at a time: its operator list from pdf.js, turned into upright glyphs. Nothing of a page is kept.
 */
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IngestError } from '../../document.ts';
import type { ActualTexts } from './actual-text.ts';
import { type OperatorList, walkContent } from './content.ts';
import { type Font, type Glyph, plainLetters } from './glyph.ts';
import { withoutOverlaid } from './overlaid.ts';
import type { Box } from './space.ts';

/** What is used of pdf.js's font objects. */
interface PdfFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  fontMatrix?: number[] | null;
}

const noTexts: ReadonlyMap<number, string> = new Map();

/** The page's visible box in its own space. */
function viewOf(page: PDFPageProxy): Box {
  const [a, b, c, d] = page.view as [number, number, number, number];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Most time for one page, in milliseconds; pages of text take some ten. */
const pageTime = 20_000;

/** @throws IngestError `too_slow` when the page is not done in time. */
async function inTime<T>(work: Promise<T>, n: number, file: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const message = `Page ${n} of ${file} was not read within ${pageTime / 1000} s; leave it out or print it anew.`;
      reject(new IngestError('too_slow', message));
    }, pageTime);
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

export class PageReader {
  private readonly doc: PDFDocumentProxy;
  private readonly texts: ActualTexts;
  private readonly file: string;
  private readonly fonts = new Map<string, Font>();

  constructor(doc: PDFDocumentProxy, texts: ActualTexts, file: string) {
    this.doc = doc;
    this.texts = texts;
    this.file = file;
  }

  /** Glyphs of page `n` (from 1) in stream order. */
  async glyphs(n: number): Promise<Glyph[]> {
    const { file } = this;
    let page: PDFPageProxy;
    let list: OperatorList;
    try {
      page = await this.doc.getPage(n);
      list = (await inTime(page.getOperatorList({ annotationMode: 0 }), n, file)) as OperatorList;
    } catch (error) {
      if (error instanceof IngestError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new IngestError('damaged_pdf', `Page ${n} of ${file} cannot be read (${reason}).`);
    }
    const glyphs = walkContent(list, (name) => this.font(page, name), this.actual(page, list), viewOf(page));
    for (const g of glyphs) g.s = plainLetters(g.s);
    page.cleanup();
    return withoutOverlaid(glyphs);
  }

  private actual(page: PDFPageProxy, list: OperatorList): ReadonlyMap<number, string> {
    const ref = page.ref;
    if (!ref || !list.fnArray.includes(OPS.beginMarkedContentProps)) return noTexts;
    return this.texts(ref.num);
  }

  private font(page: PDFPageProxy, name: string): Font {
    let font = this.fonts.get(name);
    if (!font) {
      const data = (page.commonObjs.has(name) ? page.commonObjs.get(name) : {}) as PdfFont;
      font = {
        id: name,
        name: data.name ?? name,
        bold: Boolean(data.bold || data.black) || /bold|black|heavy/i.test(data.name ?? ''),
        unit: data.fontMatrix?.[0] || 0.001,
        vertical: Boolean(data.vertical),
      };
      this.fonts.set(name, font);
    }
    return font;
  }
}
