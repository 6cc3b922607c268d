/** Moving from change to change: buttons, keys, and a strip with all changes next to the text. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Change } from '../client.ts';
import { useKeys } from '../frame/keys.tsx';
import { counted, number } from '../language.ts';
import { stripHeight, stripWidth, TextStrip } from '../parts/text-strip.tsx';
import { sayComparing } from '../strings/comparing.ts';

const isChange = ({ change, moved, punctuation }: Change): boolean =>
  change !== 'identical' || moved || punctuation;

/** The last visited row, and the list of rows it belongs to. */
interface Gone {
  of: readonly Change[];
  row: number;
}

/** The rows that differ, the current one, and functions to move to the others. */
export function useSteps(changes: readonly Change[]) {
  const differing = useMemo(
    () => changes.flatMap((change, index) => (isChange(change) ? [index] : [])),
    [changes],
  );
  const [state, setGone] = useState<Gone | null>(null);
  // Keys may be pressed faster than the page is drawn, so they count from here.
  const latest = useRef<Gone | null>(null);
  const rowIn = (gone: Gone | null): number => (gone?.of === changes ? gone.row : -1);
  const gone = state?.of === changes ? state : null;
  useLayoutEffect(() => {
    const row = gone && document.querySelector(`[data-row="${gone.row}"]`);
    if (!row) return;
    row.setAttribute('aria-current', 'true');
    row.scrollIntoView({ block: 'center' });
    return () => row.removeAttribute('aria-current');
  }, [gone]);
  const to = (row: number) => {
    latest.current = { of: changes, row };
    setGone(latest.current);
  };
  const step = (by: 1 | -1) => {
    const before = rowIn(latest.current);
    // Start from the row in sight if none has been visited yet.
    const from = before >= 0 ? before : firstInSight() - (by > 0 ? 1 : 0);
    const goal = by > 0 ? differing.find((one) => one > from) : differing.findLast((one) => one < from);
    if (goal !== undefined) to(goal);
  };
  useKeys([
    { key: 'j', says: sayComparing('next'), run: () => step(1) },
    { key: 'k', says: sayComparing('previous'), run: () => step(-1) },
  ]);
  return { differing, current: rowIn(gone), to, step };
}

/** Space below the column headings, which stay in sight, in CSS pixels. */
const topEdge = 60;

function firstInSight(): number {
  const rows = document.querySelectorAll('[data-row]');
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom > topEdge) high = middle;
    else low = middle + 1;
  }
  return low;
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
        {place > 0 ? (
          <bdi dir="ltr">
            {number(place)} / {number(differing.length)}
          </bdi>
        ) : (
          counted(differing.length, 'change')
        )}
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
  /** Length of each row, in letters. */
  weights: readonly number[];
  steps: Steps;
}) {
  const { tops, total } = useMemo(() => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let sum = 0;
    const above = weights.map((weight) => {
      const top = (sum / all) * stripHeight;
      sum += weight;
      return top;
    });
    return { tops: above, total: all };
  }, [weights]);
  const press = (y: number) =>
    steps.to(
      Math.max(
        0,
        tops.findLastIndex((top) => top <= y),
      ),
    );
  // One path for each kind: thousands of shapes would be laid out again whenever the page grows.
  const marks = useMemo(() => {
    const paths = new Map<string, string>();
    for (const [index, change] of changes.entries()) {
      if (!isChange(change)) continue;
      const kind = change.change === 'identical' ? 'moved' : change.change;
      const height = Math.max(3, (weights[index]! / total) * stripHeight);
      const shape = `M0 ${tops[index]!.toFixed(1)}h${stripWidth}v${height.toFixed(1)}H0z`;
      paths.set(kind, `${paths.get(kind) ?? ''}${shape}`);
    }
    return [...paths].map(([kind, d]) => <path key={kind} class={`of-${kind}`} d={d} />);
  }, [changes, tops]);
  return (
    <TextStrip class="change-strip" label={sayComparing('strip')} onPress={press}>
      {marks}
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
