/** Changes to the collection, with the admin key; uploads report their progress. */
import { ApiError, problemFrom } from './client.ts';

const storeKey = 'admin-key';

/** Kept in this window only; empty if no key was given. */
export function adminKey(): string {
  try {
    return sessionStorage.getItem(storeKey) ?? '';
  } catch {
    return '';
  }
}

export function setAdminKey(key: string): void {
  try {
    sessionStorage.setItem(storeKey, key);
  } catch {
    // The key is then asked for again.
  }
}

export interface Ingested {
  added: string[];
  updated: string[];
  unchanged: string[];
  renamed: { from: string; to: string }[];
  warnings: { report: string; code: string; message: string }[];
}

/** `onProgress`: the share sent, 0 to 1; 1: the server is reading it. @throws ApiError */
export function upload(
  key: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onProgress: (share: number) => void,
): Promise<Ingested> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value.trim() !== '') form.set(name, value.trim());
  form.set('file', file);
  // `fetch` does not report how much of a body was sent.
  const request = new XMLHttpRequest();
  request.open('POST', '/v1/reports');
  request.setRequestHeader('Authorization', `Bearer ${key}`);
  request.responseType = 'json';
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  request.upload.addEventListener('load', () => onProgress(1));
  return new Promise((done, failed) => {
    request.addEventListener('load', () => {
      if (request.status === 200) done(request.response as Ingested);
      else failed(problemFrom(request.status, request.response));
    });
    request.addEventListener('error', () => failed(new ApiError(0, '')));
    request.send(form);
  });
}

/** @throws ApiError */
export async function removeReport(key: string, id: string): Promise<void> {
  const answer = await fetch(`/v1/reports/${encodeURIComponent(id)}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${key}` },
  }).catch(() => {
    throw new ApiError(0, '');
  });
  if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => null));
}
