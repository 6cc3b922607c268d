/**
 * siyagha's two answers to bench/peers/reuse.ts: for each passage, the passages of the previous year that are similar
 * to it (`similar`), or that share a run of words with it (`recurring`). Prints a pair of paragraph ids per line.
 *
 *     node --import tsx siyagha.ts similar|recurring STORE MIN_WORDS
 */
import { similarParagraphs } from '../../../src/compare/index.ts';
import { openIndexes, recurringAnswer, scopeOf } from '../../../src/phrases/index.ts';
import { openStore } from '../../../src/store/index.ts';

const [answer, folder, minWords] = process.argv.slice(2) as [string, string, string];
const store = openStore(folder);
const indexes = await openIndexes(store, { lexicon: new Set<string>() });
await indexes.settled();
const view = indexes.current();
const { table, reader } = view;
const index = view.byProfile('folded');
const numberOf = new Map(table.reports.map(({ series, year }, number) => [`${series} ${year}`, number]));
table.reports.forEach(({ id, series, year }, number) => {
  const before = numberOf.get(`${series} ${Number(year) - 1}`);
  if (before === undefined) return;
  const ofReport = answer === 'similar' ? similar(number, before) : recurring(id, before);
  for (const [earlier, later] of ofReport) console.log(JSON.stringify([earlier, later]));
});
await indexes.close();
store.close();

function* similar(report: number, before: number): Generator<[string, string]> {
  const load = (ids: readonly string[]) => reader.paragraphsById(ids);
  const scope = (number: number) => number === before;
  for (const paragraph of reader.paragraphs(table.reports[report]!.id)) {
    const { verbatim, hits } = similarParagraphs({ paragraph }, index, load, { scope });
    for (const found of [...verbatim.reports, ...hits]) yield [found.paragraph, paragraph.id];
  }
}

function* recurring(report: string, before: number): Generator<[string, string]> {
  const params = { report, min_words: Number(minWords), places: true, limit: Number.MAX_SAFE_INTEGER };
  const earlier = table.reports[before]!.id;
  for (const { occurrences, reports } of recurringAnswer(view, params, scopeOf(table, [before])).phrases) {
    const places = reports.find(({ report: other }) => other === earlier)?.occurrences;
    if (!Array.isArray(places)) continue;
    for (const here of occurrences) for (const there of places) yield [there.paragraph, here.paragraph];
  }
}
