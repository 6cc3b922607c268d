/** The changes of a comparison in an order that follows both reports' reading order. */
import type { Change, CompareBody } from '../body.ts';

/**
 * Every paragraph of both sides, so that leaving out deletions gives `other` in order and leaving out insertions gives
 * `base` in order. Moved paragraphs are deleted in their old place and inserted in their new one, and so is a paragraph
 * that was split or merged around another one (usually a footnote), because a paragraph mark cannot be tracked there.
 */
export function inBothOrders(
  body: CompareBody,
  baseIds: readonly string[],
  otherIds: readonly string[],
): Change[] {
  const position = new Map(baseIds.map((id, at) => [id, at]));
  const otherPosition = new Map(otherIds.map((id, at) => [id, at]));
  const together = (ids: readonly string[], places: ReadonlyMap<string, number>) =>
    (places.get(ids[ids.length - 1] ?? '') ?? 0) - (places.get(ids[0] ?? '') ?? 0) <= ids.length - 1;
  const torn = (change: Change) => !together(change.base, position) || !together(change.other, otherPosition);
  const kept = new Set(
    body.changes.filter((change) => !change.moved && change.other.length > 0 && !torn(change)),
  );
  const inPlace = new Set([...kept].flatMap((change) => change.base));
  const leaving = baseIds.filter((id) => !inPlace.has(id));
  const ordered: Change[] = [];
  const unpaired = new Map(
    body.changes.flatMap((change) =>
      change.base.length === 0 || change.other.length === 0
        ? [...change.base, ...change.other].map((id) => [id, change.doubtful] as const)
        : [],
    ),
  );
  let next = 0;
  const leave = (before: number) => {
    for (; next < leaving.length && (position.get(leaving[next]!) ?? 0) < before; next++)
      ordered.push(alone('removed', leaving[next]!, unpaired.get(leaving[next]!)));
  };
  const changeOf = new Map(body.changes.flatMap((change) => change.other.map((id) => [id, change])));
  for (const id of otherIds) {
    const change = changeOf.get(id);
    if (!change || !kept.has(change)) ordered.push(alone('added', id, unpaired.get(id)));
    else if (change.other[0] === id) {
      if (change.base[0] !== undefined) leave(position.get(change.base[0]) ?? 0);
      ordered.push(change);
    }
  }
  leave(Number.POSITIVE_INFINITY);
  return ordered;
}

/**
 * A paragraph that exists on one side only; without a diff, all of it was deleted or inserted. Moved text is not in
 * doubt.
 */
function alone(change: 'added' | 'removed', id: string, doubtful = false): Change {
  return {
    change,
    moved: false,
    punctuation: false,
    doubtful,
    base: change === 'removed' ? [id] : [],
    other: change === 'added' ? [id] : [],
    similarity: 0,
    diff: [],
  };
}
