/** The changes of a comparison in an order that is both reports' reading order. */
import type { Change, CompareBody } from '../body.ts';

/**
 * Every paragraph of both sides, so that leaving out what went gives `other` in order and leaving out what came gives
 * `base` in order. What moved is taken out at its old place and put in at its new one, and so is a paragraph that
 * was split or merged around another one (a footnote, mostly), because an end of paragraph cannot be tracked there.
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

/** A paragraph that is whole on one side; without a diff, all of it went or came. What moved is not in doubt. */
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
