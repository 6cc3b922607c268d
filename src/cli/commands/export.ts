/** `siyagha export`: every report and paragraph, as JSON Lines or CSV, on standard output. */
import { once } from 'node:events';
import { type Command, Option } from 'commander';
import { csvOf, paragraphRow, type Salvaged, salvage } from '../../collection/index.ts';
import { loadSettings } from '../../settings/index.ts';
import { withCollection } from '../collection.ts';

export function exporting(program: Command): void {
  program
    .command('export')
    .description(
      'Write everything to standard output: jsonl has one line per report and paragraph, csv one row per paragraph',
    )
    .addOption(new Option('--format <format>', 'output format').choices(['jsonl', 'csv']).default('jsonl'))
    .option(
      '--salvage',
      'export whatever can be read of a damaged collection, and report on stderr what is lost',
    )
    .action(({ format, salvage: damaged }: { format: 'jsonl' | 'csv'; salvage?: boolean }) =>
      damaged
        ? write(salvaged(loadSettings().SIYAGHA_DATA), format)
        : withCollection((collection) => write(collection.everything(), format)),
    );
}

type Whole = Pick<Salvaged, 'report' | 'paragraphs'>;

function* salvaged(folder: string): Iterable<Whole> {
  let lost = 0;
  for (const each of salvage(folder)) {
    yield each;
    if (each.lost === null) continue;
    lost += 1;
    process.stderr.write(`siyagha: ${each.lost}\n`);
  }
  if (lost > 0) process.exitCode = 1;
}

async function write(reports: Iterable<Whole>, format: 'jsonl' | 'csv'): Promise<void> {
  let header = true;
  for (const { report, paragraphs } of reports) {
    let chunk: string;
    if (format === 'jsonl') {
      chunk = [{ type: 'report', ...report }, ...paragraphs.map((item) => ({ type: 'paragraph', ...item }))]
        .map((row) => `${JSON.stringify(row)}\n`)
        .join('');
    } else {
      const rows = paragraphs.map((item) => ({
        symbol: report.symbol,
        year: report.year,
        ...paragraphRow(item),
      }));
      chunk = rows.length > 0 ? csvOf(rows, { header }) : '';
      header = header && rows.length === 0;
    }
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
}
