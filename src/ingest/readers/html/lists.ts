/** The label that a browser prints before a list entry. */

import { toRoman } from '../../structure/numerals.ts';
import { digitRange } from '../number-format.ts';
import { type Element, isTag } from './dom.ts';

const types: Record<string, string> = {
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
  1: 'decimal',
};

function styleOf(list: Element): string {
  const own = /list-style(?:-type)?\s*:\s*([\w-]+)/u.exec(list.attribs.style ?? '')?.[1];
  return own ?? types[list.attribs.type ?? '1'] ?? 'decimal';
}

function letters(value: number, first: string): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(first.charCodeAt(0) + ((rest - 1) % 26)) + text;
  }
  return text;
}

function print(value: number, style: string): string {
  switch (style) {
    case 'lower-alpha':
    case 'lower-latin':
      return letters(value, 'a');
    case 'upper-alpha':
    case 'upper-latin':
      return letters(value, 'A');
    case 'lower-roman':
      return toRoman(value);
    case 'upper-roman':
      return toRoman(value).toUpperCase();
    case 'arabic-indic':
      return digitRange(value, 0x660);
    case 'persian':
      return digitRange(value, 0x6f0);
    default:
      return String(value);
  }
}

const integer = (text: string | undefined) =>
  text !== undefined && /^-?\d{1,6}$/u.test(text.trim()) ? Number(text) : null;

/** Labels of a list's own entries, in order, without those of nested lists. Empty if nothing is printed. */
export function listLabels(list: Element): Map<Element, string> {
  const labels = new Map<Element, string>();
  const entries = list.children.filter((child): child is Element => isTag(child) && child.name === 'li');
  const style = styleOf(list);
  const reversed = 'reversed' in list.attribs;
  let value = integer(list.attribs.start) ?? (reversed ? entries.length : 1);
  for (const entry of entries) {
    value = integer(entry.attribs.value) ?? value;
    if (style === 'none') labels.set(entry, '');
    else if (list.name === 'ul') labels.set(entry, '•');
    else labels.set(entry, `${print(value, style)}.`);
    value += reversed ? -1 : 1;
  }
  return labels;
}
