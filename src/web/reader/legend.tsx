/** What the colours of the text mean, from the oldest wording to what is new, with the share of each. */
import { percent } from '../language.ts';
import { SymbolName, Years } from '../parts/isolated.tsx';
import { sayReader } from '../strings/reader.ts';
import type { Ages, Step } from './ages.ts';

export function Legend({ ages, reading }: { ages: Ages | null; reading: boolean }) {
  if (ages === null && !reading) return null;
  return (
    <div class="legend">
      {ages !== null && (
        <ul aria-label={sayReader('age')}>
          <li class="quiet">{sayReader('since')}:</li>
          {ages.steps.map((step) => (
            <li key={step.shade}>
              <span class={`swatch shade-${step.shade}`} aria-hidden="true" />
              <StepName step={step} /> <small>{percent(step.words / ages.words)}</small>
            </li>
          ))}
          <li>
            <span class="swatch new" aria-hidden="true" />
            {sayReader('isNew')} <small>{percent(ages.newWords / ages.words)}</small>
          </li>
        </ul>
      )}
      {reading && (
        <ul aria-label={sayReader('reading')}>
          <li>
            <span class="repaired">{sayReader('legendRepaired')}</span>
          </li>
          <li>
            <span class="doubtful">{sayReader('legendDoubtful')}</span>
          </li>
        </ul>
      )}
    </div>
  );
}

function StepName({ step: { from, to, reports } }: { step: Step }) {
  if (from === null || to === null) return <SymbolName text={reports[0] ?? ''} />;
  return <Years from={from} to={to} />;
}
