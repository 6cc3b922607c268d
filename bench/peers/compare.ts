/**
 * Two reports of a series to several tools that compare texts: which paragraph became which? The truth is the constructed
 * corpus's own. A tool that compares words or letters is taken to pair the paragraphs that share most of what it calls
 * equal.
 *
 *     npm run bench:peers
 *
 * diff-match-patch: `npm install --no-save diff-match-patch`. CollateX: `pip install collatex`, PYTHON names the interpreter.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { diffLines, diffWordsWithSpace } from 'diff';
import { makeCorpus } from '../../scripts/corpus/make.ts';
import type { MadeReport } from '../../scripts/corpus/series.ts';
import { compareReports } from '../../src/compare/index.ts';
import { reportOf } from '../../test/compare/texts.ts';
import { onProcessor } from '../phrases/timing.ts';

const python = process.env.PYTHON ?? 'python3';
const pairs: (readonly [MadeReport, MadeReport])[] = [];
let before: MadeReport | null = null;
for (const report of makeCorpus({ words: 200_000, seed: 7 })) {
  if (before?.series === report.series && report.year % 3 === 1) pairs.push([before, report]);
  before = report;
}
pairs.splice(4);

type Link = readonly [base: number, other: number];
type Part = { value: string; added?: boolean; removed?: boolean };

/** Every true link, and those of passages that moved or came in parts. */
function truthOf([base, other]: readonly [MadeReport, MadeReport]) {
  const links: { link: Link; hard: boolean }[] = [];
  base.passages.forEach(({ key }, i) => {
    other.passages.forEach((passage, j) => {
      if (passage.key === key)
        links.push({ link: [i, j], hard: passage.fate === 'moved' || passage.fate === 'split' });
    });
  });
  return links;
}

/** Letters that two texts have in common by a list of parts, as links of the paragraphs in which they lie. */
function linksOf(parts: readonly Part[], base: readonly string[], other: readonly string[]): Link[] {
  const places = (texts: readonly string[]) =>
    texts.flatMap((text, i) => Array<number>(text.length + 1).fill(i));
  const [left, right] = [places(base), places(other)];
  const shared = new Map<number, Map<number, number>>();
  let [i, j] = [0, 0];
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      for (let k = 0; k < value.length; k += 1) {
        const of = shared.get(right[j + k]!) ?? new Map<number, number>();
        shared.set(right[j + k]!, of.set(left[i + k]!, (of.get(left[i + k]!) ?? 0) + 1));
      }
    }
    if (!added) i += value.length;
    if (!removed) j += value.length;
  }
  return [...shared].flatMap(([to, from]): Link[] => {
    const [best] = [...from].sort((x, y) => y[1] - x[1]);
    // A few letters in common are no answer.
    return best && best[1] >= 0.3 * other[to]!.length ? [[best[0], to]] : [];
  });
}

const texts = (report: MadeReport) => report.passages.map(({ text }) => text);
type Tool = (base: MadeReport, other: MadeReport) => Link[];
const byParts =
  (diff: (base: string, other: string) => Part[]): Tool =>
  (base, other) => {
    const [left, right] = [texts(base), texts(other)];
    return linksOf(diff(`${left.join('\n')}\n`, `${right.join('\n')}\n`), left, right);
  };
const place = (id: string) => Number(id.slice(id.lastIndexOf(':') + 1)) - 1;

const tools: Record<string, Tool> = {
  siyagha: (base, other) =>
    compareReports(reportOf('base', texts(base)), reportOf('other', texts(other))).changes.flatMap((change) =>
      change.base.flatMap((from) => change.other.map((to): Link => [place(from), place(to)])),
    ),
  'jsdiff, lines': byParts(diffLines),
  'jsdiff, words': byParts((base, other) => diffWordsWithSpace(base, other)),
};

interface DiffMatchPatch {
  diff_main(base: string, other: string): [number, string][];
  diff_cleanupSemantic(diffs: [number, string][]): void;
}
try {
  // Not among the project's packages: the name is no literal, so that types are not asked for.
  const name = 'diff-match-patch';
  const { default: Matcher } = (await import(name)) as { default: new () => DiffMatchPatch };
  const matcher = new Matcher();
  // With its own limit of a second, after which its answer is coarser.
  tools['diff-match-patch'] = byParts((base, other) => {
    const diffs = matcher.diff_main(base, other);
    matcher.diff_cleanupSemantic(diffs);
    return diffs.map(([op, value]) => ({ value, added: op === 1, removed: op === -1 }));
  });
} catch {
  console.log('diff-match-patch: not measured (npm install --no-save diff-match-patch)');
}
const script = fileURLToPath(new URL('./collatex_parts.py', import.meta.url));
if (spawnSync(python, ['-c', 'import collatex']).status === 0) {
  tools['CollateX (Python)'] = byParts((base, other) => {
    const input = JSON.stringify([base, other]);
    const { stdout, stderr, status } = spawnSync(python, [script], {
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(stderr.trim().split('\n').at(-1) || 'no answer within 120 s');
    return JSON.parse(stdout) as Part[];
  });
} else console.log('CollateX: not measured (pip install collatex)');

const rows: Record<string, Record<string, string>> = {};
for (const [name, tool] of Object.entries(tools)) {
  try {
    rows[name] = measured(name, tool);
  } catch (error) {
    console.log(`${name}: ${(error as Error).message}`);
  }
}
console.log('constructed corpus, seed 7; time of the processor, of the clock for CollateX');
console.table(rows);

function measured(name: string, tool: Tool): Record<string, string> {
  // A tool of a process of its own is slow by far: two pairs say enough.
  const asked = name.startsWith('CollateX') ? pairs.slice(0, 1) : pairs;
  let [right, answered, wanted, hardRight, hardWanted] = [0, 0, 0, 0, 0];
  const times: number[] = [];
  for (const pair of asked) {
    const began = performance.now();
    const { ms, result } = onProcessor(() => tool(...pair));
    times.push(name.startsWith('CollateX') ? performance.now() - began : ms);
    const found = new Set(result.map((link) => link.join()));
    const truth = truthOf(pair);
    answered += found.size;
    wanted += truth.length;
    for (const { link, hard } of truth) {
      const has = found.has(link.join()) ? 1 : 0;
      right += has;
      if (hard) {
        hardWanted += 1;
        hardRight += has;
      }
    }
  }
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return {
    'pairs of reports': String(asked.length),
    'links found': percent(right / wanted),
    'links right': percent(right / answered),
    'moved or split': percent(hardRight / hardWanted),
    'median time': `${times.sort((x, y) => x - y)[times.length >> 1]!.toFixed(0)} ms`,
  };
}
