/** `siyagha export`: every report and paragraph, as JSON Lines or CSV, on standard output. */
import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { stringify } from 'csv-stringify/sync';
import { flattenRow, openCollection } from '../../collection/index.ts';
import { loadSettings } from '../../settings/index.ts';

export function exporting(program: Command): void {
  program
    .command('export')
    .description('Everything out: jsonl has a line per report and per paragraph, csv a row per paragraph')
    .addOption(new Option('--format <format>', 'form').choices(['jsonl', 'csv']).default('jsonl'))
    .action(async ({ format }: { format: 'jsonl' | 'csv' }) => {
      const collection = await openCollection(loadSettings());
      try {
        let header = true;
        for (const { report, paragraphs } of collection.everything()) {
          let chunk: string;
          if (format === 'jsonl') {
            chunk = [
              { type: 'report', ...report },
              ...paragraphs.map((item) => ({ type: 'paragraph', ...item })),
            ]
              .map((row) => `${JSON.stringify(row)}\n`)
              .join('');
          } else {
            const rows = paragraphs.map((item) =>
              flattenRow({ symbol: report.symbol, year: report.year, ...item }),
            );
            chunk = stringify(rows, { header, bom: header, record_delimiter: '\r\n' });
            header = header && rows.length === 0;
          }
          if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
        }
      } finally {
        await collection.close();
      }
    });
}
