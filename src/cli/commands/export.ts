/** `siyagha export`: every report and paragraph, as JSON Lines or CSV, on standard output. */
import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { type Collection, flattenRow } from '../../collection/index.ts';
import { withCollection } from '../collection.ts';

export function exporting(program: Command): void {
  program
    .command('export')
    .description('Everything out: jsonl has a line per report and per paragraph, csv a row per paragraph')
    .addOption(new Option('--format <format>', 'form').choices(['jsonl', 'csv']).default('jsonl'))
    .action(({ format }: { format: 'jsonl' | 'csv' }) =>
      withCollection((collection) => write(collection, format)),
    );
}

async function write(collection: Collection, format: 'jsonl' | 'csv'): Promise<void> {
  let header = true;
  for (const { report, paragraphs } of collection.everything()) {
    let chunk: string;
    if (format === 'jsonl') {
      const items = paragraphs.map((item) => ({ type: 'paragraph', ...item }));
      chunk = [{ type: 'report', ...report }, ...items].map((row) => `${JSON.stringify(row)}\n`).join('');
    } else {
      const rows = paragraphs.map((item) =>
        flattenRow({ symbol: report.symbol, year: report.year, ...item }),
      );
      chunk = stringify(rows, { header, bom: header, record_delimiter: '\r\n' });
      header = header && rows.length === 0;
    }
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
}
