/** A phrase's threads as text: each a history with years, printed numbers, what changed and what replaced it. */
import type { z } from '@hono/zod-openapi';
import type { bodies, cases, View } from '../../collection/index.ts';
import { counted } from '../../report/index.ts';
import { changed, markedText, oneLine, textsOf } from './marked.ts';
import { placeAt } from './place.ts';
import { percent, style } from './style.ts';

type Body = z.output<typeof cases.threads.body>;
type Thread = z.output<typeof bodies.thread>;

/** Up to this many consecutive reports that say nothing new are listed one by one. */
const NAMED = 4;

/** What one report has: a version, something else instead, or nothing. */
interface Entry {
  report: string;
  year: number | null;
  kind: 'version' | 'instead' | 'nothing';
  place: string;
  said: string;
  /** Empty if it says the same as the previous entry. */
  text: string;
}

export function threads(body: Body, view: View): string {
  const lines = [
    `${style('bold', body.phrase.text)}: ${counted(body.occurrences, 'occurrence')} in ${counted(body.total, 'thread')}`,
  ];
  if (body.occurrences === 0) lines.push(...near(body, view));
  const textOf = textsOf(view);
  for (const [at, thread] of body.threads.entries())
    lines.push('', ...history(thread, body.offset + at + 1, view, textOf));
  if (body.threads.length < body.total && body.total > 0)
    lines.push('', `… ${body.threads.length} of ${counted(body.total, 'thread')} (--limit, --offset)`);
  return lines.join('\n');
}

function near({ near }: Body, view: View): string[] {
  if (near.length === 0) return ['no sentence has its rarer words either'];
  return [
    'the nearest sentences:',
    ...near.flatMap((item) => [
      '',
      `${style('bold', String(item.year ?? '-'))}  ${placeAt(view, item.paragraph)}  shares: ${item.shared.join(' ')} (${percent(item.share)})${item.times > 1 ? `, ${item.times} times` : ''}`,
      `  ${oneLine(item.text)}`,
    ]),
  ];
}

function history(
  thread: Thread,
  number: number,
  view: View,
  textOf: (paragraph: string) => string,
): string[] {
  const { first, last } = thread;
  const counts = [
    counted(thread.reports, 'report'),
    counted(thread.wordings, 'wording'),
    counted(thread.occurrences, 'occurrence'),
  ];
  const entries = entriesOf(thread, view, textOf);
  return [
    style('bold', `${number}. ${yearsOf([first, last])}: ${counts.join(', ')}`),
    ...runsOf(entries).flatMap(written),
  ];
}

/** Versions and gaps in the order of their reports. */
function entriesOf(thread: Thread, view: View, textOf: (paragraph: string) => string): Entry[] {
  const entries: Entry[] = thread.versions.map((version, at) => {
    const also = version.also.map((other) => `also ${placeAt(view, other.paragraph)}`);
    return {
      report: version.report,
      year: version.year,
      kind: 'version',
      place: placeAt(view, version.paragraph),
      said: [changed(version), ...also].filter((part) => part !== '').join('; '),
      text: at > 0 && version.change === 'identical' ? '' : markedText(version.diff, version, textOf),
    };
  });
  let before = '';
  for (const { report, year, instead } of thread.gaps) {
    if (!instead) {
      entries.push({ report, year, kind: 'nothing', place: report, said: 'nothing like it', text: '' });
      continue;
    }
    const same = oneLine(instead.text) === before;
    before = oneLine(instead.text);
    entries.push({
      report,
      year,
      kind: 'instead',
      place: placeAt(view, instead.paragraph),
      said: same ? 'instead: the same as before' : `instead: ${changed(instead)}`,
      text: same ? '' : markedText(instead.diff, instead, textOf),
    });
  }
  return entries.sort((x, y) => view.table.reportNumber(x.report) - view.table.reportNumber(y.report));
}

/** Groups consecutive entries of one kind of which all but the first say nothing new. */
function runsOf(entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run && run[0]!.kind === entry.kind && entry.text === '' && run.at(-1)!.said === entry.said)
      run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

function written(run: readonly Entry[]): string[] {
  const [first] = run as [Entry];
  if (run.length > NAMED || (first.kind === 'nothing' && run.length > 1))
    return [`   ${yearsOf(run)}  ${counted(run.length, 'report')}  ${first.said}`];
  return run.flatMap(({ year, place, said, text }) => {
    const head = `   ${style('bold', String(year ?? '-'))}  ${place}${said === '' ? '' : `  ${said}`}`;
    return text === '' ? [head] : [head, `      ${text}`];
  });
}

function yearsOf(reports: readonly { report: string; year: number | null }[]): string {
  const [first, last] = [reports[0]!, reports.at(-1)!].map(({ year, report }) => String(year ?? report));
  return first === last ? first! : `${first}–${last}`;
}
