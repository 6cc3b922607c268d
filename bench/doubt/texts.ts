/**
 * Clean texts to be damaged and repaired, in two sets: `tuned` for calibrating, `held-out` for measuring how good the
 * result is. Federal acts and United Nations sentences are in the shipped evidence, so they are repaired with evidence
 * counted without them; treaties are in no evidence. If these private texts are missing, constructed reports replace the
 * former, and the samples the latter.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { singleReports } from '../../scripts/corpus/make.ts';
import { countEvidence } from '../../scripts/evidence/count.ts';
import { filesOfTar } from '../../scripts/lexicon/sources.ts';
import { loadReports, plainText } from '../../scripts/samples/source.ts';
import { type Forms, parseForms } from '../../src/ingest/repair/evidence-file.ts';
import { repairText } from '../../src/ingest/repair/index.ts';
import { privateData as data, onConstructed } from '../data.ts';

export type Half = 'tuned' | 'held-out';

export interface CleanText {
  name: string;
  set: Half;
  paragraphs: string[];
  /** Evidence in place of the shipped one. */
  forms?: Forms;
}

/** Maximum number of paragraphs of one text, and of texts of one source and set. */
const mostParagraphs = 70;
const mostTexts = 30;

/** About half of them are read, in the others evidence is counted; no two share a statement. */
const constructed = { count: 60, statements: 40, seed: 3 };

/** What a table of figures gives as its data. */
export const dataOfTexts = onConstructed
  ? `${constructed.count} constructed reports (scripts/corpus, seed ${constructed.seed}) and the samples, damaged on purpose`
  : 'federal acts, United Nations sentences and treaties, damaged on purpose';

interface Named {
  name: string;
  text: string;
}

export function cleanTexts(): CleanText[] {
  return onConstructed ? constructedTexts() : privateTexts();
}

/** The texts in which evidence is counted; they are not read. */
const counted = (texts: readonly Named[]) =>
  texts.filter(({ name }) => part(name) > 1).map(({ text }) => text);

function constructedTexts(): CleanText[] {
  const made = [...singleReports(constructed)].map(({ id, passages }) => ({
    name: id,
    text: passages.map(({ text }) => text).join('\n'),
  }));
  const samples = loadReports().map((report) => ({
    name: report.symbol,
    text: report.blocks.map((block) => plainText(report, block)).join('\n'),
  }));
  const forms = parseForms(countEvidence([counted(made)]));
  return [...chosen('constructed', made, forms), ...chosen('samples', samples)];
}

function privateTexts(): CleanText[] {
  const federal = [...filesOfTar(`${data}uae-federal-all.tar.gz`)];
  const nations = sentences();
  const forms = parseForms(countEvidence([counted(federal), counted(nations)]));
  return [
    ...chosen('federal', federal, forms),
    ...chosen('nations', nations, forms),
    ...chosen('treaties', treaties()),
  ];
}

function chosen(source: string, texts: readonly Named[], forms?: Forms): CleanText[] {
  return (['tuned', 'held-out'] as const).flatMap((set, n) =>
    texts
      .map(({ name, text }) => ({
        name: `${source}/${name}`,
        rank: hash(`${name}!`),
        part: part(name),
        text,
      }))
      .filter((one) => (forms ? one.part : one.part % 2) === n)
      .sort((a, b) => a.rank - b.rank)
      .map(({ name, text }) => ({ name, set, paragraphs: paragraphs(text), ...(forms ? { forms } : {}) }))
      .filter((one) => one.paragraphs.length >= 8)
      .slice(0, mostTexts),
  );
}

const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(glued, '$& ').trim())
    .filter((line) => /[\u0621-\u064A]{2}/u.test(line) && line.length < 2000)
    .slice(0, mostParagraphs);

/** A number that touches a word: a layer cuts between them and leaves no trace of what was there. */
const glued = /[0-9\u0660-\u0669](?=\p{L})|\p{L}(?=[0-9\u0660-\u0669])/gu;

/** A text's quarter: 0 is for tuning, 1 held out; evidence is counted from 2 and 3. */
const part = (name: string): number => hash(name) % 4;

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

/** The development set of the parallel corpus, with this many sentences per text. */
function sentences(): Named[] {
  const lines = readFileSync(`${data}un-unpc-devset/UNv1.0.devset.ar`, 'utf8').split('\n');
  const texts: Named[] = [];
  for (let i = 0; i < lines.length; i += 40)
    texts.push({ name: `sentences ${i}`, text: lines.slice(i, i + 40).join('\n') });
  return texts;
}

/**
 * Letters repaired, signs put after their words, printed lines joined into paragraphs; those with brackets and numbers,
 * which these files have in no reliable order, are left out.
 */
function treaties(): Named[] {
  const folder = `${data}un-instruments-ar/`;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => {
      const { text } = repairText(readFileSync(folder + name, 'utf8'));
      const signed = text
        .normalize('NFKC')
        .replaceAll('\u0640', '')
        .replace(/([^\n.:؛])\n(?=[\u0621-\u064A])/gu, '$1 ')
        .replace(/^[-–\s]*\(?(?:[0-9]{1,2}|[\u0621-\u064A])\s*[-–.)]\s*/gmu, '')
        .replace(/[^\S\n]+([،؛.:])[^\S\n]*/gu, '$1 ');
      const lines = signed.split('\n').filter((line) => !/[()[\]0-9\u0660-\u0669A-Za-z]/u.test(line));
      return { name, text: lines.join('\n') };
    });
}
