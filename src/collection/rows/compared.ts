/** Rows of answers that compare texts: one for each change, variant, version or precedent. */
import type { z } from '@hono/zod-openapi';
import type * as bodies from '../bodies/index.ts';
import type { View } from '../view.ts';
import type { Row } from './index.ts';
import { Places } from './places.ts';

type Body<B extends z.ZodType> = z.output<B>;
type Diff = Body<typeof bodies.change>['diff'];

/** Separator between words that are apart in the text. */
const APART = ' … ';

/** The deleted and inserted words. */
function differing(diff: Diff, places: Places): Row {
  const words = (side: 'base' | 'other') =>
    diff.flatMap((part) => (part.op !== 'equal' && part[side] ? [places.cut(part[side])] : [])).join(APART);
  return { words_removed: words('base'), words_added: words('other') };
}

interface Described {
  change: string | null;
  punctuation: boolean | null;
  doubtful: boolean | null;
  similarity: number | null;
  diff: Diff;
  strength?: { from: string; to: string; direction: string } | undefined;
  qualifiers?: { added: string[]; removed: string[] } | undefined;
}

/** How a text differs from the previous one, or from the one asked about. */
export function described(item: Described, places: Places): Row {
  const { change, punctuation, doubtful, similarity, diff, strength, qualifiers } = item;
  return {
    change,
    punctuation,
    doubtful,
    similarity,
    ...differing(diff, places),
    strength_from: strength?.from ?? null,
    strength_to: strength?.to ?? null,
    strength_direction: strength?.direction ?? null,
    qualifiers_added: qualifiers?.added.join(APART) ?? null,
    qualifiers_removed: qualifiers?.removed.join(APART) ?? null,
  };
}

export function changes(body: Body<typeof bodies.compare>, view: View): Row[] {
  const places = new Places(view);
  const side = (name: 'base' | 'other', ids: readonly string[]): Row => ({
    ...places.at(ids[0], `${name}_`),
    // For a paragraph that was split or merged.
    [`${name}_last_paragraph`]: ids.length > 1 ? (ids.at(-1) ?? null) : null,
    [`${name}_text`]: ids.length === 0 ? null : ids.map((id) => places.text(id)).join('\n'),
  });
  return body.changes.map((item) => {
    const { change, ...rest } = described(item, places);
    return {
      change: change ?? null,
      moved: item.moved,
      ...rest,
      ...side('base', item.base),
      ...side('other', item.other),
    };
  });
}

export function variants(body: Body<typeof bodies.variants>, view: View): Row[] {
  const places = new Places(view);
  return body.paragraphs.flatMap(({ paragraph, nearest }) =>
    nearest.map((item) => ({
      ...places.at(paragraph),
      text: places.text(paragraph),
      ...renamed(places.report(item.report, item.year)),
      ...places.at(item.paragraph, 'nearest_'),
      nearest_text: places.text(item.paragraph),
      ...described(item, places),
    })),
  );
}

const renamed = ({ report = null, symbol = null, year = null }: Row): Row => ({
  nearest_report: report,
  nearest_symbol: symbol,
  nearest_year: year,
});

export function versions(body: Body<typeof bodies.wording>, view: View): Row[] {
  const places = new Places(view);
  return body.versions.map((item) => ({
    ...places.report(item.report, item.year),
    ...places.at(item.paragraph),
    start: item.start,
    end: item.end,
    text: item.text,
    ...described(item, places),
  }));
}

export function precedents(body: Body<typeof bodies.similar>, view: View): Row[] {
  const places = new Places(view);
  return body.hits.map((item) => ({
    ...places.report(item.report, item.year),
    ...places.at(item.paragraph),
    start: item.start,
    end: item.end,
    text: places.cut(item),
    ...described(item, places),
  }));
}

/** A column for each report, named by its symbol. */
export function collation({ reports, rows }: Body<typeof bodies.collate>): Row[] {
  return rows.map(({ cells }) =>
    Object.fromEntries(reports.map(({ symbol }, column) => [symbol, cells[column]?.text ?? null])),
  );
}
