/** What a screen shows without an answer: loading, an error with a way out, nothing found, an empty collection. */
import type { ComponentChildren } from 'preact';
import { ApiError } from '../client.ts';
import { language } from '../language.ts';
import { address } from '../place.ts';
import { say } from '../strings/index.ts';
import { problems } from '../strings/problems.ts';

export function Loading() {
  return (
    <p class="loading" role="status">
      <span class="bar-of-loading" aria-hidden="true" />
      {say('loading')}
    </p>
  );
}

/** An error's message in the reader's language. */
export function problemText(error: Error): string {
  const which = language === 'ar' ? 0 : 1;
  if (!(error instanceof ApiError)) return problems.chunk![which];
  if (error.status === 0) return problems[navigator.onLine ? 'unreachable' : 'offline']![which];
  const told = problems[error.code] ?? problems[error.status] ?? problems[500]!;
  return told[which];
}

export function Failure({ error, retry }: { error: Error; retry: () => void }) {
  const status = error instanceof ApiError ? error.status : null;
  const final = status === 404 || status === 400 || status === 422;
  return (
    <div class="failure" role="alert">
      <p>
        <strong>{problemText(error)}</strong>
      </p>
      {language === 'en' && error.message !== '' && status !== 0 && <p>{error.message}</p>}
      {status === 404 && (
        <p>
          <a href={address({ page: 'reports' })}>{say('reports')}</a>
        </p>
      )}
      {!final && (
        <button type="button" onClick={retry}>
          {say('retry')}
        </button>
      )}
    </div>
  );
}

/** An empty answer: what was not found, and what to try. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty" role="status">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

export function EmptyCollection() {
  return (
    <div class="empty">
      <p>
        <strong>{say('empty')}</strong>
      </p>
      <p>
        {say('emptyHow')} <code dir="ltr">siyagha ingest PATH</code>
      </p>
    </div>
  );
}
