/** The shape shared by all lists. */
export function page<T>(all: readonly T[], limit: number, offset: number) {
  return { total: all.length, limit, offset, items: all.slice(offset, offset + limit) };
}

/** A stored paragraph as in answers. */
export function withoutRow<T extends { row: number }>({ row: _, ...rest }: T): Omit<T, 'row'> {
  return rest;
}

/** What a page does not say about its list. */
export interface Rest {
  /** Number of entries in the whole list. */
  total: number;
  /** The `offset` of the next page; null if this is the last. */
  next: number | null;
}

const paged = ['items', 'hits', 'phrases', 'concordance', 'paragraphs', 'threads'];

/** Fields in which bodies give the length of their list. */
interface Counted {
  groups?: number;
  total?: number;
  occurrences?: number;
  sample?: { size: number } | null;
}

/** Null if the answer is not a page of a list. JSON bodies have it in `total`; rows in CSV or JSON Lines cannot. */
export function restOf(body: object, params: { offset?: unknown }): Rest | null {
  const { groups, total: all, occurrences, sample } = body as Counted;
  const drawn = Math.min(sample?.size ?? Number.POSITIVE_INFINITY, occurrences ?? 0);
  const total = groups ?? all ?? (occurrences === undefined ? undefined : drawn);
  const list = paged.map((name) => (body as Record<string, unknown>)[name]).find(Array.isArray);
  if (total === undefined || typeof params.offset !== 'number' || list === undefined) return null;
  const end = params.offset + list.length;
  return { total, next: list.length > 0 && end < total ? end : null };
}
