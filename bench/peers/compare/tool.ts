/**
 * A tool that runs in Node, called as bench/peers/compare.ts calls every tool: INPUT.json has pairs of texts as lists
 * of paragraphs; the output is one line of JSON for each.
 *
 *     node --import tsx tool.ts NAME INPUT.json
 */
import { readFileSync } from 'node:fs';
import { diffArrays, diffLines, diffWordsWithSpace } from 'diff';
import { compareReports } from '../../../src/compare/index.ts';
import { reportOf } from '../../../test/compare/texts.ts';
import { onProcessor } from '../../phrases/timing.ts';
import type { Answer, Link, Part, Range } from './answer.ts';

type Tool = (base: string[], other: string[]) => Omit<Answer, 'ms'>;
const byParts =
  (diff: (base: string, other: string) => Part[]): Tool =>
  (base, other) => ({ parts: diff(`${base.join('\n')}\n`, `${other.join('\n')}\n`) });

const siyagha: Tool = (base, other) => {
  const { changes } = compareReports(reportOf('base', base), reportOf('other', other));
  const place = (id: string) => Number(id.slice(id.lastIndexOf(':') + 1)) - 1;
  const links = changes.flatMap((change) =>
    change.base.flatMap((from) => change.other.map((to): Link => [place(from), place(to)])),
  );
  // For two passages, each a text of one paragraph, also which words stayed.
  if (base.length > 1 || other.length > 1) return { links, kept: null };
  const equal = changes.flatMap(({ diff }) => diff.filter(({ op }) => op === 'equal'));
  const ranges = (side: 'base' | 'other') => equal.map((part): Range => [part[side]!.start, part[side]!.end]);
  return { links, kept: { base: ranges('base'), other: ranges('other') } };
};

interface DiffMatchPatch {
  diff_main(base: string, other: string): [number, string][];
  diff_cleanupSemantic(diffs: [number, string][]): void;
}
async function diffMatchPatch(): Promise<Tool> {
  // Not among the project's packages: the name is not a literal, so that no types are needed.
  const name = process.env.DIFF_MATCH_PATCH ?? 'diff-match-patch';
  const { default: Matcher } = (await import(name)) as { default: new () => DiffMatchPatch };
  const matcher = new Matcher();
  // With its own limit of a second, after which its answer is coarser.
  return byParts((base, other) => {
    const diffs = matcher.diff_main(base, other);
    matcher.diff_cleanupSemantic(diffs);
    return diffs.map(([op, value]) => ({ value, added: op === 1, removed: op === -1 }));
  });
}

const tools: Record<string, () => Tool | Promise<Tool>> = {
  siyagha: () => siyagha,
  lines: () => byParts(diffLines),
  words: () => byParts((base, other) => diffWordsWithSpace(base, other)),
  // Its own definition of words does not include Arabic letters: each stands alone. Its README recommends a segmenter
  // for such texts.
  segmented: () => {
    const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
    const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
    return byParts((base, other) =>
      diffArrays(wordsOf(base), wordsOf(other)).map(({ value, added, removed }) => ({
        value: value.join(''),
        added,
        removed,
      })),
    );
  },
  'diff-match-patch': diffMatchPatch,
};
const [name, input] = process.argv.slice(2) as [string, string];
const tool = await tools[name]!();
const pairs = JSON.parse(readFileSync(input, 'utf8')) as [string[], string[]][];
// Once before, so that nothing is measured cold.
tool(...pairs[0]!);
for (const pair of pairs) {
  const { ms, result } = onProcessor(() => tool(...pair));
  console.log(JSON.stringify({ ms, ...result }));
}
