/** From change to change: buttons, keys, and a strip with all of them beside the text. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Change } from '../client.ts';
import { useKeys } from '../frame/keys.tsx';
import { number } from '../language.ts';
import { stripHeight, stripWidth, TextStrip } from '../parts/text-strip.tsx';
import { sayComparing } from '../strings/comparing.ts';

const isChange = ({ change, moved, punctuation }: Change): boolean =>
  change !== 'identical' || moved || punctuation;

const rowAt = (index: number): HTMLElement | null => document.querySelector(`[data-row="${index}"]`);

/** Rows that differ, the one that was gone to, and the ways to the others. */
export function useSteps(changes: readonly Change[]) {
  const differing = useMemo(
    () => changes.flatMap((change, index) => (isChange(change) ? [index] : [])),
    [changes],
  );
  const [current, setCurrent] = useState(-1);
  useEffect(() => setCurrent(-1), [changes]);
  const to = (index: number) => {
    const row = rowAt(index);
    if (!row) return;
    setCurrent(index);
    row.scrollIntoView({ block: 'center' });
  };
  const step = (by: 1 | -1) => {
    // From the row in sight where none was gone to yet.
    const from = current >= 0 ? current : firstInSight(changes.length) - (by > 0 ? 1 : 0);
    const goal = by > 0 ? differing.find((one) => one > from) : differing.findLast((one) => one < from);
    if (goal !== undefined) to(goal);
  };
  useKeys([
    { key: 'j', says: sayComparing('next'), run: () => step(1) },
    { key: 'k', says: sayComparing('previous'), run: () => step(-1) },
  ]);
  return { differing, current, to, step };
}

function firstInSight(count: number): number {
  for (let index = 0; index < count; index++) {
    if ((rowAt(index)?.getBoundingClientRect().bottom ?? 0) > 60) return index;
  }
  return 0;
}

export type Steps = ReturnType<typeof useSteps>;

export function StepButtons({ differing, current, step }: Steps) {
  const place = differing.indexOf(current) + 1;
  return (
    <span class="steps">
      <button
        type="button"
        aria-keyshortcuts="k"
        title={`${sayComparing('previous')} (k)`}
        aria-label={sayComparing('previous')}
        onClick={() => step(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        aria-keyshortcuts="j"
        title={`${sayComparing('next')} (j)`}
        aria-label={sayComparing('next')}
        onClick={() => step(1)}
      >
        ↓
      </button>
      <span class="quiet whole" role="status">
        <bdi dir="ltr">
          {place > 0 ? `${number(place)} / ` : ''}
          {number(differing.length)}
        </bdi>
      </span>
    </span>
  );
}

export function ChangeStrip({
  changes,
  weights,
  steps,
}: {
  changes: readonly Change[];
  /** How long each row is, in letters. */
  weights: readonly number[];
  steps: Steps;
}) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const tops: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    tops.push((sum / total) * stripHeight);
    sum += weight;
  }
  const press = (y: number) =>
    steps.to(
      Math.max(
        0,
        tops.findLastIndex((top) => top <= y),
      ),
    );
  return (
    <TextStrip class="change-strip" label={sayComparing('strip')} onPress={press}>
      {changes.map((change, index) =>
        isChange(change) ? (
          <rect
            key={index}
            class={`of-${change.change === 'identical' ? 'moved' : change.change}`}
            x="0"
            width={stripWidth}
            y={tops[index]}
            height={Math.max(3, (weights[index]! / total) * stripHeight)}
          />
        ) : null,
      )}
      {steps.current >= 0 && (
        <rect
          class="current"
          x="0"
          width={stripWidth}
          y={Math.max(0, (tops[steps.current] ?? 0) - 3)}
          height="9"
        />
      )}
    </TextStrip>
  );
}
