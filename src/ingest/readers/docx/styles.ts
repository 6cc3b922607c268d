/** Word's paragraph and character styles, with inheritance resolved. */
import { child, childrenOf, type XmlElement } from '../package/xml.ts';

export interface Style {
  id: string;
  /** English built-in name or the author's own, in lower case. */
  name: string;
  numId: string | null;
  ilvl: number | null;
  /** 0–8, or null. */
  outline: number | null;
  bold: boolean;
  vanish: boolean;
  /** In half-points. */
  size: number;
  centred: boolean;
}

const empty: Style = {
  ...{ id: '', name: '', numId: null, ilvl: null, outline: null },
  ...{ bold: false, vanish: false, size: 20, centred: false },
};

export const value = (element: XmlElement | undefined): string | null => element?.attributes['w:val'] ?? null;

/** A property that is on if it is present without a value: `<w:b/>`; off with 0, false, none or off. */
export function toggle(properties: XmlElement | undefined, name: string): boolean | null {
  const element = child(properties, name);
  return element ? !/^(?:0|false|off|none)$/u.test(value(element) ?? 'true') : null;
}

export const boldOf = (run: XmlElement | undefined): boolean | null => {
  const latin = toggle(run, 'w:b');
  const complex = toggle(run, 'w:bCs');
  return latin === null && complex === null ? null : latin === true || complex === true;
};

const integer = (text: string | null): number | null =>
  text !== null && /^-?\d+$/u.test(text) ? Number(text) : null;

const sizeOf = (run: XmlElement | undefined): number | null =>
  integer(value(child(run, 'w:szCs'))) ?? integer(value(child(run, 'w:sz')));

export class Styles {
  private readonly raw = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, Style>();
  private readonly defaultStyle: Style;

  constructor(root: XmlElement | null) {
    const defaults = child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.defaultStyle = { ...empty, size: sizeOf(defaults) ?? 20 };
    let normal: string | null = null;
    for (const style of childrenOf(root ?? undefined, 'w:style')) {
      const id = style.attributes['w:styleId'];
      if (id === undefined) continue;
      this.raw.set(id, style);
      const paragraph = style.attributes['w:type'] === 'paragraph';
      if (paragraph && /^(?:1|true|on)$/u.test(style.attributes['w:default'] ?? '')) normal = id;
    }
    if (normal !== null) this.defaultStyle = this.get(normal);
  }

  /** The default paragraph style for null and unknown ids. */
  get(id: string | null): Style {
    if (id === null) return this.defaultStyle;
    return this.resolve(id, new Set()) ?? this.defaultStyle;
  }

  /** For runs: null for an unknown style, because a run without one inherits its paragraph's. */
  character(id: string | null): Style | null {
    return id === null ? null : this.resolve(id, new Set());
  }

  private resolve(id: string, below: Set<string>): Style | null {
    const known = this.resolved.get(id);
    if (known) return known;
    const element = this.raw.get(id);
    if (!element || below.has(id)) return null;
    below.add(id);
    const base = value(child(element, 'w:basedOn'));
    const parent = (base === null ? null : this.resolve(base, below)) ?? this.defaultStyle ?? empty;
    const paragraph = child(element, 'w:pPr');
    const run = child(element, 'w:rPr');
    const numbering = child(paragraph, 'w:numPr');
    const style: Style = {
      id,
      name: (value(child(element, 'w:name')) ?? '').toLowerCase(),
      numId: value(child(numbering, 'w:numId')) ?? parent.numId,
      ilvl: integer(value(child(numbering, 'w:ilvl'))) ?? (numbering ? null : parent.ilvl),
      outline: integer(value(child(paragraph, 'w:outlineLvl'))) ?? parent.outline,
      bold: boldOf(run) ?? parent.bold,
      vanish: toggle(run, 'w:vanish') ?? parent.vanish,
      size: sizeOf(run) ?? parent.size,
      centred: (value(child(paragraph, 'w:jc')) ?? (parent.centred ? 'center' : '')) === 'center',
    };
    this.resolved.set(id, style);
    return style;
  }
}
