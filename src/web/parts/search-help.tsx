/** The query language by example, with words from the collection itself. */
import type { Report } from '../client.ts';
import { termsOf } from '../examples.ts';
import { useLoaded } from '../load.ts';
import { address } from '../place.ts';
import { say, type Word } from '../strings/index.ts';

export function SearchHelp({ newest }: { newest: Report | undefined }) {
  const { value: terms = [] } = useLoaded(newest?.id ?? null, () => termsOf(newest!));
  const [term = '', other = ''] = terms;
  const [first = '', second = ''] = term.split(/\s+/);
  const [third = first] = other.split(/\s+/);
  if (second === '') return null;
  const examples: readonly (readonly [string, Word])[] = [
    [`${first} ${second}`, 'helpWords'],
    [`"${term}"`, 'helpPhrase'],
    [`${first} -${second}`, 'helpWithout'],
    [`${second.slice(0, Math.max(3, second.length - 2))}*`, 'helpBegins'],
    [`"${first} ... ${second}"`, 'helpGap'],
    [`${first}|${third}`, 'helpEither'],
  ];
  return (
    <section class="help">
      <h2>{say('help')}</h2>
      <dl>
        {examples.map(([q, word]) => (
          <div key={q}>
            <dt>
              <a href={address({ page: 'search', q })} dir="auto" class="arabic">
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
