/** What is wrong with a segment file that cannot be used. It can always be made again from the store. */

export type SegmentFileErrorCode = 'missing' | 'damaged' | 'older_version' | 'newer_version';

/** `message` names the file and what is wrong with it; where one page does not check, the page and its section. */
export class SegmentFileError extends Error {
  readonly code: SegmentFileErrorCode;
  readonly path: string;

  constructor(code: SegmentFileErrorCode, path: string, what: string) {
    super(code === 'damaged' ? `${path} is damaged: ${what}` : `${path} ${what}`);
    this.name = 'SegmentFileError';
    this.code = code;
    this.path = path;
  }
}
