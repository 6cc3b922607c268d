/** `StoreReader` over one connection. */
import type { GivenFields, Repair, Report, ReportSummary } from '../report/index.ts';
import type { Statements } from './connection.ts';
import { DATED_ORDER } from './dated-order.ts';
import { isDamage, mendFile, StoreError } from './errors.ts';
import type { Summaries } from './report-list.ts';
import {
  lostReport,
  type ParagraphRow,
  paragraphOfRow,
  type RepairRow,
  type ReportRow,
  repairOfRow,
  reportOfRow,
  SummaryMaker,
  type SummaryRow,
} from './rows.ts';
import type { Database, ReportFilter, ScannedParagraph, StoredParagraph, StoreReader } from './types.ts';

const AMONG = 'id IN (SELECT value FROM json_each(?))';

const PARAGRAPH = `
  SELECT p.row, r.id AS report_id, p.ordinal, p.kind, p.number, p.label, p.part, h.headings, p.parent, p.page, p.cell,
    p.text, p.words, p.doubts, p.citations
  FROM paragraph p JOIN report r ON r.row = p.report JOIN path h ON h.row = p.path`;

const ALL_OF_REPORT = `${PARAGRAPH} WHERE r.id = ? ORDER BY p.ordinal`;
const ONE_BY_ORDINAL = `${PARAGRAPH} WHERE r.id = ? AND p.ordinal = ?`;
const ONE_BY_ROW = `${PARAGRAPH} WHERE p.row = ?`;

/** All columns of `ReportRow`. */
const REPORT_COLUMNS = `row, id, symbol, title, series, body, year, date_from, date_to, session, language, paragraphs, words,
  source, repaired_words, doubtful_words, readable, unreadable, warnings, ingested_at, damaged`;

const SUMMARY_COLUMNS = `id, symbol, series, body, year, date_from, date_to, language, paragraphs, words, unreadable,
  warnings, damaged, json_valid(source) AND json_valid(warnings) AS legible`;

const SCANNED =
  'SELECT row, ? AS report, ordinal, kind, text FROM paragraph WHERE report = ? ORDER BY ordinal';

/** `A-CONF.192-MGE-2011-1:27` → its report and ordinal; null if it is not a paragraph's id. */
export function splitParagraphId(id: string): { report: string; ordinal: number } | null {
  const colon = id.lastIndexOf(':');
  if (colon < 1 || !/^[1-9][0-9]{0,8}$/.test(id.slice(colon + 1))) return null;
  return { report: id.slice(0, colon), ordinal: Number(id.slice(colon + 1)) };
}

export function readEpoch(statements: Statements): number {
  return certain(statements, "SELECT value FROM meta WHERE key = 'epoch'") as number;
}

export function readStoreId(statements: Statements): string {
  return certain(statements, "SELECT value FROM meta WHERE key = 'id'") as string;
}

/** The token of the newest commit. */
export function readCommit(statements: Statements): string {
  return certain(statements, 'SELECT token AS value FROM commits ORDER BY epoch DESC LIMIT 1') as string;
}

/** A value that every store has: if it is missing, the file is damaged. */
function certain(statements: Statements, sql: string): string | number {
  const row = statements.get(sql).get() as { value: string | number } | undefined;
  if (row !== undefined && row.value !== null) return row.value;
  throw new StoreError(
    'corrupt',
    `the file of the collection is damaged: it does not say which state it is of; ${mendFile}`,
  );
}

type ReaderState = Pick<StoreReader, 'epoch' | 'commit' | 'storeId'>;

const readState = (statements: Statements): ReaderState => ({
  epoch: readEpoch(statements),
  commit: readCommit(statements),
  storeId: readStoreId(statements),
});

export class Reader implements StoreReader {
  readonly epoch: number;
  readonly commit: string;
  readonly storeId: string;
  readonly #statements: Statements;

