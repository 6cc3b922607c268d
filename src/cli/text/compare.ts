/** Comparison, variants and wording history as text. */
import type { z } from '@hono/zod-openapi';
import type { bodies, cases, View } from '../../collection/index.ts';
import { columns, percent, style } from './style.ts';

type Change = z.output<typeof bodies.change>;

export function compare(body: z.output<typeof cases.compare.body>, { reader }: View): string {
  const { similarity, ...counts } = body.summary;
  const summary = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
  const texts = new Map(
    [body.base.id, body.other.id].flatMap((id) => reader.paragraphs(id).map((item) => [item.id, item.text])),
  );
  const lines = [
    `${style('bold', body.base.symbol)} → ${style('bold', body.other.symbol)}: ${percent(similarity)} alike`,
    summary,
  ];
  for (const change of body.changes) {
    if (change.change === 'identical' && !change.moved) continue;
    const places = `${ordinals(change.base)} → ${ordinals(change.other)}`;
    lines.push('', `${style('bold', title(change))}  ${places}`, merged(change.diff, texts));
  }
  return lines.join('\n');
}

/** Both sides in one text: what went in [-…-], what came in {+…+}, a question mark behind what is doubtful. */
function merged(diff: Change['diff'], texts: ReadonlyMap<string, string>): string {
  const cut = (range: Change['diff'][number]['base']): string =>
    range === null ? '' : (texts.get(range.paragraph) ?? '').slice(range.start, range.end);
  return diff
    .map(({ op, base, other, doubtful }) => {
      if (op === 'equal') return cut(other);
      const unsure = doubtful ? '?' : '';
      const went = base === null ? '' : style('red', `[-${cut(base)}-]${unsure}`);
      const came = other === null ? '' : style('green', `{+${cut(other)}+}${unsure}`);
      return `${went}${went && came ? ' ' : ''}${came}`;
    })
    .join(' ');
}

function title(change: Change): string {
  const marks = [
    change.change,
    change.moved ? 'moved' : '',
    change.punctuation ? 'punctuation' : '',
    change.doubtful ? 'doubtful' : '',
  ];
  return marks.filter((mark) => mark !== '').join(' + ');
}

const ordinals = (ids: readonly string[]): string =>
  ids.length === 0 ? '–' : ids.map((id) => `¶${id.slice(id.lastIndexOf(':') + 1)}`).join(' ');

export function variants(body: z.output<typeof cases.variants.body>): string {
  return body.paragraphs
    .map(({ paragraph, nearest }) => {
      const rows = nearest.map((item) => [
        '',
        item.year ?? '-',
        item.paragraph,
        percent(item.similarity),
        item.doubtful ? `${item.change} (doubtful)` : item.change,
      ]);
      return `${style('bold', paragraph)}\n${rows.length > 0 ? columns(rows) : '  no like wording elsewhere'}`;
    })
    .join('\n');
}
