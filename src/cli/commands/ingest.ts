/** `siyagha ingest PATH…`: files and folders into the collection. */
import { type Command, Option } from 'commander';
import { type IngestResult, openCollection } from '../../collection/index.ts';
import { loadSettings } from '../../settings/index.ts';
import { style } from '../text/style.ts';

interface Options {
  manifest?: string;
  series?: string;
  layer: 'auto' | 'visual' | 'logical';
  dryRun?: boolean;
  json?: boolean;
}

export function ingest(program: Command): void {
  program
    .command('ingest <PATH...>')
    .description('Read reports (.txt .pdf .docx .doc .odt .html) from files and folders into the collection')
    .option(
      '--manifest <file>',
      'CSV with a column file and any of symbol,title,date,year,series,body,language',
    )
    .option('--series <id>', 'series of these reports')
    .addOption(
      new Option('--layer <layer>', 'which text layer of a file that has a damaged and a clean one')
        .choices(['auto', 'visual', 'logical'])
        .default('auto'),
    )
    .option('--dry-run', 'read, but store nothing; with --json prints the reports with their paragraphs')
    .option('--json', 'print the answer as JSON')
    .action(async (paths: string[], options: Options) => {
      const terminal = process.stderr.isTTY;
      const collection = await openCollection(loadSettings());
      try {
        const job = {
          manifest: options.manifest,
          series: options.series,
          layer: options.layer,
          onProgress: terminal
            ? (done: number, total: number, file: string) =>
                process.stderr.write(`\r\x1b[K${done}/${total} ${file.slice(-60)}`)
            : undefined,
        };
        if (options.dryRun) {
          const result = await collection.intake.dryRun(paths, job);
          clearLine(terminal);
          nameFailed(result.failed);
          if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
          else {
            for (const report of result.reports) {
              const numbered = report.paragraphs.filter(
                (item) => item.kind === 'paragraph' && item.number !== null,
              ).length;
              process.stdout.write(
                `${report.id}  ${report.paragraphs.length} paragraphs, ${numbered} numbered, ${report.words} words\n`,
              );
            }
          }
          return;
        }
        const result = await collection.intake.files(paths, job);
        clearLine(terminal);
        printIngest(result, options.json ?? false);
      } finally {
        await collection.close();
      }
    });
}

function clearLine(terminal: boolean): void {
  if (terminal) process.stderr.write('\r\x1b[K');
}

function nameFailed(failed: readonly { file: string; code: string; message: string }[]): void {
  for (const { file, code, message } of failed) {
    const named = message.includes(file) ? message : `${file}: ${message}`;
    process.stderr.write(`siyagha: ${named} (${code})\n`);
  }
  if (failed.length > 0) process.exitCode = 1;
}

/** What an ingest did, on stdout; what failed, on stderr, and then exit code 1. */
export function printIngest(result: IngestResult, json: boolean): void {
  nameFailed(result.failed);
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  for (const what of ['added', 'updated', 'unchanged'] as const) {
    const ids = result[what];
    if (ids.length === 0) continue;
    const more = ids.length > 20 ? ` … and ${ids.length - 20} more` : '';
    process.stdout.write(`${style('bold', what)} ${ids.length}: ${ids.slice(0, 20).join(' ')}${more}\n`);
  }
  process.stdout.write(`took ${(result.took_ms / 1000).toFixed(1)} s\n`);
}
