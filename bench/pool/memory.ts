/** The memory of a process and those it started, each page shared among those that have it (Linux). */
import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes; NaN where the system does not say. */
export function megabytes(pid: number): number {
  try {
    const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]) / 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    );
    return Math.round(children.reduce((sum, child) => sum + megabytes(Number(child)), own));
  } catch {
    return Number.NaN;
  }
}
