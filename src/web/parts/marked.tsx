/** Text with ranges marked. Ranges are UTF-16 offsets, sorted, not overlapping. */
import type { ComponentChildren } from 'preact';

export interface Mark {
  start: number;
  end: number;
  /** Class of the mark; absent: a plain highlight. */
  name?: string;
}

export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end, name } of marks) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start));
    parts.push(<mark class={name}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
