/**
 * What the page readers pass on: a drawn glyph with its letters, font, character code and position, and the classes of
 * letters that later steps ask about.
 */

/** A font as a document uses it; the same object for every glyph set in it. */
export interface Font {
  /** Name within the document, unique there. */
  id: string;
  /** PostScript name with its subset prefix, as in the file. */
  name: string;
  bold: boolean;
  /** 1/1000 for most fonts; Type 3 fonts have their own. */
  unit: number;
  vertical: boolean;
  /** Whether the file maps its codes to letters. */
  names(code: number): boolean;
  /** Whether a space is among the codes that it maps. */
  namesSpace: boolean;
}

/** A glyph after its text matrix is applied: in points, x to the right, y downwards along the page as read. */
export interface Glyph {
  /** Unicode of the glyph, one letter or several (ligatures), already in logical order; may be empty. */
  s: string;
  /** Character code in the font. */
  code: number;
  font: Font;
  x: number;
  y: number;
  /** Advance along the baseline, never negative. */
  w: number;
  /** Font size after all matrices. */
  size: number;
  /** Position in the content stream. */
  seq: number;
  /** The text object (or marked piece) of the content stream that it belongs to. */
  run: number;
  /** Angle of the baseline, in degrees, rounded. */
  angle: number;
  bold: boolean;
  /** The text came from an /ActualText, which is logical and correct as it is. */
  actual?: boolean;
}

/** White space of any kind, also a glyph without letters. */
export function isSpace(s: string): boolean {
  return s.trim() === '';
}

const mark = /^\p{M}+$/u;
/** Combining marks only: they belong to a neighbour and never separate words. */
export function isMark(s: string): boolean {
  const c = s.charCodeAt(0);
  if (c < 0x300) return false;
  return mark.test(s);
}

/** Letters of the Arabic script, presentation forms included; not its digits and punctuation. */
export function isArabicLetter(c: number): boolean {
  return (
    (c >= 0x0620 && c <= 0x064a) ||
    (c >= 0x066e && c <= 0x06d3) ||
    c === 0x06d5 ||
    (c >= 0x06ee && c <= 0x06ef) ||
    (c >= 0x06fa && c <= 0x06ff) ||
    (c >= 0x0750 && c <= 0x077f) ||
    (c >= 0x08a0 && c <= 0x08c9) ||
    (c >= 0xfb50 && c <= 0xfdff && c !== 0xfd3e && c !== 0xfd3f) ||
    (c >= 0xfe70 && c <= 0xfefc)
  );
}

/** Letters that do not join to the following letter. */
const rightJoining = new Set('اأإآٱدذرزژوؤةءىٲٳٵڈڌڎڑړڕۆۇۈۉۋەے'.split('').map((c) => c.charCodeAt(0)));
/** Whether this letter joins to the next one (so that a kashida may follow it). */
export function joinsForward(c: number): boolean {
  return c === 0x640 || (isArabicLetter(c) && !rightJoining.has(c));
}

/** Arabic presentation forms and Latin ligatures, which represent one or more plain letters. */
const presentation = /[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]/u;
/** Replaces presentation forms by letters; the isolated forms of marks lose the space under them. */
export function plainLetters(s: string): string {
  if (!presentation.test(s)) return s;
  return s.normalize('NFKC').replace(/ (?=\p{M})/gu, '');
}
