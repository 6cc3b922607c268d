/** The page of codes: errors, failures, warnings and findings, each with what to do. */
import {
  type Code,
  clientErrors,
  engineErrors,
  failures,
  findings,
  questionErrors,
  storeErrors,
  warnings,
} from './codes/index.ts';
import { code, page, table } from './markdown.ts';

const listed = (codes: readonly Code[]): string =>
  table(
    ['code', 'what it means', 'what to do'],
    codes.map((one) => [code(one.code), one.means, one.act]),
  );

export function errorsPage(): string {
  return page('Error codes', [
    'Codes are for programs and do not change. The message that comes with a code is for people: it may change, and it\n' +
      'names the file or parameter.',
    'Over HTTP an error is `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)); its `type` is\n' +
      '`urn:siyagha:problem:` and the code. On the command line the message goes to standard error; failed files and warnings\n' +
      'end with the code in brackets.',
    '## Questions',
    table(
      ['status', 'code', 'what it means', 'what to do'],
      questionErrors.map((one) => [String(one.status), code(one.code), one.means, one.act]),
    ),
    '## The data folder',
    'Status 503 over HTTP; `disk_full` is 507.',
    listed(storeErrors),
    '## The search server',
    'Searches work without it: the embedded engine ranks them, and answers say `degraded: true`. These codes appear in the\n' +
      'log, in `/readyz` and in the answer of `reindex`. With `SIYAGHA_INDEX=cluster` they end an answer with status 503.',
    listed(engineErrors),
    '## Files that were not stored',
    'In `failed` of `ingest`, `reread` and `fetch`. For an upload they are the error itself, with status 422 unless noted otherwise.',
    listed(failures),
    '## Warnings of a report',
    'The report is stored and can be used. `siyagha reports --warning CODE` lists the reports that have one.',
    listed(warnings),
    '## Findings of verify',
    listed(findings),
    '## The client',
    'In addition to the codes above. If a proxy in between fails, the code is `http_` and the status.',
    listed(clientErrors),
  ]);
}
