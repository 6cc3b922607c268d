/**
 * Is a pasted wording found where it occurs, and nowhere else? Runs of 3 to 10 words of the samples are looked for in
 * the seven other reports; an answer is correct if its passage is in the paragraph with the same key. With and without
 * the rule that a version must share the wording's rarer words.
 *
 *     npm run eval:wording
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenize } from 'arabic-normalizer';
import { rarityIn, wordingHistory } from '../src/compare/index.ts';
import { buildPhraseIndex } from '../src/phrases/index.ts';
import { openStore } from '../src/store/index.ts';
import { sampleReports } from '../test/compare/texts.ts';
import { generator } from './phrases/timing.ts';

const asked = 300;

const folder = mkdtempSync(join(tmpdir(), 'siyagha-bench-wording-'));
const store = openStore(folder);
const all = sampleReports();
const keyOf = new Map<string, string>();
for (const { text, keys } of all) {
  const paragraphs = [...text.paragraphs];
  const report = { ...text.report, paragraphs: paragraphs.length };
  store.put({ report, paragraphs, repairs: [], symbolGiven: true });
  paragraphs.forEach(({ id }, i) => {
    keyOf.set(id, keys[i]!);
  });
}
const rarity = rarityIn(buildPhraseIndex(store.snapshot(), 'folded'));
store.close();
rmSync(folder, { recursive: true, force: true });

console.log(`data: ${all.length} samples`);
const random = generator(11);
const anchors: { text: string; key: string; report: string }[] = [];
while (anchors.length < asked) {
  const { paragraphs } = all[random(all.length)]!.text;
  const { id, report, text } = paragraphs[random(paragraphs.length)]!;
  const tokens = tokenize(text, 'exact');
  const length = 3 + random(8);
  if (tokens.length < length) continue;
  const first = random(tokens.length - length + 1);
  const run = text.slice(tokens[first]!.start, tokens[first + length - 1]!.end);
  anchors.push({ text: run, key: keyOf.get(id)!, report });
}

for (const [name, options] of [
  ['without the rule', {}],
  ['with it', { rarity }],
] as const) {
  const count = { right: 0, given: 0, wanted: 0 };
  for (const { text, key, report } of anchors) {
    const others = all.filter((other) => other.text.report.id !== report);
    const { versions } = wordingHistory(
      { text },
      others.map((other) => other.text),
      options,
    );
    count.wanted += others.filter(({ keys }) => keys.includes(key)).length;
    for (const { paragraph } of versions) {
      if (paragraph === null) continue;
      count.given += 1;
      if (keyOf.get(paragraph) === key) count.right += 1;
    }
  }
  const [precision, recall] = [count.right / count.given, count.right / count.wanted];
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(`${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`);
}
