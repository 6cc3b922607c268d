/** Threads, wordings and comparisons in brief. */
import type { z } from '@hono/zod-openapi';
import type * as cases from '../cases/index.ts';
import { markedText, oneLine, textsOf } from '../marked.ts';
import type { View } from '../view.ts';
import { cite, citeReport, counted, limitsOf, percent } from './cite.ts';
import type { Brief, BriefOf, Entry } from './types.ts';

type Body<C extends { body: z.ZodType }> = z.output<C['body']>;
type Threads = Body<typeof cases.threads>;

const marks = 'In texts, [-…-] marks words deleted and {+…+} words inserted since the previous version.';

export const threads: BriefOf<Threads> = (view, body) => ({
  head: [
    `"${body.phrase.text}": ${counted(body.occurrences, 'occurrence')} in ${counted(body.total, 'statement')}.`,
    ...(body.occurrences > 0
      ? [marks]
      : body.near.length > 0
        ? ['No occurrences; the nearest sentences:']
        : []),
  ],
  entries:
    body.occurrences > 0
      ? body.threads.map((thread, at) => history(view, thread, body.offset + at + 1))
      : body.near.map(({ paragraph, text, share }) => ({
          text: `shares ${percent(share)} of the phrase's content: ${oneLine(text)}`,
          cites: [cite(view, paragraph)],
        })),
  total: body.occurrences > 0 ? body.total : body.near.length,
  unit: body.occurrences > 0 ? 'statement' : 'sentence',
  limits: limitsOf(body.scope),
});

function history(view: View, thread: Threads['threads'][number], number: number): Entry {
  const textOf = textsOf(view);
  const line = (item: Passage, said: string) => {
    const text = said.startsWith('identical') ? '' : `: ${markedText(item.diff, item, textOf)}`;
    return { cite: cite(view, item.paragraph), said: `${said === '' ? '' : `, ${said}`}${text}` };
  };
  const lines = [
    ...thread.versions.map((item) => line(item, kindOf(item))),
    ...thread.gaps.map(({ report, instead }) =>
      instead
        ? line(instead, `has this instead (${kindOf(instead)})`)
        : { cite: citeReport(view, report), said: ': nothing like it' },
    ),
  ].sort((a, b) => view.table.reportNumber(a.cite.report) - view.table.reportNumber(b.cite.report));
  const counts = [
    counted(thread.reports, 'report'),
    counted(thread.wordings, 'wording'),
    counted(thread.occurrences, 'occurrence'),
  ].join(', ');
  const { first, last } = thread;
  const text = `Statement ${number}, ${first.year ?? first.report} to ${last.year ?? last.report}: ${counts}.`;
  return { text, lines, cites: lines.map((one) => one.cite) };
}

interface Passage {
  paragraph: string;
  start: number;
  end: number;
  diff: Parameters<typeof markedText>[0];
}

function kindOf(item: {
  change: string | null;
  similarity: number | null;
  doubtful: boolean | null;
}): string {
  if (item.change === null) return '';
  const alike =
    item.similarity === null || item.similarity === 1 ? '' : `, ${percent(item.similarity)} alike`;
  return `${item.change}${alike}${item.doubtful ? ', doubtful' : ''}`;
}

export const wording: BriefOf<Body<typeof cases.wording>> = (view, body) => {
  const textOf = textsOf(view);
  const found = body.versions.filter(({ paragraph }) => paragraph !== null);
  const entries = found.map((version) => {
    const passage = { ...version, paragraph: version.paragraph!, start: version.start!, end: version.end! };
    const said =
      version.diff.length > 0 ? markedText(version.diff, passage, textOf) : oneLine(version.text ?? '');
    const likeness = `${percent(version.similarity ?? 0)} alike`;
    const change =
      version.change === null
        ? ''
        : `, ${kindOf({ ...version, similarity: null })} since the previous version`;
    return { text: `${likeness}${change}: ${said}`, cites: [cite(view, passage.paragraph)] };
  });
  const template = body.template.map((part) => (part.type === 'word' ? part.text : '[…]')).join(' ');
  const without = body.gaps.map(({ report }) => report);
  return {
    head: [
      `${counted(found.length, 'version')} in ${counted(body.wordings, 'different wording')}, out of ${counted(body.scope.reports, 'report')}.`,
      ...(found.length > 0 ? [marks, `What all versions share: ${oneLine(template).slice(0, 600)}`] : []),
      ...(without.length > 0
        ? [`No version of it in: ${without.slice(0, 20).join(', ')}${without.length > 20 ? ' …' : ''}.`]
        : []),
    ],
    entries,
    total: entries.length,
    unit: 'version',
    limits: limitsOf(body.scope),
  };
};

export const compare: BriefOf<Body<typeof cases.compare>> = (view, body): Brief => {
  const textOf = textsOf(view);
  const { similarity, moved, doubtful, ...kinds } = body.summary;
  const entries = body.changes
    .filter(({ change, moved }) => change !== 'identical' || moved)
    .map((change): Entry => {
      const places = [...change.base, ...change.other].map((id) => cite(view, id));
      const kind = `${kindOf(change)}${change.moved ? ', moved' : ''}`;
      return {
        text: `${kind}: ${change.diff.length > 0 ? wholeDiff(change, textOf) : textsFor(change, textOf)}`,
        cites: places,
      };
    });
  const counts = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`);
  return {
    head: [
      `From ${body.base.symbol} to ${body.other.symbol}: ${percent(similarity)} alike.`,
      `Changes by kind: ${counts.join(', ')}; moved ${moved}; doubtful, because they may only be misreadings: ${doubtful}.`,
      'In texts, [-…-] marks words deleted and {+…+} words inserted.',
    ],
    entries,
    total: entries.length,
    unit: 'change',
    limits: limitsOf(body.scope),
  };
};

type Change = Body<typeof cases.compare>['changes'][number];

/** The changed paragraphs in full, in the order of the other side. */
function wholeDiff({ diff, other }: Change, textOf: (id: string) => string): string {
  const parts = other.map((paragraph) => {
    const own = diff.filter((part, at) => (part.other ?? beside(diff, at))?.paragraph === paragraph);
    return markedText(own, { paragraph, start: 0, end: textOf(paragraph).length }, textOf);
  });
  return parts.join(' ¶ ');
}

/** Where on the other side something was deleted: after the part before it, otherwise before the part after it. */
function beside(diff: Change['diff'], at: number) {
  return (
    diff.slice(0, at).findLast(({ other }) => other)?.other ??
    diff.slice(at).find(({ other }) => other)?.other
  );
}

const textsFor = ({ change, base, other }: Change, textOf: (id: string) => string): string => {
  const [sign, ids] = change === 'removed' ? (['-', base] as const) : (['+', other] as const);
  const text = oneLine(ids.map(textOf).join(' ¶ '));
  return change === 'identical' ? text : sign === '-' ? `[-${text}-]` : `{+${text}+}`;
};
