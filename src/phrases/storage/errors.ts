/** Errors of segment files that cannot be used. A segment file can always be rebuilt from the store. */

export type SegmentFileErrorCode = 'missing' | 'damaged' | 'older_version' | 'newer_version';

/** `message` names the file and the problem; if a page does not match its checksum, also the page and its section. */
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
