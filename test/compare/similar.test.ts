/** Precedents through the phrase index: the nearest passages of other reports. */
import { words } from 'arabic-normalizer';
import { describe, expect, it } from 'vitest';
import { CompareError, similarParagraphs } from '../../src/compare/index.ts';
import { lcsLength, similarityOf } from '../../src/compare/lcs.ts';
import { nearestParagraphs } from '../../src/compare/nearest.ts';
import { buildPhraseIndex } from '../../src/phrases/index.ts';
import { memoryReader } from '../phrases/memory-reader.ts';
import { sampleReports } from './texts.ts';

const samples = sampleReports();
const reader = memoryReader(
  samples.map(({ text, source }) => ({
    id: text.report.id,
    year: source.year,
    paragraphs: text.paragraphs.map((p) => p.text),
  })),
);
const index = buildPhraseIndex(reader, 'folded');
const all = new Map(samples.flatMap(({ text }) => reader.paragraphs(text.report.id)).map((p) => [p.id, p]));
const load = (ids: readonly string[]) => ids.map((id) => all.get(id)!);
const dated = (key: string, year: number) => {
  const { text, keys } = samples.find(({ source }) => source.year === year)!;
  return all.get(text.paragraphs[keys.indexOf(key)]!.id)!;
};

describe('precedents', () => {
  it('of a paragraph are the same passage in the other reports, nearest first, without its own report', () => {
    const paragraph = dated('data.exchange', 2012);
    const { hits, anchor } = similarParagraphs({ paragraph }, index, load);
    expect(anchor.paragraph).toBe(paragraph.id);
    expect(
      hits
        .slice(0, 7)
        .map((hit) => hit.paragraph)
        .sort(),
    ).toEqual([2008, 2010, 2014, 2016, 2018, 2020, 2022].map((year) => dated('data.exchange', year).id));
    expect(hits[0]).toMatchObject({
      paragraph: dated('data.exchange', 2014).id,
      similarity: 1,
      change: 'identical',
    });
  });

  it.each([2008, 2016, 2022])('of every paragraph of %i are in order, nearest first', (year) => {
    const { text } = samples.find(({ source }) => source.year === year)!;
    for (const paragraph of reader.paragraphs(text.report.id)) {
      if (words(paragraph.text).length === 0) continue;
      const { hits } = similarParagraphs({ paragraph }, index, load, { limit: 50 });
      const similarities = hits.map((hit) => hit.similarity);
      expect(similarities, paragraph.id).toEqual([...similarities].sort((x, y) => y - x));
    }
  });

  it('of a pasted sentence are passages inside paragraphs, with the words that differ', () => {
    const source = dated('data.exchange', 2016).text;
    const pasted = source.split(' ').slice(0, 12).join(' ').replace('شهر', 'أسبوع');
    const { hits } = similarParagraphs({ text: pasted }, index, load, { limit: 3 });
    expect(hits).toHaveLength(3);
    const [best] = hits;
    const passage = all.get(best!.paragraph)!.text.slice(best!.start, best!.end);
    expect(words(passage).length).toBeLessThanOrEqual(words(pasted).length);
    expect(best!.diff.find((part) => part.op === 'replace')?.base?.paragraph).toBe('text');
  });

  it('say which reports contain the text word for word, and leave these out of the nearest on request', () => {
    const source = dated('data.exchange', 2012);
    const text = words(source.text).slice(3, 12).join(' ');
    const stands = [...all.values()].filter((p) => ` ${words(p.text).join(' ')} `.includes(` ${text} `));
    const { verbatim } = similarParagraphs({ text }, index, load, { limit: 1 });
    const years = [2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022].filter((year) =>
      stands.some((p) => p.report === dated('data.exchange', year).report),
    );
    expect(years.length).toBeGreaterThan(1);
    expect(verbatim.reports.map(({ year }) => year)).toEqual(years);
    expect([verbatim.first?.year, verbatim.last?.year]).toEqual([years[0], years.at(-1)]);
    expect(verbatim.occurrences).toBe(stands.length);
    for (const place of verbatim.reports) {
      expect(words(place.text).join(' ')).toBe(text);
      const { text: whole } = all.get(place.paragraph)!;
      expect(whole.slice(place.start, place.end)).toBe(place.text);
      expect(whole).toContain(place.before + place.text + place.after);
      expect(place.after).toMatch(/[.؛]$/);
    }
    const { hits } = similarParagraphs({ text }, index, load, { withVerbatim: false });
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.filter((hit) => words(hit.text).join(' ') === text)).toEqual([]);
  });

  it('of a text that does not occur have no first and no last report', () => {
    const { verbatim } = similarParagraphs({ text: 'زرافة فوق السحاب' }, index, load);
    expect(verbatim).toEqual({ occurrences: 0, reports: [], first: null, last: null });
  });

  it('keeps to the scope and the minimum similarity', () => {
    const paragraph = dated('data.exchange', 2012);
    const only = index.table.reportNumber(samples[0]!.text.report.id);
    const { hits } = similarParagraphs({ paragraph }, index, load, { scope: (report) => report === only });
    expect(new Set(hits.map((hit) => hit.report))).toEqual(new Set([samples[0]!.text.report.id]));
    expect(similarParagraphs({ paragraph }, index, load, { least: 0.99 }).hits).toHaveLength(1);
  });

  it('are all paragraphs with a similarity above a half, as an exhaustive search finds them', () => {
    const { table } = index;
    const tokensOf = (at: number) => index.tokensOf(at);
    for (let asked = 0; asked < table.count; asked += 7) {
      const own = tokensOf(asked);
      if (own.length === 0) continue;
      const similar = (at: number) => {
        const ids = tokensOf(at);
        return similarityOf(lcsLength(own, ids, index.wordCount + 1), own.length, ids.length);
      };
      const others = Array.from({ length: table.count }, (_, at) => at).filter(
        (at) => table.reportOf(at) !== table.reportOf(asked),
      );
      const wanted = others
        .map(similar)
        .filter((similarity) => similarity > 0.5)
        .sort((x, y) => y - x)
        .slice(0, 5);
      const paragraph = all.get(table.id(asked))!;
      const found = nearestParagraphs(words(paragraph.text), index, {
        whole: true,
        limit: 5,
        least: 0.3,
        inScope: (at) => table.reportOf(at) !== table.reportOf(asked),
      });
      expect(found.map(({ similarity }) => similarity).slice(0, wanted.length), paragraph.id).toEqual(wanted);
    }
  });

  it('finds nothing for words that the collection lacks, and refuses what it cannot look for', () => {
    expect(similarParagraphs({ text: 'zebra xylophone' }, index, load).hits).toEqual([]);
    expect(() => similarParagraphs({ text: '...' }, index, load)).toThrow(CompareError);
    expect(() => similarParagraphs({ text: 'كلمة '.repeat(200_000) }, index, load)).toThrow(/5000/);
  });
});
