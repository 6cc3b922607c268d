/** Comparison, variants and wording history as text. */
import type { z } from '@hono/zod-openapi';
import type { bodies, cases, View } from '../../collection/index.ts';
import { placeAt } from './place.ts';
import { more } from './reports.ts';
import { percent, style, yearOf } from './style.ts';

type Change = z.output<typeof bodies.change>;

export function compare(body: z.output<typeof cases.compare.body>, view: View): string {
  const { similarity, ...counts } = body.summary;
  const summary = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');
  const lines = [
    `${style('bold', body.base.symbol)} → ${style('bold', body.other.symbol)}: ${percent(similarity)} alike`,
    summary,
  ];
  for (const change of body.changes) {
    if (change.change === 'identical' && !change.moved) continue;
    const places = `${placesOf(view, change.base)} → ${placesOf(view, change.other)}`;
    lines.push('', `${style('bold', title(change))}  ${places}`, merged(change.diff, view));
  }
  return lines.join('\n');
}

/** Both sides in one text: deletions in [-…-], insertions in {+…+}, a question mark after what is doubtful. */
function merged(diff: Change['diff'], { reader }: View): string {
  const cut = (range: Change['diff'][number]['base']): string =>
    range === null ? '' : (reader.paragraph(range.paragraph)?.text ?? '').slice(range.start, range.end);
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

const changeOf = ({ change, doubtful }: { change: string | null; doubtful: boolean | null }): string =>
  `${change ?? ''}${doubtful ? ' (doubtful)' : ''}`;

const placesOf = (view: View, ids: readonly string[]): string =>
  ids.length === 0 ? '–' : ids.map((id) => placeAt(view, id)).join(', ');

/** Each paragraph, followed by its nearest wordings in the other reports as deletions and insertions. */
export function variants(body: z.output<typeof cases.variants.body>, view: View): string {
  const told = body.paragraphs.map(({ paragraph, nearest }) => {
    const text = view.reader.paragraph(paragraph)?.text ?? '';
    const lines = nearest.flatMap((item) => {
      const marks = `${percent(item.similarity)} ${changeOf(item)}`;
      const head = `  ${yearOf(item)}  ${placeAt(view, item.paragraph)}  ${marks}`;
      return item.change === 'identical' ? [head] : [head, `  ${merged(item.diff, view)}`];
    });
    if (lines.length === 0) lines.push('  no similar wording in the other reports');
    return [style('bold', placeAt(view, paragraph)), text, ...lines].join('\n');
  });
  const rest = more(body.total, body.offset + body.paragraphs.length);
  return [...told, rest].filter((part) => part !== '').join('\n\n');
}
