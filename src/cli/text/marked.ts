/** A change described in words, and texts with their changes marked and coloured. */
import { markedText as marked } from '../../collection/index.ts';
import { percent, style } from './style.ts';

export { oneLine, textsOf } from '../../collection/index.ts';

export const markedText = (...[diff, passage, textOf]: Parameters<typeof marked>): string =>
  marked(diff, passage, textOf, (what, sign) => style(what === 'gone' ? 'red' : 'green', sign));

/** What changed, in a few words: `reworded, 76.5 % alike`. */
export function changed(item: {
  change: string | null;
  similarity: number | null;
  punctuation: boolean | null;
  doubtful: boolean | null;
}): string {
  if (item.change === null) return '';
  const kind = [item.change, item.punctuation ? 'punctuation' : ''].filter((part) => part !== '').join(' + ');
  const alike =
    item.similarity === null || item.similarity === 1 ? '' : `, ${percent(item.similarity)} alike`;
  return `${kind}${alike}${item.doubtful ? ' (doubtful)' : ''}`;
}
