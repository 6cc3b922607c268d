/**
 * A constructed collection to display: two long reports, the second made from the first, and a series of thousands of
 * short ones.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generator } from '../phrases/timing.ts';

const lexicon = fileURLToPath(new URL('../../config/lexicon/words.tsv', import.meta.url));

/** Words by frequency, the most common first. */
function vocabulary(): string[] {
  const lines = readFileSync(lexicon, 'utf8').split('\n');
  return lines.flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[0] ?? ''))).slice(0, 12_000);
}

export const phrase = 'الدول الأعضاء';

/** Number of paragraphs of the long reports, and of short reports. */
export const sizes = { paragraphs: 5000, reports: 5000 };

export interface Made {
  /** Text files, each with its series, in the order of their dates. */
  long: { file: string; symbol: string }[];
  short: string;
  manifest: string;
}

/** Writes the files into the folder; they are the same each time. */
export function makeFiles(folder: string): Made {
  const random = generator(14);
  const words = vocabulary();
  // Squared, so that common words are frequent, as in real text.
  const word = () => words[Math.floor((random(1000) / 1000) ** 2 * words.length)]!;
  const run = (length: number) => Array.from({ length }, word).join(' ');
  const sentence = () =>
    `${run(12 + random(16))}${random(6) === 0 ? ` ${phrase}` : ''} ${run(6 + random(10))}، ${run(4 + random(8))}.`;

  let number = 0;
  const first = Array.from({ length: sizes.paragraphs }, (_, index) => {
    if (index % 40 === 0) return { numbered: false, text: run(4) };
    return { numbered: true, text: sentence() };
  });
  const second = first.flatMap((line) => {
    const edit = random(20);
    if (!line.numbered || edit < 9) return [line];
    if (edit === 9) return [];
    if (edit === 10) return [line, { ...line, text: sentence() }];
    if (edit < 13) return [{ ...line, text: sentence() }];
    const list = line.text.split(' ');
    list.splice(random(list.length), 1 + random(3), run(1 + random(3)));
    return [{ ...line, text: list.join(' ') }];
  });
  const print = (symbol: string, year: number, lines: typeof first) => {
    number = 0;
    let heading = 0;
    return [
      symbol,
      `${year}`,
      'تقرير مصطنع للقياس',
      ...lines.map(({ numbered, text }) => (numbered ? `${++number} - ${text}` : `${++heading}. ${text}`)),
    ].join('\n');
  };
  mkdirSync(join(folder, 'short'), { recursive: true });
  const manifest = ['file,symbol,title,date,series'];
  const long = [first, second].map((lines, index) => {
    const year = 2020 + 2 * index;
    const symbol = `LONG/${year}/1`;
    const file = join(folder, `long-${year}.txt`);
    writeFileSync(file, print(symbol, year, lines));
    manifest.push(`long-${year}.txt,${symbol},تقرير طويل ${year},${year}-06-01,long`);
    return { file, symbol };
  });
  for (let index = 0; index < sizes.reports; index++) {
    const name = `short/${index}.txt`;
    const day = `${1950 + (index % 75)}-${String(1 + (index % 12)).padStart(2, '0')}-01`;
    writeFileSync(join(folder, name), `تقرير قصير\n1 - ${sentence()}\n2 - ${sentence()}`);
    manifest.push(`${name},SHORT/${index},تقرير قصير رقم ${index} عن ${run(3)},${day},short`);
  }
  writeFileSync(join(folder, 'manifest.csv'), manifest.join('\n'));
  return { long, short: join(folder, 'short'), manifest: join(folder, 'manifest.csv') };
}
