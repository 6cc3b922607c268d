/** The thread that builds index sets, so that answers go on meanwhile. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore, type Snapshot } from '../store/index.ts';
import { buildParts } from './persist/build.ts';
import { type Origin, pathOf } from './persist/image.ts';
import { writeIndexFile } from './persist/index-file.ts';
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
  build(snapshot);
  store.close();
  say({ type: 'done' });
  port.close();
});

function build(reader: Snapshot): void {
  const origin: Origin = { storeId: reader.storeId, epoch: reader.epoch, rules: task.rules };
  const progress = (at: Extract<FromWorker, { type: 'progress' }>['at']) => say({ type: 'progress', at });
  for (const [part, bytes] of buildParts(reader, origin, new Set(task.lexicon), progress)) {
    say({ type: 'part', part, bytes });
    if (!task.keep) continue;
    try {
      writeIndexFile(pathOf(task.folder, part), bytes);
    } catch (error) {
      say({
        type: 'notice',
        message: `${pathOf(task.folder, part)} was not written: ${(error as Error).message}`,
      });
    }
  }
}
