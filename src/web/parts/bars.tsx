/**
 * Years as bars; a year without a report is marked as unknown, never as zero. Plain HTML, for screen readers and
 * keyboard.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../strings/index.ts';
import { Exports } from './export.tsx';

export interface Bar {
  year: number;
  /** The label above the bar; null if unknown. */
  count: number | null;
  /** The bar's height, in any unit. */
  height: number;
  /** The whole bar in words. */
  title: string;
  href: string;
  dimmed: boolean;
}

/** Width of one year's bar, in CSS pixels. */
const room = 38;

export function Bars({ bars, caption, about }: { bars: readonly Bar[]; caption: string; about: string }) {
  const list = useRef<HTMLOListElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const size = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (list.current) size.observe(list.current);
    return () => size.disconnect();
  }, [bars.length > 0]);
  if (bars.length === 0) return null;
  const most = Math.max(...bars.map((bar) => bar.height), Number.MIN_VALUE);
  const step = width === 0 ? 1 : Math.ceil((bars.length * room) / width);
  const gaps = bars.some((bar) => bar.count === null);
  return (
    <figure class="years">
      <figcaption>
        {caption}
        {gaps && <span class="key"> · {say('noReportSign')}</span>}
      </figcaption>
      <ol ref={list} class={step > 2 ? 'bars crowded' : 'bars'}>
        {bars.map((bar, index) => (
          <li key={bar.year} class={bar.dimmed ? 'dimmed' : ''} data-year={bar.year}>
            {bar.count === null ? (
              <span class="bar unknown" title={bar.title}>
                <span aria-hidden="true">?</span>
                <span class="unseen">{bar.title}</span>
              </span>
            ) : (
              <a class="bar" href={bar.href} title={bar.title}>
                <span class="unseen">{bar.title}</span>
                <span class="amount" aria-hidden="true">
                  {bar.count}
                </span>
                <span class="column" style={{ height: `calc((100% - 1.4em) * ${bar.height / most})` }} />
              </a>
            )}
            <span class="year" aria-hidden="true">
              {index % step === 0 ? bar.year : ' '}
            </span>
          </li>
        ))}
      </ol>
      <Exports
        name={`${about} ${caption}`}
        rows={() => [
          [say('year'), caption, say('inWords')],
          ...bars.map(({ year, count, title }) => [year, count, title]),
        ]}
        chart={{
          title: about,
          about: caption,
          svg: async () => (await import('../chart/bars-svg.ts')).barsSvg(bars),
        }}
      />
    </figure>
  );
}
