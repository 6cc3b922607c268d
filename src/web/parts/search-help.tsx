/** The query language by example. */
import { address } from '../place.ts';
import { say, type Word } from '../strings/index.ts';

const examples: readonly (readonly [string, Word])[] = [
  ['المياه الدول', 'helpWords'],
  ['"الدول الأعضاء"', 'helpPhrase'],
  ['المياه -البيانات', 'helpWithout'],
  ['مسؤول*', 'helpBegins'],
  ['"دعت ... الدول"', 'helpGap'],
  ['ترحب|أحاطت', 'helpEither'],
];

export function SearchHelp() {
  return (
    <section class="help">
      <h2>{say('help')}</h2>
      <dl>
        {examples.map(([q, word]) => (
          <div key={q}>
            <dt>
              <a href={address({ q })} dir="rtl">
                {q}
              </a>
            </dt>
            <dd>{say(word)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
