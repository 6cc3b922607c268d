/** What went wrong with a question, with the fields of the server's problem document (RFC 9457). */

export interface FieldError {
  /** Name of the parameter or field. */
  path: string;
  message: string;
}

export interface ProblemFields {
  status: number;
  code: string;
  detail: string;
  type?: string;
  title?: string;
  errors?: readonly FieldError[];
  retryAfter?: number | null;
  cause?: unknown;
}

export class SiyaghaError extends Error {
  override name = 'SiyaghaError';
  /** The HTTP status; 0 if there was no answer at all. */
  readonly status: number;
  /** For programs: `unknown_report`, `too_much_work` …; `unreachable` without an answer, `http_502` without a problem. */
  readonly code: string;
  /** `urn:siyagha:problem:` and the code; `about:blank` where the server named none. */
  readonly type: string;
  readonly title: string;
  /** For people: what is wrong and what to do. Also the error's message. */
  readonly detail: string;
  /** Each wrong parameter or field; empty if none is to blame. */
  readonly errors: readonly FieldError[];
  /** Seconds after which to ask again, if the server says so. */
  readonly retryAfter: number | null;

  constructor({ status, code, detail, type, title, errors, retryAfter, cause }: ProblemFields) {
    super(detail, { cause });
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.type = type ?? 'about:blank';
    this.title = title ?? '';
    this.errors = errors ?? [];
    this.retryAfter = retryAfter ?? null;
  }
}

/** The error in a response, whoever wrote it: the server, or a proxy in front of it. */
export async function errorOf(response: Response): Promise<SiyaghaError> {
  const { status, statusText, headers } = response;
  const body: unknown = await response.json().catch(() => null);
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof problem[name] === 'string' ? problem[name] : undefined);
  const type = text('type');
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return new SiyaghaError({
    status,
    code: type?.split(':').at(-1) ?? `http_${status}`,
    detail: text('detail') ?? `HTTP ${status} ${statusText}`.trim(),
    type,
    title: text('title') ?? statusText,
    errors: Array.isArray(problem.errors) ? (problem.errors as FieldError[]) : [],
    retryAfter: Number.isFinite(seconds) ? seconds : null,
  });
}
