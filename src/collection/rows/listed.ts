/** Rows of lists of what the collection holds: one for each report, paragraph, repair, citation or meeting. */
import type { z } from '@hono/zod-openapi';
import type * as bodies from '../bodies/index.ts';
import type { View } from '../view.ts';
import { columnsOf, type Row } from './index.ts';
import { Places } from './places.ts';

type Report = z.output<typeof bodies.report>;
type Paragraph = z.output<typeof bodies.paragraph>;
type Items<T> = { items: readonly T[] };

/** The whole items. */
export const itemsOf = <T extends object>({ items }: Items<T>): readonly T[] => items;

/** A list is shown as its length; warnings also show the first message. */
export function reports({ items }: Items<Report>): Row[] {
  return items.map(({ date, source, repairs: repaired, warnings, duplicate_of, ...rest }) => ({
    ...rest,
    'date.from': date?.from ?? null,
    'date.to': date?.to ?? null,
    ...columnsOf('source', source),
    ...columnsOf('repairs', repaired),
    duplicates: duplicate_of.length,
    warnings: warnings.length,
    first_warning: warnings[0] ? `${warnings[0].code}: ${warnings[0].message}` : null,
  }));
}

/** `section` is the heading directly above. */
export function paragraphRow({ path, doubts, references, cell, ...rest }: Paragraph): Row {
  const { table = null, row = null, column = null } = cell ?? {};
  return {
    ...rest,
    table,
    row,
    column,
    section: path.at(-1) ?? null,
    doubts: doubts.length,
    references: references.length,
  };
}

export function paragraphs({ items }: Items<Paragraph>): Row[] {
  return items.map(paragraphRow);
}

export function repairs({ items }: Items<z.output<typeof bodies.repair>>, view: View): Row[] {
  const places = new Places(view);
  return items.map(({ paragraph, kinds, ...rest }) => ({
    ...places.at(paragraph),
    ...rest,
    kind: kinds.join('+'),
  }));
}

interface Cited {
  type: string;
  symbol: string;
  citations: readonly {
    report: string;
    year: number | null;
    paragraph: string;
    start: number;
    end: number;
    text: string;
  }[];
}

export function citations({ items }: Items<Cited>, view: View): Row[] {
  const places = new Places(view);
  return items.flatMap(({ type, symbol, citations: all }) =>
    all.map(({ report, year, paragraph, start, end, text }) => {
      const { symbol: reportSymbol = null } = places.report(report, year);
      return {
        type,
        symbol,
        report,
        report_symbol: reportSymbol,
        year,
        ...places.at(paragraph),
        start,
        end,
        text,
        sentence: places.text(paragraph),
      };
    }),
  );
}

/** One row for each meeting in the catalogue, then one for each report that matches no meeting. */
export function meetings({ items }: Items<z.output<typeof bodies.series>>): Row[] {
  return items.flatMap(({ id, title, body, meetings: all, uncatalogued }) => [
    ...all.map(({ unconfirmed, ...meeting }) => ({
      series: id,
      title,
      body,
      ...meeting,
      unconfirmed: unconfirmed.length,
    })),
    ...uncatalogued.map((report) => ({
      series: id,
      title,
      body,
      year: report.year,
      symbol: report.symbol,
      status: 'ingested',
      report: report.id,
    })),
  ]);
}
