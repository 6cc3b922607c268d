/** The collections for the judged questions, with the grade of each paragraph for each question. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { words } from 'arabic-normalizer';
import type { Paragraph, ParsedReport } from '../../../src/report/index.ts';
import { sampleReports } from '../../compare/texts.ts';
import { makeReport } from '../../store/report.ts';
import { judgedDecrees } from './decrees.ts';
import { judgedSamples } from './samples.ts';

export interface Question {
  q: string;
  match: 'folded' | 'stem';
  grade(paragraph: Paragraph): number;
}

export interface JudgedCollection {
  name: string;
  reports: ParsedReport[];
  questions: Question[];
}

export function samples(): JudgedCollection {
  /** The block of the series for each paragraph id. */
  const keyOf = new Map<string, string>();
  const reports = sampleReports().map(({ text, keys }): ParsedReport => {
    const paragraphs = [...text.paragraphs];
    paragraphs.forEach(({ id }, i) => {
      keyOf.set(id, keys[i]!);
    });
    const report = { ...text.report, paragraphs: paragraphs.length };
    return { report, paragraphs, repairs: [], symbolGiven: true };
  });
  const questions = judgedSamples.map(
    ({ q, match = 'folded', grades }): Question => ({
      q,
      match,
      grade: ({ id }) => grades[keyOf.get(id)!] ?? 0,
    }),
  );
  return { name: 'samples', reports, questions };
}

const folder = fileURLToPath(new URL('../../../../shared/data/uae-decrees', import.meta.url));

/** null if the data is missing. */
export function decrees(): JudgedCollection | null {
  if (!existsSync(folder)) return null;
  const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
    id: string;
    year: string;
  }[];
  const reports = entries.map(({ id, year }) => {
    const lines = readFileSync(join(folder, 'text', `${id}.txt`), 'utf8').split('\n');
    return makeReport(
      id,
      lines.filter((line) => line.trim() !== ''),
      { year: Number(year), words: 0 },
    );
  });
  for (const { report, paragraphs } of reports) {
    report.words = paragraphs.reduce((sum, paragraph) => sum + paragraph.words, 0);
  }
  const questions = judgedDecrees.map(({ q, match, decrees: asked }): Question => {
    const grade: Question['grade'] = ({ report, text }) =>
      !asked.includes(report) ? 0 : decides(text) ? 3 : 1;
    return { q, match: match ?? 'folded', grade };
  });
  return { name: 'decrees', reports, questions };
}

/** Whether a line says what its decree is about, or what it approves, by its first word. */
function decides(text: string): boolean {
  const [first = '', second = ''] = words(text);
  return (
    /^(بال|بان)/u.test(first) || (first === 'في' && second === 'شان') || /^(ووفق|صودق|تنضم)$/u.test(first)
  );
}
