/** Word error rate: the fewest insertions, deletions and replacements of words, and where they are. */

/** Edit distance over words, with each run of edits as one line of text in its context. */
export function alignWords(expected: string[], got: string[]): { errors: number; edits: string[] } {
  const n = expected.length;
  const m = got.length;
  const width = m + 1;
  const cost = new Uint32Array((n + 1) * width);
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const at = i * width + j;
      if (i === 0 || j === 0) cost[at] = i + j;
      else {
        const same = expected[i - 1] === got[j - 1] ? 0 : 1;
        cost[at] = Math.min(cost[at - width - 1]! + same, cost[at - width]! + 1, cost[at - 1]! + 1);
      }
    }
  }
  const edits: string[] = [];
  let i = n;
  let j = m;
  let run: { from: number; gone: string[]; come: string[] } | null = null;
  const close = () => {
    if (!run) return;
    const context = expected.slice(Math.max(0, i - 4), i).join(' ');
    edits.push(`…${context} [- ${run.gone.reverse().join(' ')}] [+ ${run.come.reverse().join(' ')}]`);
    run = null;
  };
  while (i > 0 || j > 0) {
    const at = i * width + j;
    const same = i > 0 && j > 0 && expected[i - 1] === got[j - 1];
    if (same && cost[at] === cost[at - width - 1]) {
      close();
      i--;
      j--;
      continue;
    }
    run ??= { from: i, gone: [], come: [] };
    if (i > 0 && j > 0 && cost[at] === cost[at - width - 1]! + 1) {
      run.gone.push(expected[--i]!);
      run.come.push(got[--j]!);
    } else if (i > 0 && cost[at] === cost[at - width]! + 1) run.gone.push(expected[--i]!);
    else run.come.push(got[--j]!);
  }
  close();
  return { errors: cost[n * width + m]!, edits: edits.reverse() };
}

/** Seconds of processor time since `start`: unlike wall time, they are meaningful on a busy machine. */
export function cpuSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
