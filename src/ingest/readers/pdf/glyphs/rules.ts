/**
 * The rules of a page: straight lines along an axis, stroked or filled as thin boxes, as writers draw the borders of
 * tables. Paths that only clip, curves and slanted lines are not rules.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OperatorList } from './content.ts';
import { DrawingSpace } from './drawing-space.ts';
import { type Matrix, onAnyPage } from './space.ts';
import { glyphThresholds } from './thresholds.ts';

/** What pdf.js puts into the array of a path; its release does not export the names. */
const DrawOPS = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 };

/** From one point to another along x (`y0` = `y1`) or y; y downwards, as for glyphs. */
export interface Rule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A page with more rules than this is a drawing: none of them is a table border. */
export const mostRules = 20_000;

const strokes = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
strokes.add(OPS.closeFillStroke).add(OPS.closeEOFillStroke);
const fills = new Set([OPS.fill, OPS.eoFill]);

/** Null if there are too many. */
export function rulesOf({ fnArray, argsArray }: OperatorList): Rule[] | null {
  const rules: Rule[] = [];
  const space = new DrawingSpace();
  for (let i = 0; i < fnArray.length; i++) {
    const args = argsArray[i];
    if (fnArray[i] !== OPS.constructPath) {
      space.follow(fnArray[i], args);
      continue;
    }
    const [paint, path] = args as [number, [ArrayLike<number> | null]];
    if (!path?.[0] || (!strokes.has(paint) && !fills.has(paint))) continue;
    for (const points of subpaths(path[0], space.matrix)) addRules(rules, points, strokes.has(paint));
    if (rules.length > mostRules) return null;
  }
  return rules;
}

type Point = readonly [number, number];

/** The corners of each part of a path without curves, on the page. */
function subpaths(path: ArrayLike<number>, m: Matrix): Point[][] {
  const all: Point[][] = [];
  let points: Point[] = [];
  let curved = false;
  const end = () => {
    if (points.length > 1 && !curved) all.push(points);
    points = [];
    curved = false;
  };
  const at = (i: number): Point => [
    m[0] * path[i]! + m[2] * path[i + 1]! + m[4],
    -(m[1] * path[i]! + m[3] * path[i + 1]! + m[5]),
  ];
  for (let i = 0; i < path.length; ) {
    const operator = path[i++];
    if (operator === DrawOPS.moveTo) {
      end();
      points.push(at(i));
      i += 2;
    } else if (operator === DrawOPS.lineTo) {
      points.push(at(i));
      i += 2;
    } else if (operator === DrawOPS.closePath) {
      if (points.length > 2) points.push(points[0]!);
    } else {
      curved = true;
      i += operator === DrawOPS.curveTo ? 6 : 4;
    }
  }
  end();
  return all;
}

function addRules(rules: Rule[], points: readonly Point[], stroked: boolean): void {
  const { ruleLength, ruleWidth, ruleSlant } = glyphThresholds;
  if (!points.every(([x, y]) => onAnyPage(x) && onAnyPage(y))) return;
  if (stroked) {
    for (let i = 1; i < points.length; i++) {
      const [ax, ay] = points[i - 1]!;
      const [bx, by] = points[i]!;
      const dx = Math.abs(ax - bx);
      const dy = Math.abs(ay - by);
      if (Math.max(dx, dy) < ruleLength || Math.min(dx, dy) > ruleSlant * Math.max(dx, dy)) continue;
      rules.push(box(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)));
    }
    return;
  }
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  // A filled shape with many corners is not a box.
  if (points.length > 9) return;
  const [x0, y0, x1, y1] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  if (Math.min(x1 - x0, y1 - y0) > ruleWidth || Math.max(x1 - x0, y1 - y0) < ruleLength) return;
  rules.push(box(x0, y0, x1, y1));
}

/** The middle line of a thin box. */
function box(x0: number, y0: number, x1: number, y1: number): Rule {
  if (x1 - x0 >= y1 - y0) return { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 };
  return { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 };
}
