/**
 * The best one-to-one assignment over sparse candidates: successive shortest augmenting paths with potentials (Jonker
 * and Volgenant 1987), where every row may also stay unassigned at no profit.
 */

export interface Edge {
  row: number;
  column: number;
  /** Positive integer: the profit of the pair over staying unassigned. */
  profit: number;
}

/** Number of steps after which the remaining rows take their best free column: bounds the work for hostile input. */
const BUDGET = 6_000_000;

/**
 * Column of each row or -1, with the maximum total profit. Deterministic: in ties the order of the edges decides.
 * @param edges at most one per row and column, in any order
 */
export function assign(rows: number, columns: number, edges: readonly Edge[]): Int32Array {
  const first = new Int32Array(rows + 1);
  for (const { row } of edges) first[row + 1]!++;
  for (let r = 0; r < rows; r++) first[r + 1]! += first[r]!;
  const fill = first.slice();
  const to = new Int32Array(edges.length);
  const cost = new Float64Array(edges.length);
  for (const { row, column, profit } of edges) {
    const at = fill[row]!++;
    to[at] = column;
    cost[at] = -profit;
  }
  const columnOf = new Int32Array(rows).fill(-1);
  const rowOf = new Int32Array(columns).fill(-1);
  const u = new Float64Array(rows);
  const v = new Float64Array(columns);
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(columns);
  const heap = new Heap();
  let work = 0;

  for (let start = 0; start < rows; start++) {
    if (first[start] === first[start + 1]) continue;
    if (work > BUDGET) {
      let best = -1;
      for (let e = first[start]!; e < first[start + 1]!; e++)
        if (rowOf[to[e]!] === -1 && (best < 0 || cost[e]! < cost[best]!)) best = e;
      if (best >= 0) {
        columnOf[start] = to[best]!;
        rowOf[to[best]!] = start;
      }
      continue;
    }
    const touched: number[] = [];
    const settled: number[] = [];
    const scannedRows: [number, number][] = [];
    heap.clear();
    let row = start;
    let reached = 0;
    let end = 0; // the distance of the best end so far
    let endColumn = -1;
    let endRow = -1;
    end = Number.POSITIVE_INFINITY;
    for (;;) {
      scannedRows.push([row, reached]);
      const alone = reached - u[row]!;
      if (alone < end) {
        end = alone;
        endRow = row;
        endColumn = -1;
      }
      for (let e = first[row]!; e < first[row + 1]!; e++) {
        work++;
        const column = to[e]!;
        const d = reached + cost[e]! - u[row]! - v[column]!;
        if (d >= distance[column]! || d >= end) continue;
        if (distance[column] === Number.POSITIVE_INFINITY) touched.push(column);
        distance[column] = d;
        from[column] = row;
        if (rowOf[column] === -1) {
          end = d;
          endColumn = column;
          endRow = -1;
        } else heap.push(d, column);
      }
      let next = -1;
      for (let popped = heap.pop(); popped; popped = heap.pop()) {
        if (popped.key > distance[popped.value]! || popped.key >= end) continue;
        next = popped.value;
        break;
      }
      if (next < 0) break;
      settled.push(next);
      reached = distance[next]!;
      row = rowOf[next]!;
    }
    for (const [r, d] of scannedRows) u[r]! += end - d;
    for (const column of settled) v[column]! += distance[column]! - end;
    augment(start, endRow, endColumn, from, columnOf, rowOf);
    for (const column of touched) distance[column] = Number.POSITIVE_INFINITY;
  }
  return columnOf;
}

/** Flips the path's edges: from its end back to its first row. */
function augment(
  start: number,
  endRow: number,
  endColumn: number,
  from: Int32Array,
  columnOf: Int32Array,
  rowOf: Int32Array,
): void {
  let column = endColumn;
  if (column < 0) {
    if (endRow === start) return;
    column = columnOf[endRow]!;
    columnOf[endRow] = -1;
  }
  for (;;) {
    const row = from[column]!;
    const before = columnOf[row]!;
    columnOf[row] = column;
    rowOf[column] = row;
    if (row === start) return;
    column = before;
  }
}

/** Binary heap of columns by distance, then by number. */
class Heap {
  private readonly keys: number[] = [];
  private readonly values: number[] = [];

  clear(): void {
    this.keys.length = 0;
    this.values.length = 0;
  }

  push(key: number, value: number): void {
    let at = this.keys.length;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (!this.less(key, value, up)) break;
      this.keys[at] = this.keys[up]!;
      this.values[at] = this.values[up]!;
      at = up;
    }
    this.keys[at] = key;
    this.values[at] = value;
  }

  pop(): { key: number; value: number } | undefined {
    const [key, value] = [this.keys[0], this.values[0]];
    if (key === undefined || value === undefined) return undefined;
    const lastKey = this.keys.pop()!;
    const lastValue = this.values.pop()!;
    const size = this.keys.length;
    if (size > 0) {
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && this.less(this.keys[child + 1]!, this.values[child + 1]!, child)) child++;
        if (!this.less(this.keys[child]!, this.values[child]!, lastKey, lastValue)) break;
        this.keys[at] = this.keys[child]!;
        this.values[at] = this.values[child]!;
        at = child;
      }
      this.keys[at] = lastKey;
      this.values[at] = lastValue;
    }
    return { key, value };
  }

  private less(key: number, value: number, thanOrKey: number, thanValue?: number): boolean {
    const otherKey = thanValue === undefined ? this.keys[thanOrKey]! : thanOrKey;
    const otherValue = thanValue === undefined ? this.values[thanOrKey]! : thanValue;
    return key < otherKey || (key === otherKey && value < otherValue);
  }
}
