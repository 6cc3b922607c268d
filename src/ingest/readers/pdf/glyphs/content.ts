/**
 * Walks a page's operator list and returns its glyphs with their positions. Follows the text state as defined in ISO
 * 32000-1 §9.3–9.4 (and as pdf.js applies it when it draws): matrices, spacing, scaling, rise.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Properties, replaceText } from './actual-text.ts';
import type { Font, Glyph } from './glyph.ts';
import { artifact, Marks, unmarked } from './marks.ts';
import { type Box, type Matrix, multiply, narrowed, visible } from './space.ts';

/** The parts of pdf.js's operator list that are used here. */
export interface OperatorList {
  fnArray: number[];
  argsArray: unknown[];
}

/** What pdf.js puts into the arguments of a text-showing operator, besides numbers. */
interface PdfGlyph {
  originalCharCode: number;
  unicode: string;
  width: number;
  isSpace: boolean;
  vmetric: number[] | null;
}

interface State {
  ctm: Matrix;
  font: Font | null;
  size: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  /** Filled and stroked: how writers embolden a font that has no bold face (ISO 32000-1 table 106, mode 2). */
  stroked: boolean;
  /** The visible part of the page; a clip path counts by its bounds. */
  clip: Box;
}

/** Pages with more glyphs than this are cut off: no page of text has so many, and sorting must stay bounded. */
export const maxGlyphs = 200_000;

/**
 * The glyphs of one page, in stream order, y downwards in the page's own (unrotated) space. `properties` gives the text
 * of the marked content that begins at the n-th marked-content operator with properties, if it has one; its first glyph
 * then carries the whole text. `view` is the page's box: what is outside it, or outside the clip path, is invisible and
 * is left out. `marks` says which piece of the structure tree a glyph is in; glyphs in a form count with the piece
 * around the form.
 */
