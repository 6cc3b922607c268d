/**
 * Accuracy of the comparison: pairs made by known edits (seeded), scored against their truth, next to two baselines: a
 * line diff by jsdiff and the greedy best cosine.
 *
 *     npx tsx bench/eval-compare.ts [--pairs 40] [--seed 1] [--drafts] [--own] [--show]
 *
 * `--drafts` makes the pairs in another way, from other texts (`compare/drafts.ts`). `--own` takes the new words of
 * reworded paragraphs from the same text, which is harder.
 */
import { parseArgs } from 'node:util';
import { compareReports } from '../src/compare/index.ts';
import { reportOf } from '../test/compare/texts.ts';
import { type CleanText, corpusTexts, federalTexts, type Line, sampleTexts } from './compare/corpus.ts';
import { makeDrafts } from './compare/drafts.ts';
import { makePair, type Pair } from './compare/generate.ts';
import { byCosine, byLineDiff } from './compare/plain.ts';
import { Random } from './compare/random.ts';
import { type AnsweredLink, Scores } from './compare/score.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    drafts: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
const random = new Random(seed);
const texts: CleanText[] = values.drafts
  ? [...federalTexts(40, seed + 1000, 15), ...corpusTexts(100)]
  : [...sampleTexts(), ...federalTexts(60, seed)];

function ours(pair: Pair): AnsweredLink[] {
  const base = reportOf('base', pair.base);
  const other = reportOf('other', pair.other);
  const place = (id: string) => Number(id.slice(id.indexOf(':') + 1)) - 1;
  return compareReports(base, other).changes.map((change) => ({
    base: change.base.map(place),
    other: change.other.map(place),
    change: change.change,
    moved: change.moved,
  }));
}

const plainly = (links: { base: number; other: number }[]): AnsweredLink[] =>
  links.map(({ base, other }) => ({ base: [base], other: [other] }));

const results = { ours: new Scores(), 'line diff (jsdiff)': new Scores(), 'greedy cosine': new Scores() };
for (let n = 0; n < Number(values.pairs); n++) {
  const text = texts[n % texts.length] as CleanText;
  const foreign = texts.filter((t) => t !== text).flatMap((t): Line[] => t.lines.slice(0, 60));
  const source = values.own ? text.lines : foreign;
  const pair = (values.drafts ? makeDrafts : makePair)(text, foreign, random, source);
  const answer = ours(pair);
  results.ours.add(pair, answer);
  results['line diff (jsdiff)'].add(pair, plainly(byLineDiff(pair.base, pair.other)));
  results['greedy cosine'].add(pair, plainly(byCosine(pair.base, pair.other)));
  if (values.show) show(text.name, pair, answer);
}

const percent = (share: number) => share.toFixed(4);
console.log(`${values.pairs} pairs, seed ${seed}`);
console.table(
  Object.fromEntries(
    Object.entries(results).map(([name, scores]) => [
      name,
      {
        'alignment F1': percent(scores.alignment.f1),
        'half reworded F1': percent(scores.half.f1),
        'kind of change': name === 'ours' ? percent(scores.kinds.f1) : '',
        'moved F1': name === 'ours' ? percent(scores.moved.f1) : '',
        'split/merge F1': name === 'ours' ? percent(scores.groups.f1) : '',
      },
    ]),
  ),
);

/** Prints the differences from the truth. */
function show(name: string, pair: Pair, answer: readonly AnsweredLink[]): void {
  const key = (link: AnsweredLink) => `${link.base.join('+')}>${link.other.join('+')}`;
  const wanted = new Map(pair.links.map((link) => [key(link), link]));
  const found = new Map(answer.map((link) => [key(link), link]));
  const lines = (link: AnsweredLink) => [
    ...link.base.map((i) => `    - ${pair.base[i]!.kind} ${pair.base[i]!.text.slice(0, 160)}`),
    ...link.other.map((j) => `    + ${pair.other[j]!.kind} ${pair.other[j]!.text.slice(0, 160)}`),
  ];
  for (const [k, link] of wanted) {
    const got = found.get(k);
    if (!got)
      console.log(
        [`${name} missing ${k} ${link.change} ${link.share.toFixed(2)}`, ...lines(link)].join('\n'),
      );
    else if (got.change !== link.change || !!got.moved !== link.moved)
      console.log(
        [`${name} ${k} ${link.change} ${link.moved} → ${got.change} ${got.moved}`, ...lines(link)].join('\n'),
      );
  }
  for (const [k, link] of found)
    if (!wanted.has(k)) console.log([`${name} wrong ${k} ${link.change}`, ...lines(link)].join('\n'));
}
