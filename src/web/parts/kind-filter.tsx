/** How similar two reports are, and the kinds of change between them, each a switch that shows only its rows. */
import type { Comparison } from '../client.ts';
import { number, percent } from '../language.ts';
import { address, go, type Place } from '../place.ts';
import { sayComparing } from '../strings/comparing.ts';
import { say } from '../strings/index.ts';

const kinds = [
  'identical',
  'orthographic',
  'details',
  'reworded',
  'split',
  'merged',
  'added',
  'removed',
  'moved',
] as const;
type Kind = (typeof kinds)[number];

/** The kinds named in the address; none means that all are shown. */
export const shownKinds = ({ kinds: given = '' }: Place): Kind[] =>
  kinds.filter((kind) => given.split(' ').includes(kind));

export function KindFilter({ summary, place }: { summary: Comparison['summary']; place: Place }) {
  const shown = shownKinds(place);
  const toggled = (kind: Kind) =>
    (shown.includes(kind) ? shown.filter((other) => other !== kind) : [...shown, kind]).join(' ');
  return (
    <div class="summary">
      <strong>{sayComparing('alike')(percent(summary.similarity))}</strong>
      <fieldset>
        <legend class="unseen">{say('filterKinds')}</legend>
        {kinds
          .filter((kind) => summary[kind] > 0)
          .map((kind) => (
            <button
              key={kind}
              type="button"
              class={`kind ${kind}`}
              aria-pressed={shown.includes(kind)}
              onClick={() => go({ ...place, kinds: toggled(kind) })}
            >
              {say(kind)} {number(summary[kind])}
            </button>
          ))}
      </fieldset>
      {shown.length > 0 && <a href={address({ ...place, kinds: '' })}>{say('showAll')}</a>}
    </div>
  );
}
