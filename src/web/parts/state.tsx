/** What a page shows while it has no answer: loading, an error with a way out, an empty collection. */
import { ApiError } from '../client.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';

export function Loading() {
  return (
    <p class="loading" role="status">
      {say('loading')}
    </p>
  );
}

export function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const status = error instanceof ApiError ? error.status : null;
  const title =
    status === 0 ? 'unreachable' : status === 404 ? 'notFound' : status === 400 ? 'wrongQuestion' : 'error';
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{say(title)}</strong>
      </p>
      {error.message !== '' && (
        <p lang="en" dir="ltr">
          {error.message}
        </p>
      )}
      {status === 404 && <a href={address({ page: 'reports' })}>{say('reports')}</a>}
      {status !== 404 && status !== 400 && (
        <button type="button" onClick={retry}>
          {say('retry')}
        </button>
      )}
    </div>
  );
}

export function EmptyCollection() {
  return (
    <p class="empty">
      {say('empty')} <code dir="ltr">siyagha ingest PATH</code>
    </p>
  );
}
