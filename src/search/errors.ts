/** What can be wrong with a search query; `message` says what to change. */

export type QueryErrorCode =
  /** No letter or digit except in wildcards. */
  | 'nothing_to_search'
  /** Every term is excluded. */
  | 'only_exclusions'
  /** An unmatched quotation mark. */
  | 'unbalanced_quote'
  | 'query_too_long'
  | 'too_many_terms'
  /** A quoted phrase with only wildcards. */
  | 'only_wildcards'
  /** `*` before or inside a word. */
  | 'misplaced_wildcard';

export class QueryError extends Error {
  override name = 'QueryError';
  readonly code: QueryErrorCode;
  /** Name of the parameter concerned. */
  readonly parameter = 'q';

  constructor(code: QueryErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
