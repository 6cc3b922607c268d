/** The one shape of every list. */
export function page<T>(all: readonly T[], limit: number, offset: number) {
  return { total: all.length, limit, offset, items: all.slice(offset, offset + limit) };
}

/** A stored paragraph as answers give it. */
export function withoutRow<T extends { row: number }>({ row: _, ...rest }: T): Omit<T, 'row'> {
  return rest;
}
