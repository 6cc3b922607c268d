/** A text with its changes marked: deletions [-…-], insertions {+…+}, a question mark after what is doubtful. */
import type { z } from '@hono/zod-openapi';
import type { diffPart } from './bodies/compare.ts';
import type { View } from './view.ts';

type Diff = z.output<typeof diffPart>[];

/** Texts of paragraphs by id, each read once. */
export function textsOf({ reader }: Pick<View, 'reader'>): (paragraph: string) => string {
  const known = new Map<string, string>();
  return (paragraph) => {
    const text = known.get(paragraph) ?? reader.paragraph(paragraph)?.text ?? '';
    known.set(paragraph, text);
    return text;
  };
}

/** How a sign is shown; on a terminal it is coloured. */
type Paint = (what: 'gone' | 'come', sign: string) => string;

/** The passage on the diff's other side with its insertions and, in place, what was deleted from the base. */
export function markedText(
  diff: Diff,
  { paragraph, start, end }: { paragraph: string; start: number; end: number },
  textOf: (paragraph: string) => string,
  paint: Paint = (_, sign) => sign,
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
        cut && paint('gone', `[-${cut}-]${unsure}`),
        came && paint('come', `{+${came}+}${unsure}`),
      ];
      marked += signs.filter((sign) => sign !== '').join(' ');
      if (!other) marked += ' ';
    }
  }
  return oneLine(marked + text.slice(at, end)).replaceAll(/(-\]\??) (?=[،؛.,;:؟!])/gu, '$1');
}

export const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