  /**
   * @param statements of a connection inside a transaction, so that all reads are of one epoch
   * @param state given if it need not, or cannot, be read
   */
  constructor(statements: Statements, state: ReaderState = readState(statements)) {
    this.#statements = statements;
    this.epoch = state.epoch;
    this.commit = state.commit;
    this.storeId = state.storeId;
  }

  /** The connection to read from; requested at each use, because another one of the same epoch may replace it. */
  protected connection(): Statements {
    return this.#statements;
  }

  get database(): Database {
    return this.connection().db;
  }

  report(id: string): Report | null {
    return this.reports({ report: [id] })[0] ?? null;
  }

  /** As it was stored, whatever has happened to it since. */
  asStored(id: string): Pick<Report, 'unreadable' | 'warnings'> {
    const row = this.connection().get('SELECT * FROM report WHERE id = ?').get(id) as ReportRow;
    return { unreadable: row.unreadable === 1, warnings: JSON.parse(row.warnings) as Report['warnings'] };
  }

  currentId(id: string): string | null {
    const found = this.connection()
      .get('SELECT id FROM report WHERE id = ? UNION ALL SELECT report FROM alias WHERE id = ?')
      .get(id, id) as { id: string } | undefined;
    return found?.id ?? null;
  }

  given(id: string): GivenFields | null {
    const row = this.connection().get('SELECT given FROM report WHERE id = ?').get(id);
    const given = (row as { given: string | null } | undefined)?.given ?? null;
    return given === null ? null : (JSON.parse(given) as GivenFields);
  }

  symbolGiven(id: string): boolean {
    const row = this.connection().get('SELECT symbol_given FROM report WHERE id = ?').get(id);
    return (row as { symbol_given: number } | undefined)?.symbol_given === 1;
  }

  original(id: string): string | null {
    const row = this.connection().get('SELECT sha256 FROM report WHERE id = ? AND original = 1').get(id);
    return (row as { sha256: string } | undefined)?.sha256 ?? null;
  }

  aliases(): { id: string; report: string }[] {
    return this.connection().get('SELECT id, report FROM alias ORDER BY id').all() as {
      id: string;
      report: string;
    }[];
  }

  headings(): string[][] {
    const rows = this.connection().get('SELECT headings FROM path').all() as { headings: string }[];
    return rows.map(({ headings }) => JSON.parse(headings) as string[]);
  }

  commitAt(epoch: number): string | null {
    const found = this.connection().get('SELECT token FROM commits WHERE epoch = ?').get(epoch);
    return (found as { token: string } | undefined)?.token ?? null;
  }

  summaries(): readonly ReportSummary[] {
    return this.readSummaries().reports;
  }

  countedReports(): ReportSummary[] {
    return this.summaries().filter(({ unreadable }) => !unreadable);
  }

