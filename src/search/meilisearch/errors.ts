/** Turns errors of the Meilisearch client into an `EngineError` that says what to do. */
import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
  MeilisearchTaskTimeOutError,
} from 'meilisearch';
import { EngineError } from '../engine.ts';

/** @param url the server's address, for the message */
export function engineError(error: unknown, url: string): EngineError {
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError) {
    return new EngineError(
      'unreachable',
      `Meilisearch does not answer at ${url}: start it, or set MEILI_URL (${detail})`,
      error,
    );
  }
  if (error instanceof MeilisearchTaskTimeOutError) {
    return new EngineError('unreachable', `Meilisearch at ${url} is too slow: ${detail}`, error);
  }
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    if (status === 401 || status === 403) {
      return new EngineError('unauthorized', `Meilisearch at ${url} refused the key: set MEILI_KEY`, error);
    }
    if (error.cause?.code === 'index_not_found') {
      return new EngineError('behind', `Meilisearch at ${url} has no index yet`, error);
    }
    return new EngineError(
      'failed',
      `Meilisearch at ${url} answered ${status}: ${error.cause?.message ?? detail}`,
      error,
    );
  }
  return new EngineError(
    'failed',
    `what answers at ${url} is not Meilisearch, or failed: check MEILI_URL (${detail})`,
    error,
  );
}

const notFound = ['index_not_found', 'document_not_found', 'api_key_not_found'];

/** True if the server said that there is no such index, document or key. */
export function isNotFound(error: unknown): boolean {
  return error instanceof MeilisearchApiError && notFound.includes(error.cause?.code ?? '');
}
