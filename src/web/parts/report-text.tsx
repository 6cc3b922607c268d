/** A report's paragraphs as a text to read; how each one's words are drawn is the caller's. */
import type { ComponentChildren } from 'preact';
import type { Paragraph, Report } from '../client.ts';
import { direction } from '../direction.ts';
import { numbersInOrder } from '../numbers.ts';
import { say } from '../strings/index.ts';

export function ReportText({
  report,
  paragraphs,
  fragment,
  words,
  after,
}: {
  report: Report;
  paragraphs: readonly Paragraph[];
  /** Id of the paragraph that the address points at. */
  fragment: string;
  words?: (paragraph: Paragraph) => ComponentChildren;
  /** What follows each paragraph's text. */
  after?: (paragraph: Paragraph) => ComponentChildren;
}) {
  const main = direction(paragraphs.map(({ text }) => text).join(' '));
  return (
    <article class="report arabic" dir={main} lang={report.language}>
      {paragraphs.length === 0 && <p>{say('noParagraphs')}</p>}
      {paragraphs.map((paragraph) => (
        <Block key={paragraph.id} paragraph={paragraph} marked={fragment === `p${paragraph.ordinal}`}>
          {words ? words(paragraph) : numbersInOrder(paragraph.text)}
          {after?.(paragraph)}
        </Block>
      ))}
    </article>
  );
}

const levels = ['h2', 'h3', 'h4'] as const;

function Block({
  paragraph,
  marked,
  children,
}: {
  paragraph: Paragraph;
  marked: boolean;
  children: ComponentChildren;
}) {
  const { kind, label, path, ordinal, text } = paragraph;
  const Tag = kind === 'title' ? 'h1' : kind === 'heading' ? levels[Math.min(2, path.length)]! : 'p';
  return (
    <Tag
      id={`p${ordinal}`}
      class={`${kind}${marked ? ' here' : ''}`}
      dir={direction(`${label ?? ''} ${text}`)}
    >
      {label !== null && (
        <a class="label" href={`#p${ordinal}`} aria-label={`${label}: ${say('linkHere')}`}>
          {label}
        </a>
      )}
      {label !== null && ' '}
      {children}
    </Tag>
  );
}
