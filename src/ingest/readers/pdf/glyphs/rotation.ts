/**
 * Rotated text: glyphs are grouped by the angle of their baseline and each group is turned upright, the angle of most
 * of the page first. Text at another angle never gets into the page's lines.
 */
import type { Glyph } from './glyph.ts';
import type { Rule } from './rules.ts';

/** The rules of a page turned like its glyphs; none for text that does not run along an axis. */
export function turnedRules(rules: readonly Rule[], angle: number): Rule[] {
  if (angle === 0) return [...rules];
  if (angle % 90 !== 0) return [];
  const cos = Math.round(Math.cos((angle * Math.PI) / 180));
  const sin = Math.round(Math.sin((angle * Math.PI) / 180));
  return rules.map(({ x0, y0, x1, y1 }) => {
    const [ax, ay, bx, by] = [
      x0 * cos - y0 * sin,
      x0 * sin + y0 * cos,
      x1 * cos - y1 * sin,
      x1 * sin + y1 * cos,
    ];
    return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  });
}

/** Groups of upright glyphs, the page's main direction first. */
export function upright(glyphs: readonly Glyph[]): Glyph[][] {
  const groups = new Map<number, Glyph[]>();
  for (const g of glyphs) {
    const group = groups.get(g.angle);
    if (group) group.push(g);
    else groups.set(g.angle, [g]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length).map((group) => turn(group));
}

function turn(group: Glyph[]): Glyph[] {
  const { angle } = group[0]!;
  if (angle === 0) return group;
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  // y points downwards here, so this is how to turn back by the angle.
  return group.map((g) => ({ ...g, x: g.x * cos - g.y * sin, y: g.x * sin + g.y * cos }));
}