export function walkContent(
  list: OperatorList,
  fontOf: (name: string) => Font,
  properties: Properties,
  view: Box,
): { glyphs: Glyph[]; marks: Marks } {
  const glyphs: Glyph[] = [];
  const marks = new Marks();
  const stack: State[] = [];
  let state: State = {
    ctm: [1, 0, 0, 1, 0, 0],
    font: null,
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    stroked: false,
    clip: view,
  };
  let tm: Matrix = [1, 0, 0, 1, 0, 0];
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let run = 0;
  let marked = 0;
  let formDepth = 0;
  let clipping = false;
  /** The mark around each open piece. */
  const markedStack: number[] = [];
  let mark = unmarked;
  let actual: { text: string; from: number; depth: number } | null = null;

  const setMark = (own: number) => {
    if (own === mark) return;
    mark = own;
    marks.set(glyphs.length, own);
  };

  const moveText = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  const setFont = (name: string, size: number) => {
    state.font = fontOf(name);
    state.direction = size < 0 ? -1 : 1;
    state.size = Math.abs(size);
  };

  const show = (items: (PdfGlyph | number)[]) => {
    const { font, size, direction } = state;
    if (!font || size === 0) return;
    const m = multiply(state.ctm, tm);
    const hScale = state.scale * direction;
    const ax = m[0] * direction;
    const ay = m[1] * direction;
    const along = Math.hypot(m[0], m[1]);
    const effective = size * Math.hypot(m[2], m[3]);
    const angle = Math.round((Math.atan2(ay, ax) * 180) / Math.PI);
    let pen = 0;
    for (const item of items) {
      if (typeof item === 'number') {
        pen -= (item * size) / 1000;
        continue;
      }
      const spacing = (item.isSpace ? state.wordSpacing : 0) + state.charSpacing;
      const advance = item.width * size * font.unit;
      const px = x + (font.vertical ? 0 : pen * hScale);
      const py = y + (font.vertical ? pen : 0) + state.rise;
      const width = font.vertical ? size : advance * state.scale;
      const glyph: Glyph = {
        s: item.unicode,
        code: item.originalCharCode,
        font,
        x: m[0] * px + m[2] * py + m[4],
        y: -(m[1] * px + m[3] * py + m[5]),
        w: Math.abs(width * along),
        size: effective,
        seq: glyphs.length,
        run,
        angle: angle === -180 ? 180 : angle,
        bold: font.bold || state.stroked,
      };
      pen += font.vertical ? -Math.abs(advance) - spacing : advance + spacing * direction;
      if (glyphs.length < maxGlyphs && visible(glyph, state.clip)) glyphs.push(glyph);
    }
    if (font.vertical) y += pen;
    else x += pen * hScale;
  };

  for (let i = 0; i < list.fnArray.length; i++) {
    const args = list.argsArray[i] as never[];
    switch (list.fnArray[i]) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, args as unknown as number[]);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        formDepth++;
        if (args[0]) state.ctm = multiply(state.ctm, args[0]);
        break;
      case OPS.paintFormXObjectEnd:
        formDepth--;
        state = stack.pop() ?? state;
        break;
      case OPS.clip:
      case OPS.eoClip:
        clipping = true;
        break;
      case OPS.constructPath:
        if (clipping) state.clip = narrowed(state.clip, state.ctm, args[2]);
        clipping = false;
        break;
      case OPS.beginText:
        tm = [1, 0, 0, 1, 0, 0];
        x = y = lineX = lineY = 0;
        run++;
        break;
      case OPS.setTextMatrix: {
        // Given as one array-like object or as six numbers, depending on the release of pdf.js.
        const m = (args.length === 1 ? args[0] : args) as unknown as ArrayLike<number>;
        tm = [m[0]!, m[1]!, m[2]!, m[3]!, m[4]!, m[5]!];
        x = y = lineX = lineY = 0;
        break;
      }
      case OPS.moveText:
        moveText(args[0]!, args[1]!);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -args[1]!;
        moveText(args[0]!, args[1]!);
        break;
      case OPS.nextLine:
        moveText(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = args[0]!;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0]!;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0]!;
        break;
      case OPS.setHScale:
        state.scale = args[0]! / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0]!;
        break;
      case OPS.setTextRenderingMode:
        state.stroked = args[0] === 2;
        break;
      case OPS.setFont:
        setFont(args[0]!, args[1]!);
        break;
      case OPS.setGState:
        for (const [key, value] of args[0]! as [string, never][]) {
          if (key === 'Font') setFont(value[0]!, value[1]!);
        }
        break;
      case OPS.beginMarkedContent:
        markedStack.push(mark);
        if (isArtifact(args?.[0])) setMark(artifact);
        break;
      case OPS.beginMarkedContentProps: {
        markedStack.push(mark);
        // Only operators of the page's own stream are counted: those of forms have no key in the maps.
        const n = formDepth === 0 ? marked++ : -1;
        const number = formDepth === 0 ? (args[1] ?? properties.numbers.get(n)) : null;
        if (isArtifact(args[0])) setMark(artifact);
        else if (isIdentifier(number)) setMark(number);
        const text = properties.texts.get(n);
        if (text !== undefined && !actual) {
          actual = { text, from: glyphs.length, depth: markedStack.length };
          run++;
        }
        break;
      }
      case OPS.endMarkedContent:
        if (actual && actual.depth === markedStack.length) {
          replaceText(glyphs, actual.from, actual.text);
          actual = null;
          run++;
        }
        setMark(markedStack.pop() ?? unmarked);
        break;
      case OPS.showText:
        show(args[0]!);
        break;
    }
  }
  return { glyphs, marks };
}

/** pdf.js gives a tag as its name, or as an object with the name. */
const isArtifact = (tag: unknown): boolean =>
  tag === 'Artifact' || (tag as { name?: unknown } | undefined)?.name === 'Artifact';

const isIdentifier = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
