/** Sends errors between threads: a message does not keep an error's class. */
import { SegmentFileError } from '../../phrases/index.ts';
import { isDamage } from '../../store/index.ts';
import { Stopped, TooMuchWork } from '../budget.ts';
import { CollectionError } from '../errors.ts';
import type { Failure } from './messages.ts';

/** @param error as thrown in the thread, `told` as the collection would report it */
export function failureOf(error: unknown, told: unknown): Failure {
  if (error instanceof Stopped) return { kind: 'stopped' };
  if (error instanceof TooMuchWork) return { kind: 'too_much' };
  if (error instanceof SegmentFileError)
    return { kind: 'index', code: error.code, path: error.path, message: error.message };
  const damage = isDamage(error);
  if (told instanceof CollectionError) {
    const { code, status, message, errors, withoutPath } = told;
    return { kind: 'error', code, status, message, errors, withoutPath, damage };
  }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'fault', message, stack, damage };
}

/**
 * A problem found in a thread that the main thread can fix before asking again: a report to set aside, or an index file
 * to rebuild.
 */
export class DamageFound extends Error {
  override name = 'DamageFound';
  readonly told: Error;
  /** The damaged index file; null for a report. */
  readonly file: SegmentFileError | null;

  constructor(told: Error, file: SegmentFileError | null = null) {
    super(told.message);
    this.told = told;
    this.file = file;
  }
}

export function errorOf(failure: Exclude<Failure, { kind: 'too_much' | 'stopped' }>): Error {
  if (failure.kind === 'index') {
    const error = new SegmentFileError(failure.code, failure.path, '');
    error.message = failure.message;
    return new DamageFound(error, error);
  }
  const told = failure.kind === 'error' ? collectionError(failure) : fault(failure);
  return failure.damage ? new DamageFound(told) : told;
}

function collectionError(failure: Extract<Failure, { kind: 'error' }>): CollectionError {
  const { code, status, message, errors, withoutPath } = failure;
  return new CollectionError(code, status, message, errors, withoutPath);
}

function fault({ message, stack }: Extract<Failure, { kind: 'fault' }>): Error {
  return Object.assign(new Error(message), { stack });
}
