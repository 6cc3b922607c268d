/** Ranges to mark in a text, and a long text shortened to the part with the marks. */

export interface Mark {
  /** UTF-16 offsets into the text. */
  start: number;
  end: number;
  /** `mark`: found. `ins` and `del`: inserted and deleted. */
  tag: 'mark' | 'ins' | 'del';
  /** Only these letters inside it differ; offsets into the same text. */
  letters?: readonly (readonly [number, number])[];
}

export interface Excerpt {
  text: string;
  marks: Mark[];
  cutBefore: boolean;
  cutAfter: boolean;
}

/** How much of a long text is kept before its first mark, in UTF-16 units. */
const lead = 120;

/**
 * About `most` UTF-16 units of `text` around its first mark at most, cut between words; the whole text if it is not
 * much longer. A mark that the cut would split is left out.
 */
export function excerpt(text: string, marks: readonly Mark[], most: number): Excerpt {
  if (text.length <= most * 1.25) return { text, marks: [...marks], cutBefore: false, cutAfter: false };
  const first = marks[0]?.start ?? 0;
  const start = first <= lead ? 0 : text.indexOf(' ', first - lead) + 1;
  const blank = start + most >= text.length ? -1 : text.lastIndexOf(' ', start + most);
  const end = blank <= start ? text.length : Math.max(blank, marks[0]?.end ?? 0);
  return {
    text: text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({
        ...mark,
        start: mark.start - start,
        end: mark.end - start,
        ...(mark.letters
          ? { letters: mark.letters.map(([from, to]) => [from - start, to - start] as const) }
          : {}),
      })),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  };
}
