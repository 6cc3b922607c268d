/** Puts paragraphs that are cells of one table together as its rows. Pure functions. */
import type { Paragraph } from '../client.ts';
import type { Part } from './report-text.tsx';

export interface Table {
  /** Its number in the report. */
  table: number;
  /** For each row the columns of the table, each with its paragraphs. */
  rows: Paragraph[][][];
  first: number;
}

export type Block = Part | Table;

/** A single cell is not worth showing as a table. */
const leastCells = 2;

/** `parts` with each run of cells of one table merged into one part. */
export function withTables(parts: readonly Part[]): Block[] {
  const blocks: Block[] = [];
  let run: Paragraph[] = [];
  const end = () => {
    blocks.push(...(run.length < leastCells ? run : [tableOf(run)]));
    run = [];
  };
  for (const part of parts) {
    const table = 'folded' in part ? null : (part.cell?.table ?? null);
    if (run.length > 0 && run[0]!.cell!.table !== table) end();
    if (table === null) blocks.push(part);
    else run.push(part as Paragraph);
  }
  end();
  return blocks;
}

/** Empty columns are left out; a merged cell leaves the ones that it covers empty. */
function tableOf(cells: readonly Paragraph[]): Table {
  const columns = [...new Set(cells.map(({ cell }) => cell!.column))].sort((a, b) => a - b);
  const at = new Map(columns.map((column, index) => [column, index]));
  const rows = new Map<number, Paragraph[][]>();
  for (const paragraph of cells) {
    const { row, column } = paragraph.cell!;
    const line = rows.get(row) ?? columns.map(() => []);
    line[at.get(column)!]!.push(paragraph);
    rows.set(row, line);
  }
  return { table: cells[0]!.cell!.table, rows: [...rows.values()], first: cells[0]!.ordinal };
}
