/** Errors of use cases, with the status and fields that the API and the CLI report. */

export interface FieldError {
  /** Name of the parameter, or the place in a body. */
  path: string;
  message: string;
}

/** `code` is for programs and stays the same; `message` says what to do. */
export class CollectionError extends Error {
  override name = 'CollectionError';
  readonly code: string;
  /** The matching HTTP status. */
  readonly status: number;
  readonly errors: readonly FieldError[];
  /** The message without any path on this machine, safe to show to anyone. */
  readonly withoutPath: string;
  constructor(
    code: string,
    status: number,
    message: string,
    errors: readonly FieldError[] = [],
    withoutPath: string = message,
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.errors = errors;
    this.withoutPath = withoutPath;
  }
}

/** The server is too busy; it may be less so in `retryAfter` seconds. */
export class Busy extends CollectionError {
  override name = 'Busy';
  readonly retryAfter: number;

  constructor(retryAfter: number, message: string) {
    super('busy', 503, `${message}: ask again in ${retryAfter} s`);
    this.retryAfter = retryAfter;
  }
}

/** @param narrowing how to ask for less */
export function tooMuchWork(what: string, narrowing: string): CollectionError {
  return new CollectionError('too_much_work', 503, `${what}: ${narrowing}`);
}

export function invalid(path: string, message: string): CollectionError {
  return new CollectionError('invalid_parameters', 400, `${path}: ${message}`, [{ path, message }]);
}

/** Input as quoted in a message, cut to a readable length. */
const short = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 200)}…`);

/** @param near similar ids, one of which may have been meant */
export function unknownReport(id: string, near: readonly string[] = []): CollectionError {
  const like = near.length === 0 ? '' : `; nearest: ${near.join(', ')}`;
  return new CollectionError(
    'unknown_report',
    404,
    `there is no report "${short(id)}": "siyagha reports" (GET /v1/reports) lists them${like}`,
  );
}

export function renamedReport(id: string, now: string): CollectionError {
  return new CollectionError(
    'renamed_report',
    404,
    `report "${short(id)}" is called ${now} now: remove it under that name`,
  );
}

export function unreadableReport(id: string, readable: number): CollectionError {
  return new CollectionError(
    'unreadable_report',
    422,
    `report "${short(id)}" cannot be read: only ${Math.floor(readable * 100)} % of its words make sense; use another copy ` +
      'of the file or, if you have checked the text, set readable=yes in a manifest',
  );
}

/** @param report the report that should contain it, if the question names one */
export function unknownParagraph(id: string, report?: string): CollectionError {
  const where = report === undefined ? '' : ` in report "${short(report)}"`;
  return new CollectionError(
    'unknown_paragraph',
    404,
    `there is no paragraph "${short(id)}"${where}: a paragraph's id is its report's id, a colon and its ordinal`,
  );
}

/** @param where the reports that were searched, completing "no heading of …" */
export function unknownSection(section: string, where = 'these reports'): CollectionError {
  const message = `no heading of ${where} contains "${short(section)}": the \`path\` of each paragraph lists its headings`;
  return new CollectionError('unknown_section', 404, message, [{ path: 'section', message }]);
}

/** For a value that does not exist. @param known the values that exist */
export function unknownValue(
  field: string,
  given: string,
  known: readonly string[],
  where: string,
): CollectionError {
  const listed = known.filter((_, i) => known.slice(0, i + 1).join(', ').length <= 500);
  const rest = listed.length < known.length ? ` …${where}` : '';
  const exist = known.length === 0 ? 'no report has one' : `the values are: ${listed.join(', ')}${rest}`;
  const message = `there is no ${field} "${short(given)}"; ${exist}`;
  return new CollectionError(`unknown_${field}`, 404, message, [{ path: field, message }]);
}
