/**
 * Word's automatic numbers, counted as Word counts them: all lists of one abstract definition share their counters,
 * so an interrupted list goes on; a `startOverride` restarts it the first time its list is used; a level starts
 * again after a higher one (ECMA-376 part 1, 17.9).
 */
import { formatNumber } from '../number-format.ts';
import { child, childrenOf, type XmlElement } from '../package/xml.ts';
import { toggle, value } from './styles.ts';

interface Level {
  start: number;
  format: string;
  /** `%1 -`, `(%2)`; a bullet's character. */
  text: string;
  /** The level after which this one starts again, from 1; 0: never; null: after any higher one. */
  restart: number | null;
  /** All parts in decimal digits. */
  legal: boolean;
  /** Paragraph style bound to this level. */
  style: string | null;
}

interface Override {
  start: number | null;
  level: Level | null;
}

interface Num {
  abstract: string;
  overrides: Map<number, Override>;
}

export interface AutomaticLabel {
  /** As printed, '' for a level that prints nothing. */
  text: string;
  /** From 0. */
  level: number;
  /** The counters' name: one list, however often it is interrupted. */
  list: string;
}

const number = (text: string | null | undefined): number | null =>
  text !== null && text !== undefined && /^\d+$/u.test(text) ? Number(text) : null;

function readLevel(element: XmlElement): Level {
  // Newer formats stand in an AlternateContent, with a plain one beside for older readers.
  const format =
    child(element, 'w:numFmt') ??
    child(child(child(element, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt');
  return {
    start: number(value(child(element, 'w:start'))) ?? 0,
    format: value(format) ?? 'decimal',
    text: value(child(element, 'w:lvlText')) ?? '',
    restart: number(value(child(element, 'w:lvlRestart'))),
    legal: toggle(element, 'w:isLgl') ?? false,
    style: value(child(element, 'w:pStyle')),
  };
}

export class Numbering {
  private readonly abstracts = new Map<string, { levels: Map<number, Level>; numStyle: string | null }>();
  private readonly byStyleLink = new Map<string, string>();
  private readonly nums = new Map<string, Num>();
  /** Last value of each level of each list; null: not started. */
  private readonly counters = new Map<string, (number | null)[]>();
  private readonly overridden = new Set<string>();

  constructor(root: XmlElement | null) {
    for (const element of childrenOf(root ?? undefined, 'w:abstractNum')) {
      const id = element.attributes['w:abstractNumId'] ?? '';
      const levels = new Map<number, Level>();
      for (const level of childrenOf(element, 'w:lvl')) {
        levels.set(number(level.attributes['w:ilvl']) ?? 0, readLevel(level));
      }
      this.abstracts.set(id, { levels, numStyle: value(child(element, 'w:numStyleLink')) });
      const link = value(child(element, 'w:styleLink'));
      if (link !== null) this.byStyleLink.set(link, id);
    }
    for (const element of childrenOf(root ?? undefined, 'w:num')) {
      const overrides = new Map<number, Override>();
      for (const override of childrenOf(element, 'w:lvlOverride')) {
        const level = child(override, 'w:lvl');
        overrides.set(number(override.attributes['w:ilvl']) ?? 0, {
          start: number(value(child(override, 'w:startOverride'))),
          level: level ? readLevel(level) : null,
        });
      }
      const abstract = value(child(element, 'w:abstractNumId')) ?? '';
      this.nums.set(element.attributes['w:numId'] ?? '', { abstract, overrides });
    }
  }

  /** The level that a list binds to a paragraph style, or null. */
  levelOfStyle(numId: string, style: string): number | null {
    const num = this.nums.get(numId);
    const abstract = num ? this.abstracts.get(this.abstractOf(num)) : undefined;
    for (const [i, level] of abstract?.levels ?? []) if (level.style === style) return i;
    return null;
  }

  /** Counts one paragraph of list `numId` at level `ilvl` and gives its label; null for an unknown list. */
  next(numId: string, ilvl: number): AutomaticLabel | null {
    const num = this.nums.get(numId);
    if (!num || ilvl < 0 || ilvl > 8) return null;
    const list = this.abstractOf(num);
    const abstract = this.abstracts.get(list);
    if (!abstract) return null;
    const level = (i: number) => num.overrides.get(i)?.level ?? abstract.levels.get(i);
    const own = level(ilvl);
    if (!own) return null;
    const values = this.valuesOf(list);
    const start = num.overrides.get(ilvl)?.start ?? null;
    const first = !this.overridden.has(`${numId}/${ilvl}`);
    this.overridden.add(`${numId}/${ilvl}`);
    const last = values[ilvl] ?? null;
    values[ilvl] = start !== null && first ? start : last === null ? (start ?? own.start) : last + 1;
    for (let i = ilvl + 1; i < 9; i++) {
      const restart = level(i)?.restart ?? null;
      if (restart === null || (restart > 0 && ilvl < restart)) values[i] = null;
    }
    return { text: this.print(own, values, level), level: ilvl, list };
  }

  private valuesOf(list: string): (number | null)[] {
    const known = this.counters.get(list);
    if (known) return known;
    const values = new Array<number | null>(9).fill(null);
    this.counters.set(list, values);
    return values;
  }

  private print(
    own: Level,
    values: readonly (number | null)[],
    level: (i: number) => Level | undefined,
  ): string {
    if (own.format === 'bullet') return /[\uE000-\uF8FF]/u.test(own.text) ? '•' : own.text;
    if (own.format === 'none' && !/%/u.test(own.text)) return own.text;
    return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const i = Number(digit) - 1;
      const part = level(i);
      const shown = values[i] ?? part?.start ?? 1;
      return formatNumber(shown, own.legal ? 'decimal' : (part?.format ?? 'decimal'));
    });
  }

  /** Follows a link to a numbering style to the definition that bears it. */
  private abstractOf(num: Num): string {
    const link = this.abstracts.get(num.abstract)?.numStyle;
    return (link !== null && link !== undefined ? this.byStyleLink.get(link) : undefined) ?? num.abstract;
  }
}
