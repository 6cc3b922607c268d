/**
 * Word's automatic numbers, counted like Word: all lists with the same abstract definition share their counters, so an
 * interrupted list continues; a list's own start value restarts it when the list is first used; a level restarts after
 * a higher one (ECMA-376 part 1, 17.9; [MS-DOC] 2.4.6.3).
 */
import { formatNumber } from './number-format.ts';

export interface ListLevel {
  start: number;
  /** Word's `numFmt` name. */
  format: string;
  /** `%1 -`, `(%2)`; a bullet's character. */
  text: string;
  /** The level after which this one restarts, from 1; 0: never; null: after any higher one. */
  restart: number | null;
  /** All parts in decimal digits. */
  legal: boolean;
  /** Paragraph style bound to this level. */
  style: string | null;
}

export interface LevelOverride {
  start: number | null;
  level: ListLevel | null;
}

/** A list that paragraphs refer to: an abstract definition and the list's changes to it. */
export interface WordList {
  abstract: string;
  overrides: Map<number, LevelOverride>;
}

export interface AutomaticLabel {
  /** As printed; '' for a level that prints nothing. */
  text: string;
  /** From 0. */
  level: number;
  /** The counters' name: the same for one list, however often it is interrupted. */
  list: string;
}

export class ListCounter {
  private readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;
  private readonly lists: ReadonlyMap<string, WordList>;
  /** Last value of each level of each abstract definition; null: not started. */
  private readonly counters = new Map<string, (number | null)[]>();
  private readonly overridden = new Set<string>();

  constructor(
    abstracts: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>,
    lists: ReadonlyMap<string, WordList>,
  ) {
    this.abstracts = abstracts;
    this.lists = lists;
  }

  /** The level that a list links to a paragraph style, or null. */
  levelOfStyle(list: string, style: string): number | null {
    const levels = this.abstracts.get(this.lists.get(list)?.abstract ?? '');
    for (const [i, level] of levels ?? []) if (level.style === style) return i;
    return null;
  }

  /** Counts one paragraph of a list at level `ilvl`, from 0, and returns its label; null for an unknown list. */
  next(list: string, ilvl: number): AutomaticLabel | null {
    const own = this.lists.get(list);
    const levels = own ? this.abstracts.get(own.abstract) : undefined;
    if (!own || !levels || ilvl < 0 || ilvl > 8) return null;
    const levelAt = (i: number) => own.overrides.get(i)?.level ?? levels.get(i);
    const level = levelAt(ilvl);
    if (!level) return null;
    const values = this.valuesOf(own.abstract);
    const start = own.overrides.get(ilvl)?.start ?? null;
    const first = !this.overridden.has(`${list}/${ilvl}`);
    this.overridden.add(`${list}/${ilvl}`);
    const last = values[ilvl] ?? null;
    values[ilvl] = start !== null && first ? start : last === null ? (start ?? level.start) : last + 1;
    for (let i = ilvl + 1; i < 9; i++) {
      const restart = levelAt(i)?.restart ?? null;
      if (restart === null || (restart > 0 && ilvl < restart)) values[i] = null;
    }
    return { text: print(level, values, levelAt), level: ilvl, list: own.abstract };
  }

  private valuesOf(abstract: string): (number | null)[] {
    const known = this.counters.get(abstract);
    if (known) return known;
    const values = new Array<number | null>(9).fill(null);
    this.counters.set(abstract, values);
    return values;
  }
}

function print(
  own: ListLevel,
  values: readonly (number | null)[],
  levelAt: (i: number) => ListLevel | undefined,
): string {
  if (own.format === 'bullet') return /[\uE000-\uF8FF]/u.test(own.text) ? '•' : own.text;
  return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const i = Number(digit) - 1;
    const part = levelAt(i);
    const shown = values[i] ?? part?.start ?? 1;
    return formatNumber(shown, own.legal ? 'decimal' : (part?.format ?? 'decimal'));
  });
}
