/** A search as the address holds it, and what of it the API takes. */
import type { Place } from './place.ts';

/** The value of `series` in an address that asks for all of them. */
export const everySeries = '*';

export const matches = ['folded', 'exact', 'stem'] as const;
export type Match = (typeof matches)[number];

export const kinds = ['title', 'heading', 'paragraph', 'item', 'footnote', 'table', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const matchOf = (place: Place): Match => matches.find((name) => name === place.match) ?? 'folded';

/** Filters that stand in the address, in the API's names. `years: false` leaves the years out. */
export function filtersOf(place: Place, { years = true } = {}) {
  const kind = kinds.find((name) => name === place.kind);
  return {
    ...(place.series && place.series !== everySeries ? { series: place.series } : {}),
    ...(place.report ? { report: place.report } : {}),
    ...(years && place.year_from ? { year_from: place.year_from } : {}),
    ...(years && place.year_to ? { year_to: place.year_to } : {}),
    ...(kind ? { kind } : {}),
    ...(place.section ? { section: place.section } : {}),
  };
}

const quoted = /^\s*["“”„«](?<inside>[^"“”„«»]+)["“”»]?\s*$/u;

/** The phrase that a query as a whole is (in quotation marks, or one word), else null. */
export function phraseOf(q: string): string | null {
  const inside = quoted.exec(q)?.groups?.inside?.trim();
  if (inside !== undefined) return inside;
  const word = q.trim();
  return word !== '' && !/[\s"“”„«»]/u.test(word) && !word.startsWith('-') ? word : null;
}

/** A query read as one phrase: its quotation marks do not count. */
export const asPhrase = (q: string): string =>
  phraseOf(q) ??
  q
    .replaceAll(/["“”„«»]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** How many of a list to ask for: as the address says, within what the API gives. */
export const limitOf = (place: Place, least: number): number => {
  const asked = Number(place.limit);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(1000, asked) : least;
};

/** The way from a search to the wording of its phrase, in the same reports. */
export function wordingPlace(
  { series = '', report = '', year_from = '', year_to = '' }: Place,
  q: string,
): Place {
  return { page: 'wording', q, series, report, year_from, year_to };
}

/** Words of a report as a query for just them: what would be a sign of the query language is left out. */
export const quotedQuery = (text: string): string =>
  `"${text
    .replaceAll(/["“”„«»*|]|\.{3}|…/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()}"`;
