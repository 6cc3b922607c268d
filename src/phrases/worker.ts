/** The thread that builds index sets, so that answers go on meanwhile: the side of it that works. */
import { parentPort } from 'node:worker_threads';
import { openStore, type Snapshot, type Store } from '../store/index.ts';
import { buildParts, type Previous } from './persist/build.ts';
import { type Bytes, type Origin, type Part, pathOf } from './persist/image.ts';
import { decodeFile, writeIndexFile } from './persist/index-file.ts';
import type { FromWorker, ToWorker, WorkerTask } from './persist/messages.ts';

interface Work {
  task: WorkerTask;
  store: Store;
  snapshot: Snapshot;
}

const port = parentPort!;
const say = (message: FromWorker) => port.postMessage(message);
let work: Work | null = null;

port.on('message', (message: ToWorker) => {
  if (message.type === 'task') {
    const store = openStore(message.task.folder, { readOnly: true });
    work = { task: message.task, store, snapshot: store.snapshot() };
    say({ type: 'opened', epoch: work.snapshot.epoch });
  } else if (message.type === 'again') {
    work!.snapshot.close();
    work!.snapshot = work!.store.snapshot();
    say({ type: 'opened', epoch: work!.snapshot.epoch });
  } else {
    const { task, store, snapshot } = work!;
    work = null;
    const parts = build(task, store, snapshot);
    store.close();
    say({ type: 'done' });
    if (task.keep) keep(task.folder, parts);
    say({ type: 'idle' });
  }
});

function build(task: WorkerTask, store: Store, reader: Snapshot): [Part, Bytes][] {
  const { storeId, epoch, commit } = reader;
  const origin: Origin = { storeId, epoch, commit, rules: task.rules };
  const lexicon = new Set(task.lexicon);
  const progress = (at: Extract<FromWorker, { type: 'progress' }>['at']) => say({ type: 'progress', at });
  const parts: [Part, Bytes][] = [];
  const previous = previousOf(task, store);
  for (const [part, bytes] of buildParts({ reader, origin, lexicon, progress, previous })) {
    say({ type: 'part', part, bytes });
    parts.push([part, bytes]);
  }
  reader.close();
  return parts;
}

/** The changes may be newer than the snapshot; a report named without need is read again, and is the same. */
function previousOf({ previous }: WorkerTask, store: Store): Previous | undefined {
  if (!previous) return undefined;
  return {
    files: new Map(previous.parts.map(([part, bytes]) => [part, decodeFile(part, bytes, false)])),
    changed: new Set(store.changesSince(previous.epoch).map(({ report }) => report)),
  };
}

function keep(folder: string, parts: readonly [Part, Bytes][]): void {
  for (const [part, bytes] of parts) {
    const path = pathOf(folder, part);
    try {
      writeIndexFile(path, bytes);
    } catch (error) {
      say({ type: 'notice', message: `${path} was not written: ${(error as Error).message}` });
    }
  }
}
