/** Damage to text and markup: tags left open, entities that grow, endless nesting and lines. */
import type { Mutate } from './bytes.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytesOf = (s: string) => new TextEncoder().encode(s);
const edited =
  (edit: (s: string, random: Parameters<Mutate>[1]) => string): Mutate =>
  (bytes, random) =>
    bytesOf(edit(text(bytes), random));

/** One end tag, or all of one name, removed. */
const unclosed = edited((s, random) => {
  const ends = s.match(/<\/[^>]*>/gu) ?? [];
  if (ends.length === 0) return `<${s}`;
  const end = random.pick(ends);
  return random.int(2) === 0 ? s.replaceAll(end, '') : s.replace(end, '');
});

const entities = edited((s, random) => {
  const levels = Array.from({ length: 12 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
    '',
  );
  const bomb = `<!DOCTYPE x [<!ENTITY e0 "lol">${levels}]>`;
  const at = Math.max(0, s.indexOf('?>') + 1);
  const place = s.indexOf('>', s.length >> 1) + 1 + random.int(2);
  return `${s.slice(0, at + 1)}${bomb}${s.slice(at + 1, place)}&e12;${s.slice(place)}`;
});

const nested = edited((s, random) => {
  const tags = s.match(/<[A-Za-z][^<>/]*>/gu) ?? ['<div>'];
  const open = random.pick(tags).repeat(random.pick([200, 5000, 50_000]));
  const at = random.int(s.length);
  return s.slice(0, at) + open + s.slice(at);
});

/** An attribute of one element given to another, or made huge. */
const attributes = edited((s, random) => {
  const all = s.match(/[\w:]+="[^"]*"/gu) ?? [];
  if (all.length === 0) return s;
  const huge = ['"999999999999"', '"-1"', '""', '"1e309"', `"${'9'.repeat(5000)}"`, '"�"'];
  const one = random.pick(all);
  const value = random.int(2) === 0 ? random.pick(huge) : random.pick(all).replace(/^[^=]*=/u, '');
  return s.replaceAll(one, one.replace(/"[^"]*"$/u, value));
});

/** Characters that have a meaning for a text reader. */
const signs = edited((s, random) => {
  const some = [
    '.',
    'ـ',
    '\u202E',
    '\u0000',
    '\uFFFD',
    '(',
    '١',
    '\u0651',
    '\t',
    '\n',
    '\f',
    ' - ',
    '‏',
    '\uD800',
  ];
  const at = random.int(s.length);
  return s.slice(0, at) + random.pick(some).repeat(random.pick([1, 50, 20_000])) + s.slice(at);
});

export const inMarkup: Record<string, Mutate> = { unclosed, entities, nested, attributes, signs };
export const inText: Record<string, Mutate> = { signs };
