/**
 * The full run: `npm run test:fuzz [-- --count 2000 --seed 1 --only 17]`. Prints the results by format, each failure
 * that has no code or does not name its file, and each file that exceeds its limit; the exit code is 1 if there is any.
 */
import { parseArgs } from 'node:util';
import { type Outcome, round } from './round.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const seed = Number(values.seed);
const numbers =
  values.only === undefined ? [...Array(Number(values.count)).keys()] : values.only.split(',').map(Number);
const time = 60_000;

const wrong: string[] = [];
let done = 0;
const outcomes = await round({
  seed,
  numbers,
  wide: true,
  time,
  memory: 1500,
  onOutcome: (outcome) => {
    done += 1;
    const fault = faultOf(outcome);
    const line = `${outcome.number} ${outcome.extension} ${outcome.mutation}: ${outcome.code} ${outcome.message}`;
    if (fault) wrong.push(`${fault}: ${line}`);
    if (done % 100 === 0) process.stderr.write(`${done} of ${numbers.length}\n`);
  },
});

function faultOf({ code, message, number, ms }: Outcome): string | null {
  if (code === null) return 'no code';
  if (code !== 'read' && !message.includes(`f${number}`)) return 'does not name its file';
  if (ms > time + 30_000) return `${Math.round(ms / 1000)} s`;
  return null;
}

const counts = new Map<string, number>();
for (const { extension, code } of outcomes) {
  const key = `${extension} ${code}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
for (const [key, count] of [...counts].sort()) console.log(`${key}: ${count}`);
const hard = outcomes.filter(({ code }) =>
  ['parser_died', 'too_slow', 'too_much_memory'].includes(code ?? ''),
);
for (const { number, extension, mutation, code } of hard)
  console.log(`stopped: ${number} ${extension} ${mutation} ${code}`);
const slowest = [...outcomes].sort((a, b) => b.ms - a.ms).slice(0, 5);
for (const { number, mutation, ms, code } of slowest)
  console.log(`slowest: ${number} ${mutation} ${code} ${Math.round(ms)} ms`);
for (const line of wrong) console.log(line);
console.log(`${outcomes.length} files, ${wrong.length} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;
