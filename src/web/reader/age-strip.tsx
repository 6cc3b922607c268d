/** The age of the wording along the text, as one vertical picture next to it; a click goes to that part of the text. */
import { useMemo } from 'preact/hooks';
import type { Novelty } from '../client.ts';
import { pageDirection } from '../language.ts';
import { stripHeight, stripWidth, TextStrip } from '../parts/text-strip.tsx';
import { sayReader } from '../strings/reader.ts';
import { type Ages, stretches } from './ages.ts';
import type { InSight } from './position.ts';

/** The eye cannot tell finer stripes apart. */
const mostStretches = 240;
const width = stripWidth;

export function AgeStrip({
  novelty,
  ages,
  inSight,
}: {
  novelty: Novelty;
  ages: Ages;
  inSight: InSight | null;
}) {
  const parts = useMemo(() => stretches(novelty, ages, mostStretches), [novelty, ages]);
  const total = parts.reduce((sum, { words }) => sum + words, 0);
  let sum = 0;
  const placed = parts.map((part) => {
    const top = (sum / total) * stripHeight;
    sum += part.words;
    return { ...part, top, height: (part.words / total) * stripHeight };
  });
  const press = (y: number) => {
    const found = placed.find(({ top, height }) => y < top + height) ?? placed.at(-1);
    if (found) toParagraph(found.first);
  };
  const drawn = useMemo(
    () => placed.map((part) => <Stretch key={part.first} {...part} ages={ages} />),
    [parts],
  );
  const window =
    inSight && placed.filter(({ first, last }) => last >= inSight.first && first <= inSight.last);
  const [top, bottom] = [window?.[0], window?.at(-1)];
  return (
    <TextStrip class="age-strip" label={sayReader('strip')} onPress={press}>
      {drawn}
      {top && bottom && (
        <rect
          class="in-sight"
          x="0"
          width={width}
          y={top.top}
          height={Math.max(4, bottom.top + bottom.height - top.top)}
        />
      )}
    </TextStrip>
  );
}

/** New words are drawn first, where lines begin, so that they stand out. */
function Stretch({
  top,
  height,
  shares,
  ages,
}: {
  top: number;
  height: number;
  shares: readonly number[];
  ages: Ages;
}) {
  let at = 0;
  const order = [shares.length - 1, ...ages.steps.map((_, index) => index).reverse()];
  return (
    <>
      {order.map((step) => {
        const share = shares[step]! * width;
        if (share === 0) return null;
        const x = pageDirection === 'rtl' ? width - at - share : at;
        at += share;
        const shade = ages.steps[step]?.shade;
        return (
          <rect
            key={step}
            class={shade === undefined ? 'of-new' : `of-${shade}`}
            x={x}
            y={top}
            width={share}
            // Slightly overlapping, so that no background shows between two stripes.
            height={height + 0.5}
          />
        );
      })}
    </>
  );
}

export const toParagraph = (ordinal: number): void =>
  document.getElementById(`p${ordinal}`)?.scrollIntoView({ block: 'start' });
