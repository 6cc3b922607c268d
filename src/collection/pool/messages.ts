/** The messages between the pool and its threads. */
import type { SegmentFileErrorCode, SharedSet } from '../../phrases/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { FieldError } from '../errors.ts';
import type { CaseName } from '../names-of-cases.ts';
import type { Form, Written } from '../written.ts';
import type { Question } from './pool.ts';

/** What a thread is started with. */
export interface ThreadData {
  settings: Settings;
  /** `flags` by position; shared, so that a busy thread sees changes. */
  flags: Int32Array<SharedArrayBuffer>;
}

export const flags = {
  /** The question that nobody is waiting for any more. */
  stop: 0,
  /** Incremented for each epoch for which a set will be made. */
  ahead: 1,
  count: 2,
} as const;

export interface Asked {
  id: number;
  name: CaseName;
  params: Record<string, unknown>;
  form: Form;
  seconds: number;
}

/** Light questions for a thread that is free; `id` is that of the whole message. */
export interface Lent {
  id: number;
  questions: readonly Question[];
}

export type ToThread =
  | { type: 'set'; set: SharedSet }
  /** Open a snapshot now: a set of the present state is being made. */
  | { type: 'ahead' }
  | ({ type: 'ask' } & Asked)
  | ({ type: 'lend' } & Lent);

/** An error in a form that a message can carry. */
export type Failure =
  | { kind: 'too_much' | 'stopped' }
  | {
      kind: 'error';
      code: string;
      status: number;
      message: string;
      errors: readonly FieldError[];
      withoutPath: string;
      damage: boolean;
    }
  | { kind: 'fault'; message: string; stack: string; damage: boolean }
  | { kind: 'index'; code: SegmentFileErrorCode; path: string; message: string };

export type FromThread =
  /** The thread is ready for questions. */
  | { type: 'holds'; epoch: number }
  | { type: 'answered'; id: number; written: Written }
  /** Null for a question that the thread did not answer. */
  | { type: 'returned'; id: number; answers: (Written | null)[] }
  | { type: 'failed'; id: number; failure: Failure };
