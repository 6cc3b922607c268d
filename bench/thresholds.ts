/**
 * The effect of each heuristic number of readers, repair and structure: each is halved and doubled, one at a time, and
 * the texts are read again.
 *
 *     npm run bench:thresholds [-- TABLE… | NAME…] [--markdown]
 */
import { damagedTexts, dataOfInputs, inputs } from './thresholds/inputs.ts';
import { Bench, type Figures } from './thresholds/measure.ts';
import { moved, moves, type Stage, tables } from './thresholds/tables.ts';

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const markdown = process.argv.includes('--markdown');
const wanted = (table: string, name: string) =>
  asked.length === 0 || asked.includes(table) || asked.includes(name);

const started = process.cpuUsage();
const stages = new Set(
  tables
    .filter(({ name, values }) => Object.keys(values).some((number) => wanted(name, number)))
    .map(({ stage }) => stage),
);
const bench = new Bench(stages.has('order') || stages.has('repair') ? damagedTexts() : []);
const files = await inputs();
console.log(`data: ${dataOfInputs}`);
await bench.load(files);
console.log(`${files.length} files, ${files.filter(({ truth }) => truth).length} with a known truth`);

/** In the order in which they are printed. */
const columns: [keyof Figures, string][] = [
  ['words', 'word errors'],
  ['blocks', 'blocks wrong'],
  ['metadata', 'metadata wrong'],
  ['missed', 'missed doubts'],
  ['needless', 'needless doubts'],
  ['changedFiles', 'files changed'],
  ['changedBlocks', 'blocks changed'],
];
const row = (cells: readonly (string | number)[]) =>
  markdown
    ? `| ${cells.join(' | ')} |`
    : [String(cells[0]).padEnd(32), ...cells.slice(1).map((cell) => String(cell).padStart(10))].join('');
const signed = (n: number) => (n > 0 ? `+${n}` : n === 0 ? '·' : String(n));

const shipped = new Map<Stage, Figures>();
let current: string | null = null;
for (const table of tables) {
  for (const [name, value] of Object.entries(table.values)) {
    if (!wanted(table.name, name)) continue;
    let before = shipped.get(table.stage);
    if (!before) {
      before = await bench.measure(table.stage);
      shipped.set(table.stage, before);
    }
    if (current !== table.name) {
      current = table.name;
      console.log('');
      console.log(row([table.name, 'value', ...columns.map(([, title]) => title)]));
      if (markdown) console.log(row(['---', ...columns.map(() => '---:'), '---:']));
      console.log(row(['as shipped', '', ...columns.map(([key]) => before![key])]));
    }
    for (const to of moves(name, value)) {
      const after = await moved(table, name, to, () => bench.measure(table.stage));
      console.log(
        row([
          `${name} ${short(value)}`,
          short(to),
          ...columns.map(([key]) => signed(after[key] - before![key])),
        ]),
      );
    }
  }
}
const { user, system } = process.cpuUsage(started);
console.log(`\n${Math.round((user + system) / 1e6)} s of processor time`);

function short(n: number): string {
  return String(Number(n.toPrecision(4)));
}
