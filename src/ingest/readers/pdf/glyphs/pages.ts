/** One page at a time: its operator list from pdf.js, turned into upright glyphs. Nothing of a page is kept. */
import { OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IngestError } from '../../../document.ts';
import type { Objects } from '../open/objects.ts';
import { noProperties, type PageProperties, type Properties, pageProperties } from './actual-text.ts';
import { type OperatorList, walkContent } from './content.ts';
import { type Font, type Glyph, plainLetters } from './glyph.ts';
import type { Marks } from './marks.ts';
import { withoutOverlaid } from './overlaid.ts';
import { isPicture } from './pictures.ts';
import { type Rule, rulesOf } from './rules.ts';
import { savesTooDeep } from './saves.ts';
import type { Box } from './space.ts';
import { isUnnamed, unnamed } from './unmapped.ts';

/** What is used of pdf.js's font objects. */
interface PdfFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
  fontMatrix?: number[] | null;
  composite?: boolean;
  /** Letters by code; without `_map`, every code is its own letter. */
  toUnicode?: { _map?: (string | undefined)[] };
}

/** The codes that a font maps. Simple fonts without a map have an encoding, from which pdf.js has made one. */
function namesOf({ composite, toUnicode }: PdfFont): Pick<Font, 'names' | 'namesSpace'> {
  const map = toUnicode?._map;
  if (!map) return { names: () => !composite || !toUnicode, namesSpace: !composite };
  return { names: (code) => map[code] !== undefined, namesSpace: map.some((s) => s?.trim() === '') };
}

/** The page's visible box in its own space. */
function viewOf(page: PDFPageProxy): Box {
  const [a, b, c, d] = page.view as [number, number, number, number];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Maximum time for one page, in milliseconds; pages of text take about ten. */
const pageTime = 20_000;
/** After this time, a page is checked for constructs that would take all of it. */
const patience = 1000;

/** @throws IngestError `too_slow` if the page is not finished in time or would never be */
async function inTime<T>(work: Promise<T>, n: number, file: string, hopeless: () => boolean): Promise<T> {
  const timers: NodeJS.Timeout[] = [];
  const late = new Promise<never>((_, reject) => {
    const giveUp = (why: string) =>
      reject(
        new IngestError('too_slow', `Page ${n} of ${file} ${why}; leave it out, or print it to a new PDF`),
      );
    timers.push(setTimeout(() => giveUp(`was not read within ${pageTime / 1000} s`), pageTime));
    timers.push(
      setTimeout(() => {
        if (hopeless()) giveUp('saves its drawing state thousands of times and never restores it');
      }, patience),
    );
  });
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

export interface PageContent {
  /** In stream order. */
  glyphs: Glyph[];
  /** Pieces of the structure tree that they are in. */
  marks: Marks;
  view: Box;
  /** null if there are too many to be table borders. */
  rules: Rule[] | null;
  /** A scanned page, whose text is not in the file: the glyphs are its running header and footer. */
  picture: boolean;
  /** Object number of the page. */
  number: number | undefined;
}

export class PageReader {
  private readonly doc: PDFDocumentProxy;
  private readonly objects: () => Objects;
  private readonly properties: PageProperties;
  private readonly file: string;
  private readonly fonts = new Map<string, Font>();

  constructor(doc: PDFDocumentProxy, objects: () => Objects, file: string) {
    this.doc = doc;
    this.objects = objects;
    this.properties = pageProperties(objects);
    this.file = file;
  }

  /** Page `n`, from 1. */
  async read(n: number): Promise<PageContent> {
    const { file } = this;
    let page: PDFPageProxy;
    let list: OperatorList;
    try {
      page = await this.doc.getPage(n);
      const work = page.getOperatorList({ annotationMode: 0 });
      list = (await inTime(work, n, file, () => savesTooDeep(this.objects, page.ref?.num))) as OperatorList;
    } catch (error) {
      if (error instanceof IngestError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new IngestError('damaged_pdf', `Page ${n} of ${file} cannot be read (${reason}).`);
    }
    const view = viewOf(page);
    const { glyphs, marks } = walkContent(
      list,
      (name) => this.font(page, name),
      this.propertiesOf(page, list),
      view,
    );
    for (const g of glyphs) g.s = isUnnamed(g) ? unnamed : plainLetters(g.s);
    page.cleanup();
    const number = page.ref?.num;
    const picture = isPicture({ list, glyphs, view, number }, this.objects);
    return { glyphs: withoutOverlaid(glyphs), marks, view, rules: rulesOf(list), picture, number };
  }

  private propertiesOf(page: PDFPageProxy, list: OperatorList): Properties {
    const ref = page.ref;
    if (!ref || !list.fnArray.includes(OPS.beginMarkedContentProps)) return noProperties;
    return this.properties(ref.num);
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
        ...namesOf(data),
      };
      this.fonts.set(name, font);
    }
    return font;
  }
}
