/** A text with what changed in it marked: what went [-…-], what came {+…+}, a question mark behind what is doubtful. */
import type { z } from '@hono/zod-openapi';
import type { bodies, View } from '../../collection/index.ts';
import { percent, style } from './style.ts';

type Diff = z.output<typeof bodies.diffPart>[];

/** Texts of paragraphs by id, each read once. */
export function textsOf({ reader }: View): (paragraph: string) => string {
  const known = new Map<string, string>();
  return (paragraph) => {
    const text = known.get(paragraph) ?? reader.paragraph(paragraph)?.text ?? '';
    known.set(paragraph, text);
    return text;
  };
}

/** The passage of the diff's other side, with its marks, and what the base has instead or besides. */
export function markedText(
  diff: Diff,
  { paragraph, start, end }: { paragraph: string; start: number; end: number },
  textOf: (paragraph: string) => string,
): string {
  const text = textOf(paragraph);
  let at = start;
  let marked = '';
  for (const { op, base, other, doubtful } of diff) {
    if (other) {
      marked += text.slice(at, other.start);
      at = other.end;
    } else marked += ' ';
    const cut = base ? textOf(base.paragraph).slice(base.start, base.end) : '';
    const came = other ? text.slice(other.start, other.end) : '';
    const unsure = doubtful ? '?' : '';
    if (op === 'equal') marked += came;
    else {
      const signs = [
        cut && style('red', `[-${cut}-]${unsure}`),
        came && style('green', `{+${came}+}${unsure}`),
      ];
      marked += signs.filter((sign) => sign !== '').join(' ');
      if (!other) marked += ' ';
    }
  }
  return oneLine(marked + text.slice(at, end)).replaceAll(/(-\]\??) (?=[،؛.,;:؟!])/gu, '$1');
}

export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

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

export const counted = (count: number, thing: string): string =>
  `${count} ${count === 1 ? thing : `${thing}s`}`;
