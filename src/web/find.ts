/** Finding by typed words in a list on this side: any spelling, every word somewhere in it, the last one as far as typed. */
import { words } from 'arabic-normalizer';

export interface Findable<T> {
  item: T;
  /** The words of all that may be looked for, each with a blank before it. */
  text: string;
}

const folded = (text: string): string => ` ${words(text.normalize('NFC')).join(' ')}`;

export const findable = <T>(items: readonly T[], textOf: (item: T) => string): Findable<T>[] =>
  items.map((item) => ({ item, text: folded(textOf(item)) }));

/** Those that hold every typed word's beginning; all where nothing is typed. */
export function found<T>(list: readonly Findable<T>[], typed: string): T[] {
  const wanted = words(typed).map((word) => ` ${word}`);
  const rest = /\p{Script=Arabic}/u.test(typed) ? wanted.map((word) => ` ال${word.slice(1)}`) : [];
  return list
    .filter(({ text }) =>
      wanted.every((word, i) => text.includes(word) || (rest[i] && text.includes(rest[i]))),
    )
    .map(({ item }) => item);
}
