/** What can be wrong with a question about phrases, in a form that an API can pass on. */

export type PhraseErrorCode =
  /** No letter or digit in the phrase. */
  | 'empty_phrase'
  /** Only `*` and `...`: nothing to search for. */
  | 'only_wildcards'
  /** `*` before or inside a word. */
  | 'misplaced_wildcard'
  | 'too_many_wildcards'
  /** A number that is not whole, or below its least value. */
  | 'bad_number'
  | 'unknown_report'
  | 'too_many_phrases';

/** A question that has no answer; `message` says what to change. */
export class PhraseError extends Error {
  readonly code: PhraseErrorCode;
  /** Name of the parameter concerned, where it is one. */
  readonly parameter: string | undefined;

  constructor(code: PhraseErrorCode, message: string, parameter?: string) {
    super(message);
    this.name = 'PhraseError';
    this.code = code;
    this.parameter = parameter;
  }
}

/** `value`, or a `PhraseError` unless it is a whole number of at least `least`. */
export function wholeNumber(value: number, least: number, parameter: string): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new PhraseError('bad_number', `${parameter} must be a whole number of at least ${least}`, parameter);
}
