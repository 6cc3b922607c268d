/**
 * From a file to one report.
 *
 *     const parsed = await parseReport(bytes, { file: 'A-CONF.192-MGE-2011-1.ar.txt', catalogue })
 *     const result = await ingestFiles(['reports'], { putAll: (parsed) => store.putAll(parsed), catalogue })
 */

export { type Outcome, workAhead } from './ahead.ts';
export { IngestError } from './document.ts';
export { type DownloadOptions, download } from './download.ts';
export { type FindOptions, type FoundFiles, findFiles } from './files.ts';
export { detectFormat, supportedExtensions } from './format.ts';
export { IsolatedParser, type ParseLimits } from './isolated.ts';
export {
  type FileOptions,
  failureText,
  type IngestFailure,
  type IngestOptions,
  type IngestProgress,
  type IngestResult,
  ingestFiles,
} from './job.ts';
export { type Manifest, parseManifest, readManifest } from './manifest.ts';
export { isDamagedLayer, type ParseOptions, parseReport, READER_VERSION, sha256 } from './parse.ts';
export { findReferences } from './references/index.ts';
export { type GivenMetadata, isYearOf, parseGivenDate } from './structure/metadata.ts';
export { defaultMaxBytes, readWhole } from './whole-file.ts';
