/** `siyagha ingest PATH…`: reads files and folders into the collection. */

import { type Command, Option } from 'commander';
import { failureText, type IngestJob, type IngestResult } from '../../collection/index.ts';
import { counted } from '../../report/index.ts';
import { withCollection, withoutMaking } from '../collection.ts';
import { style } from '../text/style.ts';

interface Options {
  manifest?: string;
  series?: string;
  layer: 'auto' | 'visual' | 'logical';
  allowDuplicates?: boolean;
  originals: boolean;
  dryRun?: boolean;
  json?: boolean;
}

export function ingest(program: Command): void {
  program
    .command('ingest <PATH...>')
    .description('Read reports (.txt .pdf .docx .doc .odt .html) from files and folders into the collection')
    .option(
      '--manifest <file>',
      'CSV file that describes the reports: a column file and any of symbol,title,date,year,series,body,language,readable',
    )
    .option('--series <id>', 'series for reports that have none in the manifest')
    .addOption(
      new Option('--layer <layer>', 'which text layer to read if a file has a damaged and a clean one')
        .choices(['auto', 'visual', 'logical'])
        .default('auto'),
    )
    .option('--allow-duplicates', 'store a file even if another report has the same bytes')
    .option('--no-originals', 'do not keep copies of the files in the data folder')
    .option('--dry-run', 'read but store nothing; with --json, print the reports with their paragraphs')
    .option('--json', 'print the answer as JSON')
    .action(async (paths: string[], options: Options) => {
      const { manifest, series, layer, allowDuplicates, originals } = options;
      const onProgress = progressOnTerminal();
      const onPage = pagesOnTerminal();
      const job = { manifest, series, layer, allowDuplicates, originals, onProgress, onPage };
      if (options.dryRun) return dryRun(paths, job, options.json ?? false);
      const result = await withCollection(({ intake }) => intake.files(paths, job), {});
      clearLine();
      printIngest(result, options.json ?? false);
    });
}

async function dryRun(paths: string[], job: IngestJob, json: boolean): Promise<void> {
  const result = await withoutMaking(({ intake }) => intake.dryRun(paths, job));
  clearLine();
  nameFailed(result.failed);
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  nameWarnings(result.reports.flatMap(({ id, warnings }) => warnings.map((one) => ({ report: id, ...one }))));
  for (const { id, paragraphs, words } of result.reports) {
    const numbered = paragraphs.filter((item) => item.kind === 'paragraph' && item.number !== null);
    process.stdout.write(
      `${id}  ${counted(paragraphs.length, 'paragraph')}, ${numbered.length} numbered, ${counted(words, 'word')}\n`,
    );
  }
}

export function progressOnTerminal(): IngestJob['onProgress'] {
  if (!process.stderr.isTTY) return undefined;
  return (done, total, file) => void process.stderr.write(`\r\x1b[K${done}/${total} ${file.slice(-60)}`);
}

function pagesOnTerminal(): IngestJob['onPage'] {
  if (!process.stderr.isTTY) return undefined;
  return (file, done, pages) =>
    void process.stderr.write(`\r\x1b[K${file.slice(-60)}: ${done} of ${pages} scanned pages recognised`);
}

export function clearLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}

function nameFailed(failed: IngestResult['failed']): void {
  for (const failure of failed) process.stderr.write(`siyagha: ${failureText(failure)} (${failure.code})\n`);
  if (failed.length > 0) process.exitCode = 1;
}

function nameWarnings(warnings: IngestResult['warnings']): void {
  for (const { report, code, message } of warnings) {
    process.stderr.write(`siyagha: warning: ${report}: ${message} (${code})\n`);
  }
}

/** Prints what an ingest did: results to stdout, failures (with exit code 1) and warnings to stderr. */
export function printIngest(result: IngestResult, json: boolean): void {
  nameFailed(result.failed);
  if (json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  nameWarnings(result.warnings);
  const done = {
    added: result.added,
    updated: result.updated,
    unchanged: result.unchanged,
    renamed: result.renamed.map(({ from, to }) => `${from} → ${to}`),
  };
  for (const [what, reports] of Object.entries(done)) {
    if (reports.length === 0) continue;
    const more = reports.length > 20 ? ` … and ${reports.length - 20} more` : '';
    const shown = reports.slice(0, 20).join(what === 'renamed' ? ', ' : ' ');
    process.stdout.write(`${style('bold', what)} ${reports.length}: ${shown}${more}\n`);
  }
  process.stdout.write(`took ${(result.took_ms / 1000).toFixed(1)} s\n`);
}
