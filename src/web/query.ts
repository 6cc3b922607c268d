/** A search as in the address, and the part of it that the API takes. */
import type { Place } from './place.ts';

/** The value of `series` in an address for all series. */
export const everySeries = '*';

export const matches = ['folded', 'exact', 'stem'] as const;
export type Match = (typeof matches)[number];

export const kinds = ['title', 'heading', 'paragraph', 'item', 'footnote', 'table', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const matchOf = (place: Place): Match => matches.find((name) => name === place.match) ?? 'folded';

/** The filters in the address, under the API's names. `years: false` leaves out the years. */
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

/** The phrase if the whole query is one (in quotation marks, or a single word), otherwise null. */
export function phraseOf(q: string): string | null {
  const inside = quoted.exec(q)?.groups?.inside?.trim();
  if (inside !== undefined) return inside;
  const word = q.trim();
  return word !== '' && !/[\s"“”„«»]/u.test(word) && !word.startsWith('-') ? word : null;
}

/** A query read as one phrase, ignoring its quotation marks. */
export const asPhrase = (q: string): string =>
  phraseOf(q) ??
  q
    .replaceAll(/["“”„«»]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** How many entries to request: as in the address, within the API's limits. */
export const limitOf = (place: Place, least: number): number => {
  const asked = Number(place.limit);
  return Number.isInteger(asked) && asked >= 1 ? Math.min(1000, asked) : least;
};

/** The link from a search to the wording of its phrase, in the same reports. */
export function wordingPlace(
  { series = '', report = '', year_from = '', year_to = '' }: Place,
  q: string,
): Place {
  return { page: 'wording', q, series, report, year_from, year_to };
}

/** Words of a report as a query for exactly these words: characters of the query language are left out. */
export const quotedQuery = (text: string): string =>
  `"${text
    .replaceAll(/["“”„«»*|]|\.{3}|…/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()}"`;
