/** Years as bars: occurrences per 10,000 words; a year without a report is marked as unknown, never as zero. */
import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'preact/hooks';
import { language, say } from '../strings.ts';

export interface YearPoint {
  year: number;
  occurrences: number | null;
  per_10k_words: number | null;
}

export function Years({ points, onYear }: { points: readonly YearPoint[]; onYear?: (year: number) => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current || points.length === 0) return;
    const known = points.filter((point) => point.per_10k_words !== null);
    const unknown = points.filter((point) => point.per_10k_words === null);
    const chart = Plot.plot({
      width: Math.max(280, place.current.clientWidth),
      height: 190,
      marginBottom: 30,
      marginTop: 22,
      x: {
        type: 'band',
        label: null,
        reverse: language === 'ar',
        tickFormat: (year: number) => String(year),
      },
      y: { axis: null },
      marks: [
        Plot.barY(known, { x: 'year', y: 'per_10k_words', fill: '#0b5c73', rx: 2 }),
        Plot.text(known, {
          x: 'year',
          y: 'per_10k_words',
          text: (point: YearPoint) => String(point.occurrences),
          dy: -8,
        }),
        Plot.text(unknown, {
          x: 'year',
          y: 0,
          text: () => '?',
          dy: -8,
          fill: '#8a8a8a',
          title: () => say('noReport'),
        }),
        Plot.ruleY([0]),
      ],
    });
    chart.setAttribute('role', 'img');
    chart.setAttribute('aria-label', say('perYear'));
    place.current.replaceChildren(chart);
    for (const [index, bar] of chart.querySelectorAll('g[aria-label="bar"] rect').entries()) {
      bar.addEventListener('click', () => onYear?.(known[index]!.year));
    }
  }, [points, onYear]);
  if (points.length === 0) return null;
  return (
    <figure class="years">
      <figcaption>{say('perYear')}</figcaption>
      <div ref={place} dir="ltr" />
    </figure>
  );
}
