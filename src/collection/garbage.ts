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
 * From now on the heap is collected when it has grown by a third, not when it has grown several times as large. With
 * phrases over HTTP, 60 percent would save 4 % of the processor time, but with 128 million tokens take 420 to 440 MB
 * instead of 380 to 390.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
}
