/**
 * The heaviest alignment of two short sequences: every match earns its word's weight, and a little more if it directly
 * follows another match, so that rare words align before particles and runs stay whole. Dynamic programming (Needleman
 * and Wunsch 1970) with a second state for "the previous pair matched too".
 */

/** Bonus for a match that continues a run. Less than half of any weight, so it only breaks ties. */
const RUN = 1;

const SKIP_A = 0;
const SKIP_B = 1;
const MATCH = 2;
const RUN_ON = 4;

let steps = new Uint8Array(1 << 16);
let alone = [new Int32Array(256), new Int32Array(256)];
let after = [new Int32Array(256), new Int32Array(256)];

/** Called with each matched pair of positions, ascending. */
export type OnMatch = (a: number, b: number) => void;

/**
 * Aligns `a[a0…a1)` with `b[b0…b1)` in (a1-a0)·(b1-b0) steps and bytes.
 * @param weight positive integer per id
 */
export function alignWeighted(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
  weight: (id: number) => number,
  onMatch: OnMatch,
): void {
  const rows = a1 - a0;
  const columns = b1 - b0;
  if (rows <= 0 || columns <= 0) return;
  if (steps.length < rows * columns) steps = new Uint8Array(rows * columns * 2);
  if (alone[0]!.length <= columns) {
    alone = [new Int32Array(columns * 2 + 2), new Int32Array(columns * 2 + 2)];
    after = [new Int32Array(columns * 2 + 2), new Int32Array(columns * 2 + 2)];
  }
  let aloneBelow = alone[0]!.fill(0, 0, columns + 1);
  let afterBelow = after[0]!.fill(0, 0, columns + 1);
  let aloneHere = alone[1]!;
  let afterHere = after[1]!;
  for (let i = rows - 1; i >= 0; i--) {
    const id = a[a0 + i] as number;
    const worth = weight(id);
    const row = i * columns;
    aloneHere[columns] = 0;
    afterHere[columns] = 0;
    let right = 0;
    for (let j = columns - 1; j >= 0; j--) {
      let best = aloneBelow[j] as number;
      let step = SKIP_A;
      if (right > best) {
        best = right;
        step = SKIP_B;
      }
      let run = best;
      if (id === b[b0 + j]) {
        const matched = worth + (afterBelow[j + 1] as number);
        if (matched >= best) {
          best = matched;
          step = MATCH;
          run = matched;
        }
        if (matched + RUN >= run) {
          run = matched + RUN;
          step |= RUN_ON;
        }
      }
      steps[row + j] = step;
      aloneHere[j] = best;
      afterHere[j] = run;
      right = best;
    }
    [aloneBelow, aloneHere] = [aloneHere, aloneBelow];
    [afterBelow, afterHere] = [afterHere, afterBelow];
  }
  let i = 0;
  let j = 0;
  let running = false;
  while (i < rows && j < columns) {
    const step = steps[i * columns + j] as number;
    if ((step & 3) === MATCH || (running && step & RUN_ON)) {
      onMatch(a0 + i, b0 + j);
      i++;
      j++;
      running = true;
    } else {
      running = false;
      if ((step & 3) === SKIP_A) i++;
      else j++;
    }
  }
}
