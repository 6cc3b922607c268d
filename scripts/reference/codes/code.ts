/** What the reference says about a code. */

export interface Code {
  code: string;
  means: string;
  /** What to do about it. */
  act: string;
}
