/** Turns errors of the OpenSearch client into an `EngineError` that says what to do. */
import { errors } from '@opensearch-project/opensearch';
import { EngineError } from '../engine.ts';

const missingIndex = 'index_not_found_exception';

interface Failure {
  type?: string;
  reason?: string;
  root_cause?: { type?: string; reason?: string }[];
}

/** @param url the addresses of the cluster, for the message */
export function engineError(error: unknown, url: string): EngineError {
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof errors.ResponseError) {
    return failedSearch(error.statusCode ?? 500, failureOf(error), url, error);
  }
  if (error instanceof errors.DeserializationError) {
    return new EngineError('failed', `the server at ${url} is not OpenSearch: check OPENSEARCH_URL`, error);
  }
  if (!(error instanceof errors.OpenSearchClientError)) {
    return new EngineError(
      'failed',
      `OpenSearch at ${url} gave an answer that cannot be read (${detail})`,
      error,
    );
  }
  return new EngineError(
    'unreachable',
    `OpenSearch does not answer at ${url}: start it, or set OPENSEARCH_URL (${detail})`,
    error,
  );
}

/** What a status and its reason mean. */
export function failedSearch(status: number, failure: Failure, url: string, cause?: unknown): EngineError {
  const { type = '', reason = '' } = { ...failure, ...failure.root_cause?.[0] };
  if (status === 401 || status === 403) {
    return new EngineError(
      'unauthorized',
      `OpenSearch at ${url} refused the user or password: set OPENSEARCH_USER and OPENSEARCH_PASSWORD`,
      cause,
    );
  }
  if (type === missingIndex) return new EngineError('behind', `OpenSearch at ${url} has no index yet`, cause);
  if (status === 503 || status === 429) {
    return new EngineError(
      'unreachable',
      `OpenSearch at ${url} cannot answer now (${status} ${type}): are all its nodes up?`,
      cause,
    );
  }
  return new EngineError('failed', `OpenSearch at ${url} answered ${status}: ${type} ${reason}`, cause);
}

/** True if the cluster said that there is no such index. */
export function isNotFound(error: unknown): boolean {
  return error instanceof errors.ResponseError && failureOf(error).type === missingIndex;
}

/** True if the cluster said that an index is closed. */
export function isClosed(error: unknown): boolean {
  return error instanceof errors.ResponseError && failureOf(error).type === 'index_closed_exception';
}

function failureOf({ body }: InstanceType<typeof errors.ResponseError>): Failure {
  const failure = (body as { error?: Failure | string } | undefined)?.error;
  if (typeof failure === 'string') return { reason: failure };
  return { ...failure, ...failure?.root_cause?.[0] };
}
