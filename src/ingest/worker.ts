/** The thread that parses foreign files, so that one that crashes or never ends takes nothing else down. */
import { parentPort, workerData } from 'node:worker_threads';
import { IngestError } from './document.ts';
import { parseReport } from './parse.ts';
import type { ParseAnswer, ParserData, ParseTask } from './thread.ts';

const port = parentPort!;
const { catalogue, lexicon } = workerData as ParserData;

let before: Promise<void> = Promise.resolve();

// One after the other, though a reader waits in between: answers are told apart by their order alone, and what a file
// costs must not be put down to another.
port.on('message', ({ bytes, options }: ParseTask) => {
  before = before.then(async () => port.postMessage(await answer(bytes, options)));
});

async function answer(bytes: Uint8Array, options: ParseTask['options']): Promise<ParseAnswer> {
  try {
    return { parsed: await parseReport(bytes, { ...options, catalogue, lexicon }) };
  } catch (error) {
    const code = error instanceof IngestError ? error.code : 'unreadable_file';
    return { failed: { code, message: (error as Error).message } };
  }
}
