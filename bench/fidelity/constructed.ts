/**
 * Reports to print that anybody can make: the samples, and constructed reports of the same shape, with headings, numbered
 * paragraphs and notes. They have no cover, because cover lines are not part of the truth.
 */
import { singleReports } from '../../scripts/corpus/make.ts';
import type { MadeReport } from '../../scripts/corpus/series.ts';
import { loadReports, plainText, type SourceBlock, type SourceReport } from '../../scripts/samples/source.ts';
import type { TruthBlock } from './score.ts';

const ordinals = ['أولا', 'ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا'];
/** Constructed ones, in addition to the samples. */
const made = 4;
const statements = 50;

/** Half of them have typed numbers, half automatic lists. */
export function constructedReports(): SourceReport[] {
  const texts = singleReports({ count: made, statements, seed: 1 });
  return [...loadReports(), ...[...texts].map(sourceOf)].map(({ cover: _, ...source }, i) => ({
    ...source,
    format: i % 2 === 0 ? 'docx' : 'docx-list',
  }));
}

/** With a heading before every tenth paragraph and a note to every seventh. */
function sourceOf({ id, year, date, title, passages }: MadeReport, at: number): SourceReport {
  const symbol = `MADE/${year}/${at + 1}`;
  const blocks: SourceBlock[] = [{ key: 'title', kind: 'title', text: title }];
  for (const [i, { key, text }] of passages.entries()) {
    const number = i + 1;
    if (i % 10 === 0) {
      const words = text.split(' ').slice(0, 4).join(' ');
      blocks.push({ key: `${key}.head`, kind: 'heading', level: 1, label: ordinals[i / 10]!, text: words });
    }
    const note = number % 7 === 0 ? { key: `note.${number}`, label: String(number / 7) } : null;
    blocks.push({ key, kind: 'paragraph', number, text: note ? `${text}{^${note.key}}` : text });
    if (note) blocks.push({ ...note, kind: 'footnote', text: `انظر الوثيقة ${symbol}، الفقرة ${number}.` });
  }
  return {
    symbol,
    year,
    date: { from: date, to: date },
    digits: at % 2 === 0 ? 'latin' : 'arabic-indic',
    format: 'docx',
    file: `${id}.docx`,
    blocks,
  };
}

/** The blocks that a reader should find, without the title; labels of headings and items are part of the text. */
export function truthBlocks(source: SourceReport): TruthBlock[] {
  return source.blocks
    .filter(({ kind }) => kind !== 'title')
    .map((block) => {
      const { kind, label } = block;
      const text = plainText(source, block);
      const number = block.number ?? (kind === 'footnote' ? Number(label) : null);
      const labelled = label !== undefined && kind !== 'footnote' && kind !== 'paragraph';
      return { kind, number, text: labelled ? `${label} ${text}` : text };
    });
}
