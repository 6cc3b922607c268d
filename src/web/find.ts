/**
 * Filters a list in the browser by typed words: any spelling, all words anywhere in an entry, the last one as a prefix.
 */
import { words } from 'arabic-normalizer';

export interface Findable<T> {
  item: T;
  /** The words to search, each with a space before it. */
  text: string;
}

const folded = (text: string): string => ` ${words(text.normalize('NFC')).join(' ')}`;

export const findable = <T>(items: readonly T[], textOf: (item: T) => string): Findable<T>[] =>
  items.map((item) => ({ item, text: folded(textOf(item)) }));

/** The entries with words that begin like each typed word; all if nothing is typed. */
export function found<T>(list: readonly Findable<T>[], typed: string): T[] {
  const wanted = words(typed).map((word) => ` ${word}`);
  const rest = /\p{Script=Arabic}/u.test(typed) ? wanted.map((word) => ` ال${word.slice(1)}`) : [];
  return list
    .filter(({ text }) =>
      wanted.every((word, i) => text.includes(word) || (rest[i] && text.includes(rest[i]))),
    )
    .map(({ item }) => item);
}
