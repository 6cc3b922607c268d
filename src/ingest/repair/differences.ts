/** Where two readings of one line differ. */
import type { Part } from './line-state.ts';

/** Words, numbers and Latin: punctuation does not count as a reading. */
export const isRead = ({ kind }: Part): boolean => kind === 'word' || kind === 'number' || kind === 'latin';

/**
 * Indexes of the words that are missing from the other reading or moved in it. If two stretches swapped places, the
 * shorter one counts as moved, or both if they are equally long.
 */
export function differences(parts: readonly Part[], others: readonly Part[]): number[] {
  const read = others.filter(isRead);
  const byAtom = new Map(read.map((part, i) => [part.atoms[0]!, i]));
  const differing: number[] = [];
  const common: { at: number; there: number }[] = [];
  for (const [at, part] of parts.entries()) {
    if (!isRead(part)) continue;
    const there = byAtom.get(part.atoms[0]!);
    if (there === undefined || !sameAtoms(part, read[there]!)) differing.push(at);
    else common.push({ at, there });
  }
  for (const k of outOfOrder(common.map(({ there }) => there))) differing.push(common[k]!.at);
  return differing;
}

const sameAtoms = (a: Part, b: Part): boolean =>
  a.atoms.length === b.atoms.length && a.atoms.every((atom, i) => atom === b.atoms[i]);

/** Indexes of what is not in every longest increasing subsequence of `places`. */
export function outOfOrder(places: readonly number[]): number[] {
  const count = places.length;
  if (places.every((place, i) => i === 0 || places[i - 1]! < place)) return [];
  const ending = new Array<number>(count).fill(1);
  const starting = new Array<number>(count).fill(1);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) if (places[j]! < places[i]!) ending[i] = Math.max(ending[i]!, ending[j]! + 1);
  for (let i = count - 1; i >= 0; i--)
    for (let j = i + 1; j < count; j++)
      if (places[j]! > places[i]!) starting[i] = Math.max(starting[i]!, starting[j]! + 1);
  const longest = Math.max(...ending);
  const inRun = places.flatMap((_, i) => (ending[i]! + starting[i]! - 1 === longest ? [i] : []));
  const onLevel = new Map<number, number>();
  for (const i of inRun) onLevel.set(ending[i]!, (onLevel.get(ending[i]!) ?? 0) + 1);
  const needed = new Set(inRun.filter((i) => onLevel.get(ending[i]!) === 1));
  return places.flatMap((_, i) => (needed.has(i) ? [] : [i]));
}
