/** Which words of a repaired text are wrong, and what repair knew about them. */
import { tokenize, words } from 'arabic-normalizer';
import type { Signals } from '../../src/ingest/repair/signals.ts';
import type { VisualRepair } from '../../src/ingest/repair/visual.ts';

export interface JudgedWord {
  wrong: boolean;
  doubted: boolean;
  /** Null in a line that was used as stored. */
  signals: Signals | null;
}

/** Words of a text that match none of the truth's in an alignment with the fewest edits are wrong. */
export function judge(
  truth: readonly string[],
  repaired: Pick<VisualRepair, 'blocks' | 'readings'>,
  from = 0,
): JudgedWord[] {
  const expected = truth.flatMap((line) => words(line, 'folded'));
  const got = repaired.blocks
    .slice(from)
    .flatMap((block, i) => tokenize(block.text, 'folded').map((token) => ({ token, at: from + i })));
  const right = matched(
    expected,
    got.map(({ token }) => token.text),
  );
  return got.map(({ token, at }, i) => {
    const overlaps = (start: number, end: number) => start < token.end && end > token.start;
    const reading = repaired.readings[at]!.find(({ start, end }) => overlaps(start, end));
    const doubted = (repaired.blocks[at]!.doubts ?? []).some(([start, end]) => overlaps(start, end));
    return { wrong: !right[i], doubted, signals: reading?.signals ?? null };
  });
}

function matched(expected: readonly string[], got: readonly string[]): boolean[] {
  const width = got.length + 1;
  const cost = new Uint16Array((expected.length + 1) * width);
  for (let i = 0; i <= expected.length; i++) {
    for (let j = 0; j <= got.length; j++) {
      const at = i * width + j;
      if (i === 0 || j === 0) cost[at] = i + j;
      else {
        const same = expected[i - 1] === got[j - 1] ? 0 : 1;
        cost[at] = Math.min(cost[at - width - 1]! + same, cost[at - width]! + 1, cost[at - 1]! + 1);
      }
    }
  }
  const right = got.map(() => false);
  let i = expected.length;
  let j = got.length;
  while (i > 0 && j > 0) {
    const at = i * width + j;
    const same = expected[i - 1] === got[j - 1];
    if (same && cost[at] === cost[at - width - 1]) {
      right[--j] = true;
      i--;
    } else if (cost[at] === cost[at - width - 1]! + 1) {
      i--;
      j--;
    } else if (cost[at] === cost[at - width]! + 1) i--;
    else j--;
  }
  return right;
}
