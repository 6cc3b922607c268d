/** The year bars as an SVG drawing, for a file; on screen they are a list that screen readers can read. */

import { pageDirection } from '../language.ts';
import type { Bar } from '../parts/bars.tsx';

const ns = 'http://www.w3.org/2000/svg';
const height = 240;
const floor = height - 26;

export function barsSvg(bars: readonly Bar[]): SVGSVGElement {
  const step = Math.max(16, Math.min(64, Math.floor(900 / Math.max(1, bars.length))));
  const width = step * bars.length;
  const most = Math.max(...bars.map((bar) => bar.height), Number.MIN_VALUE);
  const svg = document.createElementNS(ns, 'svg');
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    svg.setAttribute(name, String(value));
  const draw = (tag: string, attributes: Record<string, string | number>, text = '') => {
    const shape = document.createElementNS(ns, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, String(value));
    if (text !== '') shape.textContent = text;
    svg.append(shape);
  };
  const every = Math.ceil(36 / step);
  const label = { 'text-anchor': 'middle', 'font-size': 11, fill: 'var(--ink)', direction: 'ltr' };
  for (const [index, bar] of bars.entries()) {
    const x = pageDirection === 'rtl' ? width - (index + 1) * step : index * step;
    const tall = (bar.height / most) * (floor - 20);
    if (bar.count === null) {
      draw('rect', { x: x + 1, y: 0, width: step - 2, height: floor, fill: 'var(--hatch)' });
      draw('text', { ...label, x: x + step / 2, y: floor - 6 }, '?');
    } else {
      draw('rect', {
        x: x + step * 0.12,
        y: floor - tall,
        width: step * 0.76,
        height: tall,
        fill: 'var(--brand)',
      });
      if (every === 1) draw('text', { ...label, x: x + step / 2, y: floor - tall - 5 }, String(bar.count));
    }
    if (index % every === 0) draw('text', { ...label, x: x + step / 2, y: height - 8 }, String(bar.year));
  }
  draw('line', { x1: 0, x2: width, y1: floor, y2: floor, stroke: 'var(--ink)' });
  return svg;
}
