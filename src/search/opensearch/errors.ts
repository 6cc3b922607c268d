/** What the OpenSearch client throws → `EngineError`, with what to do. */
import { errors } from '@opensearch-project/opensearch';
import { EngineError } from '../engine.ts';

interface Failure {
  type?: string;
  reason?: string;
  root_cause?: { type?: string; reason?: string }[];
}

/** @param url the addresses of the cluster, to name in the message. */
export function engineError(error: unknown, url: string): EngineError {
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof errors.ResponseError) {
    const { statusCode } = error;
    if (statusCode === 401 || statusCode === 403) {
      return new EngineError(
        'unauthorized',
        `OpenSearch at ${url} refused the user or password: set OPENSEARCH_USER and OPENSEARCH_PASSWORD`,
        error,
      );
    }
    if (isNotFound(error)) return new EngineError('behind', `OpenSearch at ${url} has no index yet`, error);
    const { type = '', reason = detail } = failureOf(error);
    if (statusCode === 503 || statusCode === 429) {
      return new EngineError(
        'unreachable',
        `OpenSearch at ${url} cannot answer now (${statusCode} ${type}): are all its nodes up?`,
        error,
      );
    }
    return new EngineError('failed', `OpenSearch at ${url} answered ${statusCode}: ${type} ${reason}`, error);
  }
  if (error instanceof errors.DeserializationError) {
    return new EngineError('failed', `what answers at ${url} is not OpenSearch: check OPENSEARCH_URL`, error);
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

/** True when the cluster said that there is no such index. */
export function isNotFound(error: unknown): boolean {
  return error instanceof errors.ResponseError && failureOf(error).type === 'index_not_found_exception';
}

function failureOf({ body }: InstanceType<typeof errors.ResponseError>): Failure {
  const failure = (body as { error?: Failure | string } | undefined)?.error;
  if (typeof failure === 'string') return { reason: failure };
  const [cause = {}] = failure?.root_cause ?? [];
  return { ...failure, ...cause };
}
