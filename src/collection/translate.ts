/** Turns errors of the lower layers into the collection's own, with the right status and field. */
import { CompareError } from '../compare/index.ts';
import { IngestError } from '../ingest/index.ts';
import { PhraseError } from '../phrases/index.ts';
import { EngineError, QueryError } from '../search/index.ts';
import { StoreError } from '../store/index.ts';
import { CollectionError } from './errors.ts';

/** The operator must make room on the disk; the rest may pass, or a backup fixes it. */
const statusOf = ({ code }: StoreError): number => (code === 'disk_full' ? 507 : 503);

/** Unknown errors are returned unchanged. `text`: the parameter that held the compared text. */
export function translated(error: unknown, text = 'q'): unknown {
  if (error instanceof PhraseError || error instanceof QueryError) {
    const path = error.parameter ?? 'q';
    return new CollectionError(error.code, 400, error.message, [{ path, message: error.message }]);
  }
  if (error instanceof CompareError) {
    const path = error.code === 'too_many_reports' ? 'report' : text;
    return new CollectionError(error.code, 400, error.message, [{ path, message: error.message }]);
  }
  if (error instanceof EngineError) {
    const toStrangers = 'the index cannot be asked now: ask again';
    return new CollectionError(error.code, 503, error.message, [], toStrangers);
  }
  if (error instanceof StoreError) {
    return new CollectionError(error.code, statusOf(error), error.message, [], error.withoutPath);
  }
  if (error instanceof IngestError) return new CollectionError(error.code, 422, error.message);
  return error;
}
