/** The thread that makes segments, so that answers can continue meanwhile: the working side. */
import { parentPort } from 'node:worker_threads';
import { openStore, type Snapshot, type Store } from '../../store/index.ts';
import { PageCache, SegmentFileError } from '../storage/index.ts';
import { buildSegments, type MakeOptions, mergedSegment } from './make.ts';
import type { FromMaker, ToMaker } from './messages.ts';

const port = parentPort!;
const say = (message: FromMaker) => port.postMessage(message);

let opened: { store: Store; snapshot: Snapshot; lexicon: ReadonlySet<string> } | null = null;

port.on('message', (message: ToMaker) => {
  if (message.type === 'open') {
    const store = openStore(message.store, { readOnly: true });
    opened = { store, snapshot: store.snapshot(), lexicon: new Set(message.lexicon) };
    say({ type: 'opened', epoch: opened.snapshot.epoch });
  } else if (message.type === 'again') {
    opened!.snapshot.close();
    opened!.snapshot = opened!.store.snapshot();
    say({ type: 'opened', epoch: opened!.snapshot.epoch });
  } else if (message.type === 'build') {
    const { store, snapshot, lexicon } = opened!;
    opened = null;
    for (const source of buildSegments(snapshot, message.reports, lexicon, optionsOf(message)))
      say({ type: 'segment', source });
    snapshot.close();
    store.close();
    say({ type: 'done' });
  } else {
    const cache = PageCache.over(message.cache);
    try {
      say({ type: 'segment', source: mergedSegment(message.segments, cache, optionsOf(message)) });
      say({ type: 'done' });
    } catch (error) {
      if (!(error instanceof SegmentFileError)) throw error;
      const { path } = error;
      say({ type: 'damaged', path, what: error.message.replace(`${path} is damaged: `, '') });
    }
  }
});

function optionsOf({
  origin,
  folder,
  number,
}: Pick<MakeOptions, 'origin' | 'folder' | 'number'>): MakeOptions {
  return {
    origin,
    folder,
    number,
    progress: (at) => say({ type: 'progress', at }),
    notice: (text) => say({ type: 'notice', message: text }),
  };
}
