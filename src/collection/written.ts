/** A use case's answer as the bytes that the API sends, whichever thread computed it. */
import type { CommitPoint } from '../store/index.ts';
import { briefForm, briefOf } from './brief/index.ts';
import { jsonBytes } from './json.ts';
import { nameOfCase } from './names-of-cases.ts';
import { type Rest, restOf } from './page.ts';
import { rowsText } from './rows/index.ts';
import type { UseCase } from './usecase.ts';
import type { View } from './view.ts';

/** `json`, `csv`, `jsonl`, `brief`, or the name of one of the use case's documents. */
export type Form = string;

export interface Written extends CommitPoint {
  bytes: Uint8Array<ArrayBuffer>;
  /** The search engine was down: once it is back, the same state gives another answer. */
  degraded: boolean;
  /** The answer says how long it took, so it must not be cached. */
  timed: boolean;
  /** What a page does not say about its list; null if the answer is not a page of a list. */
  rest: Rest | null;
}

/** @throws CollectionError */
export async function written(
  view: View,
  useCase: UseCase,
  params: Record<string, unknown>,
  form: Form,
): Promise<Written> {
  const body = (await useCase.run(view, params)) as Record<string, unknown>;
  return {
    epoch: view.epoch,
    commit: view.reader.commit,
    bytes: await bytesOf(view, useCase, params, form, body),
    degraded: body.degraded === true,
    timed: 'took_ms' in body,
    rest: restOf(body, params),
  };
}

async function bytesOf(
  view: View,
  useCase: UseCase,
  params: Record<string, unknown>,
  form: Form,
  body: object,
): Promise<Written['bytes']> {
  if (form === briefForm) {
    const brief = briefOf(nameOfCase(useCase));
    if (brief === undefined) throw new Error('this use case has no brief form');
    return new TextEncoder().encode(JSON.stringify(brief(view, body, params)));
  }
  const file = useCase.files?.[form];
  // A copy with its own memory, which can be transferred to another thread.
  if (file) return Uint8Array.from(await file.write(view, params, body));
  if (form === 'csv' || form === 'jsonl')
    return new TextEncoder().encode(rowsText(form, useCase, body, view));
  return jsonBytes(body, useCase.texts);
}
