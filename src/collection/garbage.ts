/** Returns memory at once, before work that needs a lot of it; V8 alone would keep it for later. */
import { Session } from 'node:inspector/promises';

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
