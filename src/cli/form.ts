/** The output formats of an answer: text for people, the API's JSON, or its rows as CSV or JSON Lines. */
import type { z } from '@hono/zod-openapi';
import { type Command, Option } from 'commander';
import { restOf, rowsText, type UseCase, type View } from '../collection/index.ts';

export interface FormOptions {
  json?: boolean;
  format?: 'json' | 'csv' | 'jsonl';
}

export function addForms(command: Command, rows: boolean): void {
  command.option('--json', 'print the JSON body that the API would return');
  if (!rows) return;
  command.addOption(
    new Option('--format <format>', 'print the JSON body, or its list as CSV or JSON Lines')
      .choices(['json', 'csv', 'jsonl'])
      .conflicts('json'),
  );
}

/** The answer as printed, with a final newline. If the rows are only one page of a list, stderr says so. */
export function inForm<B extends object>(
  { json, format = json ? 'json' : undefined }: FormOptions,
  body: B,
  useCase: Pick<UseCase<z.ZodObject, z.ZodType<B>>, 'rows' | 'columns' | 'lines'>,
  { view, parameters }: { view: View; parameters: Record<string, unknown> },
  print: (body: B) => string,
): string {
  if (format === undefined) return `${print(body)}\n`;
  if (format === 'json') return `${JSON.stringify(body)}\n`;
  const rest = restOf(body, parameters);
  if (rest !== null && rest.next !== null) {
    const more = `--limit takes up to 1000, --offset ${rest.next} gives the next page`;
    process.stderr.write(`siyagha: this is one page of ${rest.total} entries: ${more}\n`);
  }
  return rowsText(format, useCase, body, view);
}
