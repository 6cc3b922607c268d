/** The thread that builds index sets, so that answers go on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type Snapshot } from '../store/index.ts';
import { buildParts, type Previous } from './persist/build.ts';
import { type Bytes, type Origin, type Part, pathOf } from './persist/image.ts';
import { decodeFile, writeIndexFile } from './persist/index-file.ts';
import type { FromWorker, ToWorker, WorkerTask } from './persist/messages.ts';

const task = workerData as WorkerTask;
const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);

const store = openStore(task.folder, { readOnly: true });
let snapshot: Snapshot = store.snapshot();
say({ type: 'opened', epoch: snapshot.epoch });
port.on('message', ({ type }: ToWorker) => {
  if (type === 'again') {
    snapshot.close();
    snapshot = store.snapshot();
    say({ type: 'opened', epoch: snapshot.epoch });
    return;
  }
  const parts = build(snapshot);
  store.close();
  say({ type: 'done' });
  if (task.keep) keep(parts);
  port.close();
});

function build(reader: Snapshot): [Part, Bytes][] {
  const origin: Origin = { storeId: reader.storeId, epoch: reader.epoch, rules: task.rules };
  const lexicon = new Set(task.lexicon);
  const progress = (at: Extract<FromWorker, { type: 'progress' }>['at']) => say({ type: 'progress', at });
  const parts: [Part, Bytes][] = [];
  for (const [part, bytes] of buildParts({ reader, origin, lexicon, progress, previous: previous() })) {
    say({ type: 'part', part, bytes });
    parts.push([part, bytes]);
  }
  return parts;
}

/** The changes may be newer than the snapshot; a report named without need is read again, and is the same. */
function previous(): Previous | undefined {
  if (!task.previous) return undefined;
  return {
    files: new Map(task.previous.parts.map(([part, bytes]) => [part, decodeFile(part, bytes, false)])),
    changed: new Set(store.changesSince(task.previous.epoch).map(({ report }) => report)),
  };
}

function keep(parts: readonly [Part, Bytes][]): void {
  for (const [part, bytes] of parts) {
    const path = pathOf(task.folder, part);
    try {
      writeIndexFile(path, bytes);
    } catch (error) {
      say({ type: 'notice', message: `${path} was not written: ${(error as Error).message}` });
    }
  }
}
