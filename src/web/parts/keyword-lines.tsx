/** Keyword in context: one line for each place, the keywords under one another, right to left. */
import type { PhraseAnswer } from '../client.ts';
import { numbersInOrder } from '../numbers.ts';
import { paragraphAddress } from './report-name.tsx';

export function KeywordLines({ lines }: { lines: PhraseAnswer['concordance'] }) {
  let year: number | null | undefined;
  return (
    <ol class="kwic arabic" dir="rtl">
      {lines.map((line) => {
        const again = line.year === year;
        year = line.year;
        return (
          <li key={`${line.paragraph} ${line.start}`}>
            <a class={again ? 'again' : ''} href={paragraphAddress(line.paragraph)} title={line.report}>
              {line.year ?? line.report}
            </a>
            <span class="before">
              <span>{numbersInOrder(line.before)} </span>
            </span>
            <mark>{numbersInOrder(line.keyword)}</mark>
            <span class="after"> {numbersInOrder(line.after)}</span>
          </li>
        );
      })}
    </ol>
  );
}
