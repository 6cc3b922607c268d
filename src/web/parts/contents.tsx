/** A report's table of contents: its headings with their levels. */
import type { Paragraph } from '../client.ts';
import { direction } from '../direction.ts';
import { say } from '../strings/index.ts';

export function Contents({
  paragraphs,
  inSight = 0,
}: {
  paragraphs: readonly Paragraph[];
  /** Ordinal of the paragraph being read. */
  inSight?: number | undefined;
}) {
  const headings = paragraphs.filter(({ kind }) => kind === 'heading');
  if (headings.length < 2) return null;
  const current = headings.findLast(({ ordinal }) => ordinal <= inSight);
  const wide = matchMedia('(min-width: 60rem)').matches;
  return (
    <nav class="contents" aria-label={say('contents')}>
      <details open={wide}>
        <summary>{say('contents')}</summary>
        <ol dir={direction(headings.map(({ text }) => text).join(' '))}>
          {headings.map(({ id, ordinal, label, text, path }) => (
            <li key={id} style={{ paddingInlineStart: `${Math.min(3, path.length)}rem` }}>
              <a href={`#p${ordinal}`} aria-current={ordinal === current?.ordinal ? 'true' : undefined}>
                {label !== null && <b>{label} </b>}
                {text}
              </a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}
