/** Answers as flat rows, for CSV and JSON Lines. */

/** The list named `field` of a body (`a.b` goes deeper); null where there is none. */
export function rowsOf(body: unknown, field: string): unknown[] | null {
  let value: unknown = body;
  for (const name of field.split('.')) value = (value as Record<string, unknown> | undefined)?.[name];
  return Array.isArray(value) ? value : null;
}

/** Nested objects become `outer.inner` columns, arrays and the rest JSON text. */
export function flattenRow(row: unknown): Record<string, string | number | boolean | null> {
  const flat: Record<string, string | number | boolean | null> = {};
  const walk = (value: unknown, name: string): void => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const [key, inner] of Object.entries(value)) walk(inner, name === '' ? key : `${name}.${key}`);
    } else if (Array.isArray(value)) {
      const plain = value.every((item) => typeof item !== 'object' || item === null);
      flat[name] = plain ? value.join(' | ') : JSON.stringify(value);
    } else {
      flat[name] = (value ?? null) as string | number | boolean | null;
    }
  };
  walk(row, '');
  return flat;
}
