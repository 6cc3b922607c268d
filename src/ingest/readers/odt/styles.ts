/** Paragraph, text and list styles of an OpenDocument text, both automatic ones and those in styles.xml. */
import { child, isElement, type XmlElement } from '../package/xml.ts';

export interface OdtStyle {
  id: string;
  /** Display name of the nearest non-automatic style, in lower case. */
  name: string;
  bold: boolean;
  /** In points. */
  size: number;
  centred: boolean;
  hidden: boolean;
  listStyle: string | null;
  outline: number | null;
}

export interface ListLevel {
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** Number of levels that are printed, including this one. */
  display: number;
  /** `%1% -`, if the file has the whole format. */
  pattern: string | null;
  bullet: string | null;
}

interface RawStyle {
  element: XmlElement;
  automatic: boolean;
}

const base: OdtStyle = {
  ...{
    id: '',
    name: '',
    bold: false,
    size: 12,
    centred: false,
    hidden: false,
    listStyle: null,
    outline: null,
  },
};

export class OdtStyles {
  private readonly raw = new Map<string, RawStyle>();
  private readonly lists = new Map<string, Map<number, ListLevel>>();
  private readonly resolved = new Map<string, OdtStyle>();
  private readonly defaults = new Map<string, XmlElement>();
  /** Levels of the headings' own numbering. */
  readonly outline = new Map<number, ListLevel>();

  /** @param parts `office:styles` and `office:automatic-styles`, any number in any order */
  constructor(parts: readonly XmlElement[]) {
    for (const part of parts) {
      const automatic = part.name === 'office:automatic-styles';
      for (const element of part.children) if (isElement(element)) this.read(element, automatic);
    }
  }

  private read(element: XmlElement, automatic: boolean): void {
    const name = element.attributes['style:name'] ?? '';
    const family = element.attributes['style:family'] ?? '';
    if (element.name === 'style:style') this.raw.set(`${family}/${name}`, { element, automatic });
    else if (element.name === 'style:default-style') this.defaults.set(family, element);
    else if (element.name === 'text:list-style') this.lists.set(name, readLevels(element));
    else if (element.name === 'text:outline-style') {
      for (const [level, format] of readLevels(element)) this.outline.set(level, format);
    }
  }

  paragraph(name: string | undefined): OdtStyle {
    return this.resolve('paragraph', name ?? '', new Set());
  }

  /** For spans: null if the style does not mention boldness. */
  text(name: string | undefined): { bold: boolean | null; hidden: boolean; raised: boolean } {
    const properties = child(this.raw.get(`text/${name ?? ''}`)?.element, 'style:text-properties');
    return {
      bold: boldOf(properties),
      hidden: properties?.attributes['text:display'] === 'none',
      raised: /^(?:super|[1-9][0-9]*%)/u.test(properties?.attributes['style:text-position'] ?? ''),
    };
  }

  listLevel(style: string, level: number): ListLevel | null {
    return this.lists.get(style)?.get(level) ?? null;
  }

  private resolve(family: string, name: string, below: Set<string>): OdtStyle {
    const key = `${family}/${name}`;
    const known = this.resolved.get(key);
    if (known) return known;
    const raw = this.raw.get(key);
    if (!raw || below.has(key)) {
      const properties = child(this.defaults.get(family), 'style:text-properties');
      return { ...base, size: sizeOf(properties, base.size) ?? base.size };
    }
    below.add(key);
    const { element, automatic } = raw;
    const parent = this.resolve(family, element.attributes['style:parent-style-name'] ?? '', below);
    const text = child(element, 'style:text-properties');
    const paragraph = child(element, 'style:paragraph-properties');
    const alignment = paragraph?.attributes['fo:text-align'];
    const list = element.attributes['style:list-style-name'];
    const outline = element.attributes['style:default-outline-level'];
    const style: OdtStyle = {
      id: name,
      name: automatic ? parent.name : (element.attributes['style:display-name'] ?? name).toLowerCase(),
      bold: boldOf(text) ?? parent.bold,
      size: sizeOf(text, parent.size) ?? parent.size,
      centred: alignment === undefined ? parent.centred : alignment === 'center',
      hidden:
        text?.attributes['text:display'] === 'none' ||
        (text?.attributes['text:display'] === undefined && parent.hidden),
      listStyle: list === undefined ? parent.listStyle : list || null,
      outline: outline === undefined ? parent.outline : Number(outline) || null,
    };
    this.resolved.set(key, style);
    return style;
  }
}

function boldOf(properties: XmlElement | undefined): boolean | null {
  const weights = ['fo:font-weight', 'style:font-weight-complex'].map((name) => properties?.attributes[name]);
  const stated = weights.filter((weight) => weight !== undefined);
  return stated.length === 0 ? null : stated.some((weight) => /^(?:bold|[6-9]00)$/u.test(weight));
}

function sizeOf(properties: XmlElement | undefined, parent: number): number | null {
  const text = properties?.attributes['style:font-size-complex'] ?? properties?.attributes['fo:font-size'];
  const match = /^([0-9.]+)(pt|%)$/u.exec(text ?? '');
  if (!match) return null;
  return match[2] === '%' ? (parent * Number(match[1])) / 100 : Number(match[1]);
}

function readLevels(style: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of style.children) {
    if (!isElement(element) || element.attributes['text:level'] === undefined) continue;
    const { attributes } = element;
    const bullet = element.name.endsWith('bullet') || element.name.endsWith('image');
    levels.set(Number(attributes['text:level']), {
      format: attributes['style:num-format'] ?? '',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      start: Number(attributes['text:start-value'] ?? 1),
      display: Number(attributes['text:display-levels'] ?? 1),
      pattern: attributes['loext:num-list-format'] ?? null,
      bullet: bullet ? (attributes['text:bullet-char'] ?? '•') : null,
    });
  }
  return levels;
}
