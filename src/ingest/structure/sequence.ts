/**
 * Which of a text's printed numbers are the report's own. Numbered paragraphs run 1, 2, 3 … through the text, while
 * lists inside them (an agenda, for example) restart at 1. Every reading of the numbers as "own" or "of a list" is
 * scored and the best one kept (a beam search over the candidates, left to right): a number that continues the report's
 * count scores highest, so a reading that takes a list's 2 and 3 for the report's loses when the real ones come and do
 * not fit.
 */

import { numberThresholds } from './thresholds.ts';

export interface NumberCandidate {
  value: number;
  /** `12 مكررا` */
  repeated: boolean;
  /** There is a heading between this candidate and the one before. */
  headingBefore: boolean;
  /** The block right before is the previous candidate. */
  adjacent: boolean;
  /** Last character of the block before, '' at the start. */
  endBefore: string;
  /** Automatic list and its depth from 1, if the format has them. */
  list?: string | undefined;
  level?: number | undefined;
}

interface State {
  main: number;
  mainList: string | undefined;
  /** Last value of the open inner list, 0 if none is open. */
  inner: number;
  score: number;
  own: boolean;
  before: State | null;
}

/** Readings kept at each number (beam width): a limit on time, far above what any text has needed. */
const BEAM = 64;

const listMarks = new Set(['؛', ';', '،', ',']);

function ownScore(state: State, candidate: NumberCandidate): number | null {
  const t = numberThresholds;
  const { value, repeated } = candidate;
  let score: number;
  if (repeated ? value === state.main : value === state.main + 1) score = t.next;
  else if (repeated || value <= state.main) return null;
  else if (state.main === 0) score = t.first - Math.min(t.firstLatest, value * t.firstLater);
  else {
    const missing = value - state.main - 1;
    if (missing > t.missing) return null;
    score = -t.gap - t.eachMissing * missing;
  }
  if (listMarks.has(candidate.endBefore)) score -= t.listMark;
  if (candidate.endBefore === ':' && !candidate.headingBefore) score -= t.colon;
  if (candidate.adjacent && state.inner > 0 && value === state.inner + 1) {
    // The open list could continue; a full stop says that it has ended.
    score -= candidate.endBefore === '.' ? t.listStopped : t.listGoesOn;
  }
  if (candidate.list !== undefined && state.mainList !== undefined) {
    score += candidate.list === state.mainList ? t.sameList : -t.otherList;
  }
  if ((candidate.level ?? 1) > 1) score -= t.deeper;
  return score;
}

function innerScore(state: State, candidate: NumberCandidate): number {
  const t = numberThresholds;
  const { value, headingBefore, endBefore } = candidate;
  if (state.inner > 0 && value === state.inner + 1) {
    return (headingBefore ? t.listHeading : t.listNext) + (listMarks.has(endBefore) ? t.listMark / 2 : 0);
  }
  if (value !== 1) return t.listOther;
  const opens = endBefore === ':' ? 0 : headingBefore ? t.listOpensAtHeading : t.listOpens;
  return opens - (state.inner > 0 ? t.listOpen : 0);
}

function prune(states: State[]): State[] {
  const best = new Map<string, State>();
  for (const state of states) {
    const key = `${state.main}/${state.inner}/${state.mainList ?? ''}`;
    const other = best.get(key);
    if (!other || other.score < state.score) best.set(key, state);
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, BEAM);
}

/**
 * For each candidate, in reading order, whether it is the report's own number. All false if the numbers are not one
 * count: a law, for example, whose articles each have a list from 1.
 */
export function ownNumbers(candidates: readonly NumberCandidate[]): boolean[] {
  let states: State[] = [{ main: 0, mainList: undefined, inner: 0, score: 0, own: false, before: null }];
  for (const candidate of candidates) {
    const next: State[] = [];
    for (const state of states) {
      const inner = candidate.value;
      next.push({
        main: state.main,
        mainList: state.mainList,
        inner,
        score: state.score + innerScore(state, candidate),
        own: false,
        before: state,
      });
      const gain = ownScore(state, candidate);
      if (gain === null) continue;
      const mainList = candidate.list ?? state.mainList;
      next.push({
        main: candidate.value,
        mainList,
        inner: 0,
        score: state.score + gain,
        own: true,
        before: state,
      });
    }
    states = prune(next);
  }
  const own = new Array<boolean>(candidates.length).fill(false);
  let state: State | null = states[0]!;
  for (let i = candidates.length - 1; i >= 0; i--) {
    own[i] = state!.own;
    state = state!.before;
  }
  return hasCountOfItsOwn(candidates, own) ? own : own.fill(false);
}

function hasCountOfItsOwn(candidates: readonly NumberCandidate[], own: readonly boolean[]): boolean {
  const count = own.filter(Boolean).length;
  const restarts = candidates.filter((c, i) => !own[i] && c.value === 1 && c.endBefore !== ':').length;
  const { restarts: many, restartShare } = numberThresholds;
  return count > 0 && !(restarts >= many && restarts > restartShare * count);
}
