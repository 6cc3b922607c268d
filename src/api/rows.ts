/** Media types for CSV and JSON Lines. */
export const rowTypes = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' };
