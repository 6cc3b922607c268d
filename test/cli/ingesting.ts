/** What the tests of `siyagha ingest` share: its answer, files to read, and the number of stored reports. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './program.ts';

export interface Ingested {
  added: string[];
  updated: string[];
  unchanged: string[];
  failed: { file: string; code: string; message: string }[];
  warnings: { report: string; code: string; message: string }[];
  took_ms: number;
}

/** The text of a report with numbered paragraphs. */
export const report = (symbol: string, ...paragraphs: string[]) =>
  [
    symbol,
    'تقرير عن أعمال الاجتماع',
    'أولا - مقدمة',
    ...paragraphs.map((text, i) => `${i + 1} - ${text}`),
  ].join('\n');

/** @param program a function, because the program is built after the file's tests are collected */
export function inFolderOf(program: () => Program['here']) {
  return {
    /** Writes a file into the program's folder; returns its path. */
    write(name: string, content: string | Uint8Array): string {
      const path = join(program().folder, name);
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    /** Number of reports in the collection. */
    async total(): Promise<number> {
      if (!existsSync(program().data)) return 0;
      return (await program().json<{ total: number }>(['reports'])).total;
    },
  };
}
