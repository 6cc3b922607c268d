/**
 * The same file or the same id under another symbol: decides what is a correction, what is a copy, and what is refused.
 */
import type { ParsedReport } from '../report/index.ts';
import type { Statements } from './connection.ts';
import { StoreError } from './errors.ts';
import type { PutOptions } from './types.ts';

interface Stored {
  row: number;
  id: string;
  symbol: string;
  symbol_given: number;
  sha256: string;
  original: number;
}

/**
 * @returns the report that this one corrects, if any: the same bytes, stored under an inferred symbol or read again. Of
 * several the oldest; the others were kept on purpose and stay.
 * @throws StoreError `id_taken`, `duplicate_file`
 */
export function sameBytes(
  statements: Statements,
  { report, symbolGiven }: ParsedReport,
  { allowDuplicates = false, former }: PutOptions,
): Pick<Stored, 'row' | 'id' | 'original'>[] {
  const columns = 'SELECT row, id, symbol, symbol_given, sha256, original FROM report';
  const own = statements.get(`${columns} WHERE id = ?`).get(report.id) as Stored | undefined;
  const { file, sha256 } = report.source;
  // The file that is read again may now have a better spelling of its symbol.
  if (own && own.sha256 !== sha256 && own.symbol !== report.symbol) {
    throw new StoreError(
      'id_taken',
      `${file}: symbol "${report.symbol}" gives the id ${report.id}, which belongs to report "${own.symbol}": ` +
        'give one of them another symbol in a manifest',
    );
  }
  const others = statements
    .get(`${columns} WHERE sha256 = ? AND id <> ? ORDER BY row`)
    .all(sha256, report.id);
  const copies = others as unknown as Stored[];
  if (former !== undefined) return copies.filter(({ id }) => id === former);
  if (own?.sha256 === sha256) return [];
  if (symbolGiven) return copies.filter((copy) => copy.symbol_given === 0).slice(0, 1);
  const [first] = copies;
  if (first && !allowDuplicates) {
    const known = first.symbol_given === 1 ? 'was given' : 'was read from it';
    throw new StoreError(
      'duplicate_file',
      `${file}: the same file is stored as report ${first.id}, whose symbol ${known}: leave it out, give it another ` +
        'symbol in a manifest, or keep both with --allow-duplicates (allow_duplicates=yes in an upload)',
    );
  }
  if (!own) refuseFormerId(statements, report.id, file);
  return [];
}

/** A former id that still leads to a report is not given to another one that happens to have that name. */
function refuseFormerId(statements: Statements, id: string, file: string): void {
  const former = statements.get('SELECT report FROM alias WHERE id = ?').get(id);
  if (!former) return;
  const { report } = former as { report: string };
  throw new StoreError(
    'id_taken',
    `${file}: report ${report} had the id ${id} before and can still be found by it: give this file another symbol in a manifest`,
  );
}
