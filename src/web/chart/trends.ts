/** The trends as a chart, with Observable Plot; loaded only when trends are shown. */
import * as Plot from '@observablehq/plot';

export interface Point {
  phrase: number;
  year: number;
  /** Null if there is no report for that year. */
  value: number | null;
  interval: [number, number] | null;
  href: string;
  said: string;
}

export const shapes = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'star',
  'cross',
  'wye',
  'hexagon',
  'times',
  'asterisk',
] as const;

export const hue = (phrase: number): string => `var(--hue-${(phrase % 10) + 1})`;

export interface Drawn {
  points: readonly Point[];
  /** Years on the axis without a report, or with an unreadable one: unknown, not zero. */
  unknown: readonly number[];
  width: number;
  label: string;
  /** Time runs from right to left. */
  rightToLeft: boolean;
  title: string;
}

export function trendsChart({ points, unknown, width, label, rightToLeft, title }: Drawn): SVGSVGElement {
  const phrases = [...new Set(points.map(({ phrase }) => phrase))];
  const known = points.filter((point): point is Point & { value: number } => point.value !== null);
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const color = ({ phrase }: Point) => hue(phrase);
  // Intervals of several phrases are side by side, not on top of one another.
  const beside = (phrase: number) => (phrases.length > 1 ? (phrase - (phrases.length - 1) / 2) * 3 : 0);
  const side = rightToLeft ? 'right' : 'left';
  const every = Math.max(1, Math.ceil(((last - first + 1) * 40) / Math.max(120, width - 70)));
  const svg = Plot.plot({
    width,
    height: Math.round(Math.min(400, Math.max(240, width * 0.42))),
    marginTop: 28,
    marginLeft: rightToLeft ? 16 : 48,
    marginRight: rightToLeft ? 48 : 16,
    style: {
      direction: 'ltr',
      background: 'none',
      fontFamily: 'inherit',
      fontSize: '12px',
      overflow: 'visible',
    },
    ariaLabel: title,
    x: { domain: [first - 0.5, last + 0.5], reverse: rightToLeft },
    y: { zero: true, nice: true, insetTop: 4 },
    marks: [
      Plot.rect(unknown, {
        x1: (year: number) => year - 0.5,
        x2: (year: number) => year + 0.5,
        fill: 'var(--hatch)',
        fillOpacity: 0.6,
        inset: 1,
      }),
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1 }),
      Plot.ruleY([0], { stroke: 'var(--edge)' }),
      Plot.axisX(
        Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
          (year) => (year - first) % every === 0,
        ),
        { tickFormat: (year: number) => String(year), tickSize: 4, label: null, fontSize: 12 },
      ),
      Plot.axisY({ anchor: side, label, labelArrow: 'none', ticks: 5, fontSize: 12 }),
      ...phrases.flatMap((phrase) => {
        const own = points.filter((point) => point.phrase === phrase);
        const told = known.filter((point) => point.phrase === phrase);
        return [
          Plot.line(told, {
            x: 'year',
            y: 'value',
            stroke: hue(phrase),
            strokeDasharray: '2 4',
            strokeWidth: 1.4,
          }),
          Plot.line(own, {
            x: 'year',
            y: (point: Point) => point.value ?? Number.NaN,
            stroke: hue(phrase),
            strokeWidth: 2,
          }),
          Plot.ruleX(
            told.filter(({ interval }) => interval !== null),
            {
              x: 'year',
              y1: (point: Point) => point.interval![0],
              y2: (point: Point) => point.interval![1],
              stroke: hue(phrase),
              strokeOpacity: 0.55,
              strokeWidth: 1.5,
              dx: beside(phrase),
            },
          ),
        ];
      }),
      Plot.dot(known, {
        x: 'year',
        y: 'value',
        fill: color,
        stroke: 'var(--paper)',
        strokeWidth: 1,
        r: 5.5,
        symbol: (point: Point) => shapes[point.phrase % shapes.length]!,
        href: 'href',
        ariaLabel: 'said',
        title: 'said',
      }),
    ],
    symbol: { type: 'identity' } as Plot.ScaleOptions,
    color: { type: 'identity' },
  }) as SVGSVGElement;
  svg.setAttribute('role', 'group');
  // Plot labels groups of marks by type, which means nothing to readers; the points have their own labels.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  for (const link of svg.querySelectorAll('a')) {
    const label = link.querySelector('[aria-label]')?.getAttribute('aria-label');
    if (label) link.setAttribute('aria-label', label);
  }
  return svg;
}
