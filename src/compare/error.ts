/** Input that comparison cannot answer, with a code for programs and what to do for people. */
export class CompareError extends Error {
  override name = 'CompareError';
  readonly code: 'empty_anchor' | 'text_too_long' | 'too_many_reports' | 'too_many_occurrences';
  constructor(code: CompareError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