  /** All, or those with these ids. */
  readSummaries(ids?: readonly string[]): Summaries {
    const maker = new SummaryMaker();
    const conditions = ids ? [AMONG] : [];
    const values = ids ? [JSON.stringify(ids)] : [];
    let isDamaged = false;
    const { found, lost } = this.#reportRows(SUMMARY_COLUMNS, conditions, values, (row: SummaryRow) => {
      if (row.legible === 1) return maker.of(row);
      isDamaged = true;
      return lostReport(row.id);
    });
    const among = ids && new Set(ids);
    const lostOnes = lost.filter((id) => !among || among.has(id));
    return { reports: [...found, ...lostOnes.map(lostReport)], isDamaged: isDamaged || lostOnes.length > 0 };
  }

  reports(filter: ReportFilter = {}): Report[] {
    const conditions: string[] = [];
    const values: (string | number)[] = [];
    const add = (condition: string, value: string | number | undefined) => {
      if (value === undefined) return;
      conditions.push(condition);
      values.push(value);
    };
    add('series = ?', filter.series);
    add('body = ?', filter.body);
    add('year >= ?', filter.year_from);
    add('year <= ?', filter.year_to);
    add('language = ?', filter.language);
    add(AMONG, filter.report && JSON.stringify(filter.report));
    const duplicates = this.#duplicates(filter.report);
    const { found, lost } = this.#reportRows(REPORT_COLUMNS, conditions, values, (row: ReportRow) => {
      const others = (duplicates.get(row.id) ?? []).filter((id) => id !== row.id);
      try {
        return reportOfRow(row, others);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        return lostReport(row.id);
      }
    });
    // Only the id of a lost report is known, so it matches no other filter.
    const asked = Object.entries(filter).filter(([name, value]) => name !== 'report' && value !== undefined);
    if (asked.length > 0) return found;
    const lostOnes = lost.filter((id) => filter.report === undefined || filter.report.includes(id));
    return [...found, ...lostOnes.map(lostReport)];
  }

  /**
   * Rows of the report table, each converted at once, so that they are not all in memory. If a page of the table cannot
   * be read: the rows of all other pages, one by one, and the ids of the lost ones, which are also in an index.
   */
  #reportRows<Row, Found>(
    columns: string,
    conditions: readonly string[],
    values: readonly (string | number)[],
    of: (row: Row) => Found,
  ): { found: Found[]; lost: string[] } {
    const select = (all: readonly string[]) => {
      const where = all.length > 0 ? `WHERE ${all.join(' AND ')}` : '';
      return this.connection().get(`SELECT ${columns} FROM report ${where} ${DATED_ORDER}`);
    };
    const read = (all: readonly string[], given: readonly (string | number)[]) => {
      const found: Found[] = [];
      for (const row of select(all).iterate(...given)) found.push(of(row as Row));
      return found;
    };
    try {
      return { found: read(conditions, values), lost: [] };
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
    const whole: number[] = [];
    const lost: string[] = [];
    const ids = this.connection().get('SELECT row, id FROM report INDEXED BY sqlite_autoindex_report_1');
    for (const { row, id } of ids.all() as { row: number; id: string }[]) {
      try {
        this.connection().get('SELECT * FROM report WHERE row = ?').get(row);
        whole.push(row);
      } catch (error) {
        if (!isDamage(error)) throw error;
        lost.push(id);
      }
    }
    const only = 'row IN (SELECT value FROM json_each(?))';
    return { found: read([...conditions, only], [...values, JSON.stringify(whole)]), lost };
  }

  /**
   * Report id → ids of all reports with the same bytes, including itself, if there are several. `ids`: for these only.
   */
  #duplicates(ids: readonly string[] | undefined): Map<string, string[]> {
    const found = new Map<string, string[]>();
    let groups: { ids: string }[];
    const some = 'WHERE sha256 IN (SELECT sha256 FROM report WHERE id IN (SELECT value FROM json_each(?)))';
    const sql = `SELECT json_group_array(id) AS ids FROM report ${ids ? some : ''} GROUP BY sha256 HAVING count(*) > 1`;
    try {
      groups = this.connection()
        .get(sql)
        .all(...(ids ? [JSON.stringify(ids)] : [])) as { ids: string }[];
    } catch (error) {
      if (!isDamage(error)) throw error;
      return found;
    }
    for (const group of groups) {
      const all = (JSON.parse(group.ids) as string[]).sort();
      for (const id of all) found.set(id, all);
    }
    return found;
  }

  paragraphs(report: string): StoredParagraph[] {
    return namingDamage(report, () =>
      (this.connection().get(ALL_OF_REPORT).all(report) as ParagraphRow[]).map(paragraphOfRow),
    );
  }

  paragraph(id: string): StoredParagraph | null {
    const place = splitParagraphId(id);
    if (!place) return null;
    const row = this.connection().get(ONE_BY_ORDINAL).get(place.report, place.ordinal);
    return row === undefined ? null : paragraphOfRow(row as ParagraphRow);
  }

  paragraphsById(ids: readonly string[]): StoredParagraph[] {
    return ids.map((id) => this.paragraph(id)).filter((paragraph) => paragraph !== null);
  }

  paragraphsByRow(rows: ArrayLike<number>): StoredParagraph[] {
    const statement = this.connection().get(ONE_BY_ROW);
    return Array.from(rows, (row) => statement.get(row) as ParagraphRow | undefined)
      .filter((row) => row !== undefined)
      .map(paragraphOfRow);
  }

  textByRow(row: number): string | null {
    const found = this.connection().get('SELECT text FROM paragraph WHERE row = ?').get(row);
    return found === undefined ? null : (found as { text: string }).text;
  }

  rowsUnder(test: (path: readonly string[]) => boolean): number[] {
    const paths = this.connection().get('SELECT row, headings FROM path').all() as {
      row: number;
      headings: string;
    }[];
    const inside = this.connection().get('SELECT row FROM paragraph WHERE path = ?');
    return paths
      .filter((path) => test(JSON.parse(path.headings) as string[]))
      .flatMap((path) => (inside.all(path.row) as { row: number }[]).map(({ row }) => row));
  }

  headingsOver(rows: readonly number[]): { headings: string[]; paragraphs: number }[] {
    const counted = this.connection()
      .get(
        `SELECT path.headings, count(*) AS paragraphs
         FROM json_each(?) JOIN paragraph ON paragraph.row = json_each.value JOIN path ON path.row = paragraph.path
         GROUP BY path.row ORDER BY path.row`,
      )
      .all(JSON.stringify(rows)) as { headings: string; paragraphs: number }[];
    return counted.map(({ headings, paragraphs }) => ({
      headings: JSON.parse(headings) as string[],
      paragraphs,
    }));
  }

  repairs(report: string): Repair[] {
    const rows = this.connection()
      .get('SELECT * FROM repair WHERE report = (SELECT row FROM report WHERE id = ?) ORDER BY place')
      .all(report);
    return (rows as RepairRow[]).map(repairOfRow);
  }

  scanReport(id: string): ScannedParagraph[] {
    const { found } = this.#reportRows('row', ['id = ?'], [id], ({ row }: { row: number }) => row);
    const scanned = (row: number) => this.connection().get(SCANNED).all(id, row) as ScannedParagraph[];
    return found.flatMap((row) => namingDamage(id, () => scanned(row)));
  }

  scanRows(rows: ArrayLike<number>): ScannedParagraph[] {
    return this.connection()
      .get(
        `SELECT paragraph.row, report.id AS report, ordinal, kind, text
         FROM json_each(?) JOIN paragraph ON paragraph.row = json_each.value JOIN report ON report.row = paragraph.report`,
      )
      .all(JSON.stringify(Array.from(rows))) as ScannedParagraph[];
  }

  firstRows(): Map<string, number> {
    const found = this.connection()
      .get(
        `SELECT report.id, paragraph.row FROM report JOIN paragraph ON paragraph.report = report.row AND ordinal = 1
         WHERE unreadable = 0 AND damaged = 0`,
      )
      .all() as { id: string; row: number }[];
    return new Map(found.map(({ id, row }) => [id, row]));
  }

  *scan(): Iterable<ScannedParagraph> {
    const { found } = this.#reportRows(
      'row, id',
      ['unreadable = 0', 'damaged = 0'],
      [],
      (row: { row: number; id: string }) => row,
    );
    for (const { row, id } of found) {
      // Requested anew each time: the connection may have been replaced between two reports.
      const scanned = () => this.connection().get(SCANNED).all(id, row) as ScannedParagraph[];
      yield* namingDamage(id, scanned);
    }
  }
}

function namingDamage<T>(report: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isDamage(error) && !(error instanceof SyntaxError)) throw error;
    throw new StoreError('damaged', `${report}: cannot be read (${(error as Error).message})`, error);
  }
}
