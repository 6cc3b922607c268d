/** Is a text a damaged visual layer? */
import { endsInLabel } from './label.ts';

const KASHIDA_INSIDE = /[\u0620-\u064A]\u0640+[\u0620-\u064A]/gu;
const KASHIDA_LOOSE = /(?:^|[\s])\u0640+[\u0620-\u064A]|[\u0620-\u064A]\u0640+(?=\s)/gu;
const LOOSE = /(?:^|\s)\u0640{1,}[\u0620-\u064A]|[\u0620-\u064A]\u0640+(?=\s)/u;
const SIGN_FIRST = /^ {0,12}[.:؛،][ \u0621-\u064A)]/u;
const BRACKET_TURNED = /\)\s*[^()\n]{1,60}\s*\(/gu;
const DIGIT_GLUED = /[0-9\u0660-\u0669][\u0621-\u064A]{2,}/u;

/** What tells a damaged line; 0 for a clean one. */
function damageOf(line: string): number {
  if (!/[\u0620-\u064A]/u.test(line)) return 0;
  let score = 0;
  const loose = line.match(KASHIDA_LOOSE)?.length ?? 0;
  score += Math.min(3, loose);
  if (SIGN_FIRST.test(line)) score += 2;
  if (endsInLabel(line)) score += 2;
  for (const match of line.matchAll(BRACKET_TURNED)) {
    const before = line.slice(0, match.index);
    if (before.split('(').length <= before.split(')').length) score += 1;
  }
  if (DIGIT_GLUED.test(line)) score += 0.5;
  if ((line.match(KASHIDA_INSIDE)?.length ?? 0) >= 3) score += 0.5;
  return score;
}

/** What only a stored drawing order shows; turned brackets and glued digits alone come from other damage too. */
function ordersLine(line: string): boolean {
  return SIGN_FIRST.test(line) || endsInLabel(line) || LOOSE.test(line);
}

/**
 * True for a text whose lines are stored in drawing order: signs at the beginning of lines, labels at their end, loose
 * kashida, turned brackets. Kashida inside words alone is not enough, nor are single odd lines.
 */
export function looksVisual(text: string): boolean {
  let lines = 0;
  let damaged = 0;
  let score = 0;
  for (const line of text.split('\n')) {
    if (!/[\u0620-\u064A]{2}/u.test(line)) continue;
    lines++;
    const damage = damageOf(line);
    if (damage >= 1 && ordersLine(line)) damaged++;
    score += Math.min(4, damage);
  }
  return lines > 0 && damaged >= 2 && damaged / lines > 0.15 && score / lines > 0.25;
}
