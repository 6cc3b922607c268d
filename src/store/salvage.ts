/**
 * Everything that can still be read from a damaged file: report by report, or paragraph by paragraph if a report cannot
 * be read completely; and what is lost.
 */
import { counted, type Paragraph, type Report } from '../report/index.ts';
import { openFile, Statements } from './connection.ts';
import { damageOf } from './damage.ts';
import { storeError } from './errors.ts';
import { Reader } from './reader.ts';
import { schemaVersion } from './schema.ts';

export interface Salvaged {
  report: Report;
  paragraphs: Paragraph[];
  /** What is wrong with the report, and how much of it is left; null if it is what was stored. */
  lost: string | null;
}

/** @throws StoreError if the file is not a store, or so damaged that not even its list of reports can be read */
export function* salvage(folder: string): Generator<Salvaged> {
  const { db, file } = openFile(folder, { readOnly: true, existing: true });
  try {
    schemaVersion(db, file);
    const statements = new Statements(db);
    db.exec('BEGIN');
    const reader = new Reader(statements, { epoch: 0, commit: '', storeId: '' });
    for (const report of reader.reports()) {
      const damage = damageOf(statements, report.id, reader);
      const paragraphs =
        damage === null ? reader.paragraphs(report.id) : oneByOne(reader, statements, report);
      const found = paragraphs.map(({ row: _, ...paragraph }) => paragraph);
      const lost =
        damage === null
          ? null
          : `${damage} (here are ${found.length} of ${counted(expected(statements, report), 'paragraph')})`;
      yield { report, paragraphs: found, lost };
    }
  } catch (error) {
    throw storeError(error, file);
  } finally {
    db.close();
  }
}

function oneByOne(reader: Reader, statements: Statements, report: Report) {
  return ordinals(statements, report).flatMap((ordinal) => {
    try {
      const paragraph = reader.paragraph(`${report.id}:${ordinal}`);
      return paragraph === null ? [] : [paragraph];
    } catch {
      return [];
    }
  });
}

/** From an index, which may be intact if the rows are not; otherwise as many as the report says it has. */
function ordinals(statements: Statements, report: Report): number[] {
  try {
    const sql =
      'SELECT ordinal FROM paragraph WHERE report = (SELECT row FROM report WHERE id = ?) ORDER BY ordinal';
    return (statements.get(sql).all(report.id) as { ordinal: number }[]).map(({ ordinal }) => ordinal);
  } catch {
    return Array.from({ length: report.paragraphs }, (_, i) => i + 1);
  }
}

const expected = (statements: Statements, report: Report): number =>
  Math.max(report.paragraphs, ordinals(statements, report).length);
