/** Memory is returned when it is no longer used; V8 alone would keep it for later. */
import { Session } from 'node:inspector/promises';
import { setFlagsFromString } from 'node:v8';

/** A full garbage collection of this thread's heap; takes some tens of milliseconds. */
export async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}

/**
 * From now on the heap is collected when it has grown by this share, in percent, not when it has grown several times as
 * large. Measured with phrases over HTTP: 30 took 8 % more processor time than 100, and 60 took 4 % more, for 246 and
 * 248 instead of 267 MB.
 */
export function keepHeapSmall(growth: number): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
