/** The one shape of every list. */
export function page<T>(all: readonly T[], limit: number, offset: number) {
  return { total: all.length, limit, offset, items: all.slice(offset, offset + limit) };
}

/** A stored paragraph as answers give it. */
export function withoutRow<T extends { row: number }>({ row: _, ...rest }: T): Omit<T, 'row'> {
  return rest;
}

/** What of a list stands outside a page. */
export interface Rest {
  /** Entries of the whole list. */
  total: number;
  /** The `offset` of the next page; null where this is the last. */
  next: number | null;
}

const paged = ['items', 'hits', 'phrases', 'concordance', 'paragraphs', 'threads'];

/** Where bodies say how many entries their list has. */
interface Counted {
  groups?: number;
  total?: number;
  occurrences?: number;
  sample?: { size: number } | null;
}

/** Null where the answer is no page of a list. A body says it in `total`; rows in CSV or JSON Lines cannot. */
export function restOf(body: object, params: { offset?: unknown }): Rest | null {
  const { groups, total: all, occurrences, sample } = body as Counted;
  const drawn = Math.min(sample?.size ?? Number.POSITIVE_INFINITY, occurrences ?? 0);
  const total = groups ?? all ?? (occurrences === undefined ? undefined : drawn);
  const list = paged.map((name) => (body as Record<string, unknown>)[name]).find(Array.isArray);
  if (total === undefined || typeof params.offset !== 'number' || list === undefined) return null;
  const end = params.offset + list.length;
  return { total, next: list.length > 0 && end < total ? end : null };
}
