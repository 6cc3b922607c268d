/** What all versions of a wording share, with a numbered slot wherever they differ, and each slot's fillings. */
import type { Wording } from '../client.ts';
import { direction } from '../direction.ts';
import { number } from '../language.ts';
import { say } from '../strings/index.ts';

interface Filling {
  text: string;
  years: string[];
}

/** Equal fillings together, in the order of their first year. */
function fillings(
  values: readonly { report: string; text: string }[],
  versions: Wording['versions'],
): Filling[] {
  const years = new Map(versions.map(({ report, year }) => [report, String(year ?? report)]));
  const found = new Map<string, Filling>();
  for (const { report, text } of values) {
    const filling = found.get(text) ?? { text, years: [] };
    filling.years.push(years.get(report) ?? report);
    found.set(text, filling);
  }
  return [...found.values()];
}

export function Template({ template, versions }: Pick<Wording, 'template' | 'versions'>) {
  const slots = template.flatMap((part) => (part.type === 'slot' ? [part] : []));
  const numbers = new Map(slots.map((slot, index) => [slot, index + 1]));
  const shared = template.flatMap((part) => (part.type === 'word' ? [part.text] : [])).join(' ');
  return (
    <section class="template">
      <h2>{say('template')}</h2>
      <p class="quiet">{say('templateHint')}</p>
      <p class="arabic" dir={direction(shared)}>
        {template.map((part, index) => (
          <span key={index}>
            {index > 0 && ' '}
            {part.type === 'word' ? part.text : <span class="slot">{numbers.get(part)}</span>}
          </span>
        ))}
      </p>
      {slots.length > 0 && (
        <dl>
          {slots.map((slot, index) => (
            <div key={index}>
              <dt>
                <span class="unseen">{say('slot')} </span>
                <span class="slot">{number(index + 1)}</span>
              </dt>
              {fillings(slot.values, versions).map(({ text, years }) => (
                <dd key={text}>
                  {text === '' ? (
                    <span class="quiet">{say('nothingThere')}</span>
                  ) : (
                    <bdi class="arabic">{text}</bdi>
                  )}{' '}
                  <small class="quiet">{years.join(' · ')}</small>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
