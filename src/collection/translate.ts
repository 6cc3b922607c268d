/** Errors of the parts below as the collection's own, with the status and the field that fit. */
import { CompareError } from '../compare/index.ts';
import { IngestError } from '../ingest/index.ts';
import { PhraseError } from '../phrases/index.ts';
import { EngineError, QueryError } from '../search/index.ts';
import { StoreError } from '../store/index.ts';
import { CollectionError } from './errors.ts';

/** The disk's room is the operator's to make; the rest may pass, or a backup mends it. */
const statusOf = ({ code }: StoreError): number => (code === 'disk_full' ? 507 : 503);

/** Anything not known comes back unchanged. `text`: the parameter that a compared text came in. */
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
