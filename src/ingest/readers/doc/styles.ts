/** The style sheet ([MS-DOC] 2.9.271): names, inheritance, and the formatting that identifies headings. */
import type { WordFile } from './header.ts';
import { type Modifier, readModifiers } from './properties.ts';

export interface Look {
  bold: boolean;
  hidden: boolean;
  /** Half-points. */
  size: number;
}

export interface ParagraphLook {
  list: number | null;
  level: number | null;
  /** 0–8; 9 is plain text. */
  outline: number;
  centred: boolean;
}

export interface DocStyle extends Look, ParagraphLook {
  name: string;
  /** Built-in style: 1–9 headings, 62 title. */
  builtIn: number;
}

const base: DocStyle = {
  ...{ name: '', builtIn: -1, bold: false, hidden: false, size: 20 },
  ...{ list: null, level: null, outline: 9, centred: false },
};

/** A switch: off, on, as in the style (0x80), the opposite (0x81). */
function switched(operand: DataView, style: boolean): boolean {
  const value = operand.getUint8(0);
  return value === 0x80 ? style : value === 0x81 ? !style : value !== 0;
}

/** A run's formatting: its style's with the modifiers applied. */
export function applyToRun(look: Look, modifiers: readonly Modifier[]): Look {
  const result = { bold: look.bold, hidden: look.hidden, size: look.size };
  let latin: boolean | null = null;
  let complex: boolean | null = null;
  let complexSize: number | null = null;
  for (const { code, operand } of modifiers) {
    if (code === 0x0835) latin = switched(operand, look.bold);
    else if (code === 0x085c) complex = switched(operand, look.bold);
    else if (code === 0x083c) result.hidden = switched(operand, look.hidden);
    else if (code === 0x4a43) result.size = operand.getUint16(0, true);
    else if (code === 0x4a61) complexSize = operand.getUint16(0, true);
  }
  if (latin !== null || complex !== null) result.bold = latin === true || complex === true;
  result.size = complexSize ?? result.size;
  return result;
}

export function applyToParagraph(look: ParagraphLook, modifiers: readonly Modifier[]): ParagraphLook {
  const result = { list: look.list, level: look.level, outline: look.outline, centred: look.centred };
  for (const { code, operand } of modifiers) {
    if (code === 0x460b) result.list = operand.getUint16(0, true);
    else if (code === 0x260a) result.level = operand.getUint8(0);
    else if (code === 0x2640) result.outline = operand.getUint8(0);
    else if (code === 0x2403 || code === 0x2461) result.centred = operand.getUint8(0) === 1;
  }
  return result;
}

interface RawStyle {
  name: string;
  builtIn: number;
  kind: number;
  parent: number;
  paragraph: Modifier[];
  run: Modifier[];
}

export class DocStyles {
  private readonly raw: (RawStyle | null)[] = [];
  private readonly resolved = new Map<number, DocStyle>();

  constructor(word: WordFile) {
    const view = word.structure('styles');
    if (!view) return;
    const header = view.getUint16(0, true);
    const count = view.getUint16(2, true);
    const size = view.getUint16(4, true);
    let at = 2 + header;
    for (let i = 0; i < count && at + 2 <= view.byteLength; i++) {
      const length = view.getUint16(at, true);
      this.raw.push(length === 0 ? null : readStyle(view, at + 2, length, size));
      at += 2 + length;
    }
  }

  get(index: number, below: ReadonlySet<number> = new Set()): DocStyle {
    const known = this.resolved.get(index);
    if (known) return known;
    const raw = this.raw[index];
    if (!raw || below.has(index)) return base;
    const parent = raw.parent === 0xfff ? base : this.get(raw.parent, new Set([...below, index]));
    const style: DocStyle = {
      ...applyToRun(parent, raw.run),
      ...applyToParagraph(parent, raw.paragraph),
      name: raw.name,
      builtIn: raw.builtIn,
    };
    this.resolved.set(index, style);
    return style;
  }
}

function readStyle(view: DataView, start: number, length: number, size: number): RawStyle | null {
  const end = Math.min(start + length, view.byteLength);
  if (start + size + 2 > end) return null;
  const kind = view.getUint16(start + 2, true) & 0xf;
  const style: RawStyle = {
    name: '',
    builtIn: view.getUint16(start, true) & 0xfff,
    kind,
    parent: view.getUint16(start + 2, true) >> 4,
    paragraph: [],
    run: [],
  };
  let at = start + size;
  const letters = view.getUint16(at, true);
  at += 2;
  if (at + 2 * letters + 2 > end) return style;
  for (let i = 0; i < letters; i++) style.name += String.fromCharCode(view.getUint16(at + 2 * i, true));
  style.name = style.name.toLowerCase();
  at += 2 * letters + 2;
  const parts = kind === 1 ? 2 : kind === 2 ? 1 : 0;
  for (let part = 0; part < parts && at + 2 <= end; part++) {
    const bytes = view.getUint16(at, true);
    const first = at + 2;
    if (kind === 1 && part === 0) style.paragraph = readModifiers(view, first + 2, first + bytes);
    else style.run = readModifiers(view, first, first + bytes);
    // Each part begins at an even offset from the style's start.
    at = first + bytes + ((first + bytes - start) % 2);
  }
  return style;
}
