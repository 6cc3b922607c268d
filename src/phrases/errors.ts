/** What can be wrong with a question about phrases, as codes for the API. */

export type PhraseErrorCode =
  /** No letter or digit in the phrase. */
  | 'empty_phrase'
  /** Only `*` and `...`: nothing to search for. */
  | 'only_wildcards'
  /** `*` before or inside a word. */
  | 'misplaced_wildcard'
  | 'too_many_wildcards'
  /** A number that is not whole, or below its minimum. */
  | 'bad_number'
  | 'unknown_report'
  | 'too_many_phrases';

/** A question that cannot be answered; `message` says what to change. */
export class PhraseError extends Error {
  readonly code: PhraseErrorCode;
  /** Name of the parameter concerned, if it is a single one. */
  readonly parameter: string | undefined;

  constructor(code: PhraseErrorCode, message: string, parameter?: string) {
    super(message);
    this.name = 'PhraseError';
    this.code = code;
    this.parameter = parameter;
  }
}

/** `value`, if it is a whole number of at least `least`; otherwise throws a `PhraseError`. */
export function wholeNumber(value: number, least: number, parameter: string): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new PhraseError('bad_number', `${parameter} must be a whole number of at least ${least}`, parameter);
}
