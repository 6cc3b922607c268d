/**
 * A pool thread: answers one question after the other from the newest set that it holds. It opens the store read-only
 * and tells the pool when it is ready.
 */
import { getPriority, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { SharedSet } from '../../phrases/index.ts';
import { openStore, storeError } from '../../store/index.ts';
import { WorkBudget } from '../budget.ts';
import { caseNamed } from '../names-of-cases.ts';
import { engineFor, shippedFiles } from '../shipped.ts';
import { translated } from '../translate.ts';
import type { View } from '../view.ts';
import { type Written, written } from '../written.ts';
import { failureOf } from './failure.ts';
import { HeldSets } from './held.ts';
import { lightAnswer } from './light.ts';
import { type Asked, type FromThread, flags, type Lent, type ThreadData, type ToThread } from './messages.ts';

/** How much lower its priority is than that of the main thread, which has little to do and should do it at once. */
const niceness = 5;
/** How often an idle thread checks whether its snapshot keeps the store's log from being truncated, in ms. */
const idleLook = 1000;

const port = parentPort!;
const { settings, flags: shared } = workerData as ThreadData;
const say = (message: FromThread, memory: ArrayBuffer[] = []) => port.postMessage(message, memory);

giveWay();
const store = openStore(settings.SIYAGHA_DATA, { readOnly: true });
const { lexicon, catalogue, lists } = shippedFiles();
const engine = await engineFor(settings, store.storeId, lexicon, () => {});
const sets = new HeldSets(store);
let waiting: SharedSet | null = null;
let asked: Promise<void> | null = null;
let seenAhead = 0;

port.on('message', (message: ToThread) => {
  if (message.type === 'ask') asked = answer(message);
  else if (message.type === 'lend') asked = answerAll(message);
  else if (message.type === 'ahead') lookAhead();
  else {
    waiting = message.set;
    if (!asked) take();
  }
});

setInterval(() => {
  if (!asked) store.trimLog();
}, idleLook).unref();

/** The latest set for which a snapshot of its commit is held. */
function take(): void {
  if (!waiting) return;
  const set = waiting;
  waiting = null;
  if (sets.offer(set)) say({ type: 'holds', epoch: set.epoch });
}

function lookAhead(): void {
  const ahead = Atomics.load(shared, flags.ahead);
  if (ahead === seenAhead) return;
  seenAhead = ahead;
  sets.lookAhead();
}

async function answer({ id, name, params, form, seconds }: Asked): Promise<void> {
  const budget = new WorkBudget({
    seconds,
    isStopped: () => Atomics.load(shared, flags.stop) === id,
    between: lookAhead,
  });
  try {
    const answered: Written = await written({ ...view(), budget }, caseNamed(name), params, form);
    say({ type: 'answered', id, written: answered }, [answered.bytes.buffer]);
  } catch (error) {
    const told = translated(storeError(error, store.file));
    say({ type: 'failed', id, failure: failureOf(error, told) });
  } finally {
    asked = null;
    take();
  }
}

async function answerAll({ id, questions }: Lent): Promise<void> {
  const answers: (Written | null)[] = [];
  // The main thread says what was wrong.
  for (const question of questions) answers.push(await lightAnswer(view(), question).catch(() => null));
  say(
    { type: 'returned', id, answers },
    answers.flatMap((answer) => (answer ? [answer.bytes.buffer] : [])),
  );
  asked = null;
  take();
}

function view(): View {
  const { reader, table, byProfile } = sets.current!;
  return { epoch: reader.epoch, reader, table, byProfile, lexicon, catalogue, lists, engine };
}

/** On Linux, priority is per thread (setpriority(2)); elsewhere it would be that of the whole process. */
function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.min(19, getPriority() + niceness));
  } catch {
    // If the system forbids it, all threads stay equal.
  }
}
