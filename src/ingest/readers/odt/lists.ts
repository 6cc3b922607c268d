/**
 * LibreOffice's automatic numbers. A list continues if the file says so (`continue-numbering`, `continue-list`) and
 * otherwise starts again; inside an entry, a nested list starts at its level's first value.
 */
import { formatNumber } from '../number-format.ts';
import type { XmlElement } from '../package/xml.ts';
import type { ListLevel, OdtStyles } from './styles.ts';

/** Counters of one list: values by level from 1. */
export interface ListState {
  style: string;
  /** Name for the structure step: the same for one list, however often it is interrupted. */
  id: string;
  values: Map<number, number>;
}

export class OdtLists {
  private readonly styles: OdtStyles;
  private readonly byId = new Map<string, ListState>();
  private readonly lastOfStyle = new Map<string, ListState>();
  private count = 0;

  constructor(styles: OdtStyles) {
    this.styles = styles;
  }

  /** The counters that an outermost `text:list` uses. */
  open(list: XmlElement, inherited: string | null): ListState {
    const style = list.attributes['text:style-name'] ?? inherited ?? '';
    const goesOn =
      this.byId.get(list.attributes['text:continue-list'] ?? '') ??
      (list.attributes['text:continue-numbering'] === 'true' ? this.lastOfStyle.get(style) : undefined);
    const state: ListState = goesOn ?? { style, id: `list ${++this.count}`, values: new Map() };
    const id = list.attributes['xml:id'] ?? list.attributes['text:id'];
    if (id !== undefined) this.byId.set(id, state);
    this.lastOfStyle.set(style, state);
    return state;
  }

  /** Counts one entry and returns its printed label. */
  next(state: ListState, style: string, level: number, startValue: string | undefined): string {
    const format = this.styles.listLevel(style, level);
    const given = startValue !== undefined && /^\d+$/u.test(startValue) ? Number(startValue) : null;
    const last = state.values.get(level);
    state.values.set(level, given ?? (last === undefined ? (format?.start ?? 1) : last + 1));
    for (const deeper of [...state.values.keys()]) if (deeper > level) state.values.delete(deeper);
    return format ? print(format, level, state.values, (i) => this.styles.listLevel(style, i)) : '';
  }

  /** Label of a numbered heading; its levels count through the whole document. */
  nextHeading(level: number, values: Map<number, number>): string {
    const format = this.styles.outline.get(level);
    if (!format || format.format === '') return '';
    values.set(level, (values.get(level) ?? format.start - 1) + 1);
    for (const deeper of [...values.keys()]) if (deeper > level) values.delete(deeper);
    return print(format, level, values, (i) => this.styles.outline.get(i) ?? null);
  }
}

function print(
  format: ListLevel,
  level: number,
  values: ReadonlyMap<number, number>,
  levelOf: (level: number) => ListLevel | null,
): string {
  if (format.bullet !== null) return /[\uE000-\uF8FF]/u.test(format.bullet) ? '•' : format.bullet;
  if (format.format === '') return `${format.prefix}${format.suffix}`.trim();
  const part = (i: number) =>
    formatNumber(values.get(i) ?? levelOf(i)?.start ?? 1, levelOf(i)?.format ?? '1');
  if (format.pattern !== null) {
    return format.pattern.replace(/%([0-9]{1,2})%/gu, (_, i: string) => part(Number(i)));
  }
  const parts: string[] = [];
  for (let i = Math.max(1, level - format.display + 1); i <= level; i++) parts.push(part(i));
  return `${format.prefix}${parts.join('.')}${format.suffix}`;
}
