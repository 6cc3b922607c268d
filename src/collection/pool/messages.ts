/** What the pool and its threads say to each other. */
import type { SegmentFileErrorCode, SharedSet } from '../../phrases/index.ts';
import type { Settings } from '../../settings/index.ts';
import type { FieldError } from '../errors.ts';
import type { CaseName } from '../names-of-cases.ts';
import type { Form, Written } from '../written.ts';

/** What a thread starts with. */
export interface ThreadData {
  settings: Settings;
  /** `flags` by place; shared, so that a thread at work sees them. */
  flags: Int32Array<SharedArrayBuffer>;
}

export const flags = {
  /** The question that nobody waits for any more. */
  stop: 0,
  /** Raised whenever an epoch comes up that a set will be made of. */
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

export type ToThread =
  | { type: 'set'; set: SharedSet }
  /** Open a snapshot now: a set of this moment is being made. */
  | { type: 'ahead' }
  | ({ type: 'ask' } & Asked);

/** An error as a message can carry it. */
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
  /** It can be asked. */
  | { type: 'holds'; epoch: number }
  | { type: 'answered'; id: number; written: Written }
  | { type: 'failed'; id: number; failure: Failure };
