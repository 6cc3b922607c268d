/** Text with ranges marked, without breaking the joins between Arabic letters. */
import type { ComponentChildren } from 'preact';
import type { Mark } from '../marks.ts';
import { numbersInOrder } from '../numbers.ts';

/** `marks` are sorted; a mark that overlaps the previous one is skipped. */
export const Marked = ({ text, marks }: { text: string; marks: readonly Mark[] }) => (
  <>{marked(text, marks)}</>
);

/** The same as plain nodes, for long lists. */
export function marked(read: string, marks: readonly Mark[]): ComponentChildren[] {
  const text = numbersInOrder(read);
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at || mark.end <= mark.start) continue;
    const Tag = mark.tag;
    parts.push(text.slice(at, mark.start), <Tag key={mark.start}>{inside(text, mark)}</Tag>);
    at = mark.end;
  }
  parts.push(text.slice(at));
  return parts;
}

function inside(text: string, { start, end, letters = [] }: Mark): ComponentChildren {
  const parts: ComponentChildren[] = [];
  let at = start;
  for (const [from, to] of letters) {
    if (from < at || to > end) continue;
    parts.push(
      text.slice(at, from),
      <span key={from} class="letters">
        {text.slice(from, to)}
      </span>,
    );
    at = to;
  }
  return [...parts, text.slice(at, end)];
}
